import type { Meaning } from '#answers/meaning'
import { AGREEING, COURTESIES, DISAGREEING, PHRASES, POINTERS } from '#answers/words'

export interface Said {
  meaning: Meaning | null
  /** The only thing said is this number: an option, or the place in a list. */
  number: number | null
}

/** Nobody answers in so many words without saying something else, too. */
const LONGEST = 120
const MOST_WORDS = 14

type Token = Meaning | 'courtesy' | 'pointer'

const TOKENS = new Map<string, Token>([
  ...COURTESIES.map((phrase) => [phrase, 'courtesy'] as const),
  ...POINTERS.map((phrase) => [phrase, 'pointer'] as const),
  ...Object.entries(PHRASES).flatMap(([meaning, phrases]) =>
    phrases.map((phrase) => [phrase, meaning as Meaning] as const)
  ),
])

const NOTHING: Said = { meaning: null, number: null }

/**
 * What a text answers, when it says that and nothing else. A word more, a second meaning or a doubt, and it is for a
 * person to read.
 */
export function understand(text: string): Said {
  if (text.length > LONGEST) return NOTHING
  const words = plain(text).split(' ').filter(Boolean)
  if (words.length > MOST_WORDS || text.includes('/')) return NOTHING
  const meaning = meaningOf(words, text)
  // "Confirmado?" asks; only a wish for another date is as good with a question mark.
  const isDoubtful = /[?¿؟]/.test(text.normalize('NFKC')) && meaning !== 'move'
  return isDoubtful ? NOTHING : { meaning, number: numberIn(words) }
}

function meaningOf(words: string[], text: string): Meaning | null {
  const signs = [...text.normalize('NFC')]
  if (signs.some((sign) => DISAGREEING.includes(sign))) return null
  if (words.length === 0) return signs.some((sign) => AGREEING.includes(sign)) ? 'confirm' : null
  const tokens = tokensOf(words)
  return tokens && single(tokens)
}

/** The whole text as known phrases, the longest first; null when a word is left over. */
function tokensOf(words: string[]): Token[] | null {
  if (words.length === 0) return []
  for (let length = words.length; length > 0; length--) {
    const token = TOKENS.get(words.slice(0, length).join(' '))
    const rest = token && tokensOf(words.slice(length))
    if (rest) return [token, ...rest]
  }
  return null
}

/** "Sim, confirmo" is one thing; "não confirmo" and "1 ou 2" are not. */
function single(tokens: Token[]): Meaning | null {
  const said = [...new Set(tokens.filter((token) => token !== 'courtesy' && token !== 'pointer'))]
  const [first, second, ...more] = said as Meaning[]
  if (!first || more.length > 0) return null
  if (!second) return first
  return first === 'yes' && second !== 'no' ? second : null
}

/** "2", "opção 2": from 1 to 99. */
function numberIn(words: string[]) {
  const [number, ...before] = words.toReversed()
  const isPointed = before.length === 0 || TOKENS.get(before.toReversed().join(' ')) === 'pointer'
  return isPointed && /^[1-9]\d?$/.test(number ?? '') ? Number(number) : null
}

/** Without case, accents, punctuation, emoji and needless spaces; `1️⃣` is 1, `I'll` is `ill`. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
