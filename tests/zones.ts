import fc from 'fast-check'
import { DateTime } from 'luxon'

export const ZONES = Intl.supportedValuesOf('timeZone')

const HOUR = 3_600_000
const QUARTER = 900_000
const WEEK = 7 * 24 * HOUR

const clocks = new Map<string, Intl.DateTimeFormat>()

/** `2027-03-14 02:30` on a wall of that zone: asked of the platform itself, not of the library we compute with. */
export function wallClock(instant: number, zone: string) {
  if (!clocks.has(zone)) clocks.set(zone, formatter(zone))
  return clocks.get(zone)!.format(instant).replace(', ', ' ')
}

const formatter = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })

/** Every instant at which a wall of the zone shows that; none where clocks skip it, two where they go back. */
export function instantsOf(wall: string, zone: string) {
  const asIfUtc = Date.parse(`${wall.replace(' ', 'T')}:00Z`)
  const found: number[] = []
  for (let instant = asIfUtc - 15 * HOUR; instant <= asIfUtc + 15 * HOUR; instant += QUARTER) {
    if (wallClock(instant, zone) === wall) found.push(instant)
  }
  return found
}

/** Instants at which the clocks of the zone are changed, from `from` until `until`. */
function changesOf(zone: string, from: number, until: number) {
  const offset = (instant: number) => DateTime.fromMillis(instant, { zone }).offset
  const found: number[] = []
  for (let week = from; week < until; week += WEEK) {
    let [before, after] = [week, week + WEEK]
    if (offset(before) === offset(after)) continue
    while (after - before > QUARTER) {
      const middle = before + Math.floor((after - before) / 2 / QUARTER) * QUARTER
      if (offset(middle) === offset(before)) before = middle
      else after = middle
    }
    found.push(after)
  }
  return found
}

const [FROM, UNTIL] = [Date.UTC(2027, 0, 1), Date.UTC(2029, 0, 1)]
const LEAP_DAY = Date.UTC(2028, 1, 29, 12)

let changes: [zone: string, instant: number][] | undefined

const everyChange = () =>
  (changes ??= ZONES.flatMap((zone) =>
    changesOf(zone, FROM, UNTIL).map((at): [string, number] => [zone, at])
  ))

/** To the minute. */
const around = (instant: number, hours: number) =>
  fc.integer({ min: -hours * 60, max: hours * 60 }).map((minutes) => instant + minutes * 60_000)

/** A zone and an instant of the years ahead: any, one near a change of its clocks, or one around a leap day. */
export const moments = () =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...ZONES), around((FROM + UNTIL) / 2, 365 * 24)),
    fc
      .constantFrom(...everyChange())
      .chain(([zone, at]) => fc.tuple(fc.constant(zone), around(at, 30))),
    fc.tuple(fc.constantFrom(...ZONES), around(LEAP_DAY, 48))
  )

/** A zone and what its walls might show around then, whether or not they ever do. */
export const walls = () =>
  moments().chain(([zone, instant]) =>
    fc
      .integer({ min: -180, max: 180 })
      .map((minutes): [string, string] => [zone, shifted(wallClock(instant, zone), minutes)])
  )

const shifted = (wall: string, minutes: number) =>
  DateTime.fromFormat(wall, 'yyyy-MM-dd HH:mm', { zone: 'utc' })
    .plus({ minutes })
    .toFormat('yyyy-MM-dd HH:mm')
