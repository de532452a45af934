import { week } from '#settings/validators/week_rule'
import vine from '@vinejs/vine'

export const movesValidator = vine.create({
  windows: week(),
  move_lead_hours: vine.number().withoutDecimals().range([0, 336]),
  move_horizon_days: vine.number().withoutDecimals().range([1, 60]),
})
