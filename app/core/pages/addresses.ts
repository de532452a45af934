/**
 * The page's own address with some of its query changed; what is null or empty is left out.
 */
export function addressWith(path: string, query: Record<string, unknown>, changes: object = {}) {
  const entries = Object.entries({ ...query, ...changes })
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)])
  const search = new URLSearchParams(entries).toString()
  return search ? `${path}?${search}` : path
}
