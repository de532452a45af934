/** Where a process may die, in the order of a message's life. What the provider does is not among them. */
export const STEPS = [
  'booking_written',
  'booking_committed',
  'reminder_written',
  'reminder_committed',
  'claim_begins',
  'claim_written',
  'claim_committed',
  'request_begins',
  'request_half_written',
  'request_written',
  'answered',
  'landing_written',
  'landing_committed',
  'doubt_written',
  'list_asked',
  'list_answered',
  'finding_written',
] as const
export type Step = (typeof STEPS)[number]
