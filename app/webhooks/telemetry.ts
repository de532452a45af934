import { channel } from 'node:diagnostics_channel'

/** A stored call was understood. Names nobody. */
export interface ProcessedCall {
  kind: 'status' | 'message' | 'batch'
  /** What came of it (`webhook_calls.outcome`). */
  outcome: string
  /** From its arrival to now. */
  ms: number
}

export const webhookChannel = channel('convoca:webhook')
