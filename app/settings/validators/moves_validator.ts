import vine from '@vinejs/vine'

const MOST_WINDOWS = 14

const clock = () =>
  vine
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .optional()

export const movesValidator = vine.create({
  windows: vine
    .array(
      vine.object({
        weekday: vine.number().withoutDecimals().range([1, 7]),
        from: clock(),
        to: clock(),
      })
    )
    .maxLength(MOST_WINDOWS),
  move_lead_hours: vine.number().withoutDecimals().range([0, 336]),
  move_horizon_days: vine.number().withoutDecimals().range([1, 60]),
})
