import vine from '@vinejs/vine'

/** A morning and an afternoon a day. */
const MOST_WINDOWS = 14

const clock = () =>
  vine
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .optional()

/** The rows of `week_rows.ts` as a form sends them. */
export const week = () =>
  vine
    .array(
      vine.object({
        weekday: vine.number().withoutDecimals().range([1, 7]),
        from: clock(),
        to: clock(),
      })
    )
    .maxLength(MOST_WINDOWS)
