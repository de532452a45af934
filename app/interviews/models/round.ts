import { RoundSchema } from '#database/schema'

/**
 * A step of the selection (etapa): screening, technical, manager, final.
 */
export default class Round extends RoundSchema {}
