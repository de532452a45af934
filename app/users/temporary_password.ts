import { randomInt } from 'node:crypto'

/** Letters and digits that are not mistaken for one another when read over the telephone. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

const letter = () => ALPHABET[randomInt(ALPHABET.length)]
const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('')

/** `k7mp-2xqv-nn4c-h3sw`: 80 bits. */
export const temporaryPassword = () => Array.from({ length: GROUPS }, group).join('-')
