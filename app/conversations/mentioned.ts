import type User from '#users/models/user'

/** `@` begins no mention inside a word, such as an e-mail address. */
const BEFORE = '(?<![\\p{L}\\p{N}_.])@'
const AFTER = '(?![\\p{L}\\p{N}_])'

/** Those of `people` that `@Name` in the text calls: by the whole name, or by a first name that only one of them has. */
export function mentionedIn<Person extends Pick<User, 'fullName' | 'firstName'>>(
  text: string,
  people: Person[]
): Person[] {
  const byWholeName = people.filter(({ fullName }) => says(text, fullName))
  const rest = byWholeName.reduce((left, { fullName }) => without(left, fullName), text)
  const isTheOnly = ({ firstName }: Person) =>
    people.filter((other) => sameName(other.firstName, firstName)).length === 1
  return people.filter(
    (person) => byWholeName.includes(person) || (isTheOnly(person) && says(rest, person.firstName))
  )
}

const pattern = (name: string) => new RegExp(`${BEFORE}${escaped(plain(name))}${AFTER}`, 'giu')

const says = (text: string, name: string) => pattern(name).test(plain(text))

const without = (text: string, name: string) => plain(text).replace(pattern(name), ' ')

const sameName = (one: string, other: string) => plain(one) === plain(other)

/** Accents and capitals are not always typed. */
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
