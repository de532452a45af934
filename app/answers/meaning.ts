export const INTENTS = ['confirm', 'move', 'cancel'] as const
export type Intent = (typeof INTENTS)[number]

/** To a question of ours. */
export const VERDICTS = ['yes', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What words mean by themselves; what `yes` agrees to depends on what was asked. */
export type Meaning = Intent | Verdict
