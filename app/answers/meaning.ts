export const INTENTS = ['confirm', 'move', 'cancel'] as const
export type Intent = (typeof INTENTS)[number]

/** What words mean by themselves; what `yes` agrees to depends on what was asked. */
export type Meaning = Intent | 'yes' | 'no'
