const MOST = 150
const OTHER = 'other'

/** Values come from outside: after so many different ones the rest is `other`, so that the series stay countable. */
export function boundedLabel(most = MOST) {
  const known = new Set<string>()
  return (value: string) => {
    if (known.has(value)) return value
    if (known.size >= most) return OTHER
    known.add(value)
    return value
  }
}
