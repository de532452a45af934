import { channel } from 'node:diagnostics_channel'

/** How many reminders a run wrote. */
export const reminderChannel = channel('convoca:reminders')
