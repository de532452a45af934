const SECONDS = 1000

/** `Retry-After` is a number of seconds or a date; in seconds, undefined when it is neither. */
export function secondsToWait(header?: string | string[]) {
  const [wish] = [header].flat()
  if (!wish) return undefined
  if (/^\d+$/.test(wish)) return Number(wish)
  const milliseconds = Date.parse(wish) - Date.now()
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.ceil(milliseconds / SECONDS))
}
