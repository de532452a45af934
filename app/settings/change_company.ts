import { rearmReminders } from '#interviews/rearm_reminders'
import CompanySettings from '#settings/models/company_settings'
import { offsetsOf } from '#settings/reminder_rows'
import type { CompanyInput } from '#settings/validators/company_validator'

/**
 * Saves what *Empresa* says. Its reminder offsets also hold for interviews booked before; answers how many of those
 * have another plan now. Saving comes first, so that a booking made meanwhile has the new plan already, and rearming
 * comes with every saving: it takes many transactions, and saving again finishes one that was cut short.
 */
export async function changeCompany(input: CompanyInput) {
  const settings = await CompanySettings.current()
  const reminderOffsets = offsetsOf(input.reminders ?? [])
  await settings
    .merge({
      companyName: input.company_name,
      signature: input.signature,
      timeZone: input.time_zone,
      defaultDurationMinutes: input.default_duration_minutes,
      dailyMessagesPerContact: input.daily_messages_per_contact,
      quietHoursStart: input.quiet_hours ? input.quiet_hours_start : null,
      quietHoursEnd: input.quiet_hours ? input.quiet_hours_end : null,
      reminderOffsets,
    })
    .save()
  return rearmReminders(reminderOffsets)
}
