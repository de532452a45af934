/** Something that works in the background until it is told to stop. */
export interface Part {
  start(): Promise<void> | void
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<unknown>
  /** When it last did its round, in ms since 1970; absent where there is none to do. */
  readonly lookedAt?: number
}
