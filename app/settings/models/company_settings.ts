import { jsonColumn } from '#database/columns'
import { CompanySettingSchema } from '#database/schema'
import type { WeekWindow } from '#settings/week_windows'
import env from '#start/env'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** One decision reads them in several places, and must read the same ones. */
const readInTransaction = new WeakMap<QueryClientContract, Promise<CompanySettings>>()

/** In minutes before the start, the longest first. */
const DEFAULT_REMINDER_OFFSETS = [24 * 60]

/**
 * What an admin sets in *Configurações › Empresa*; one row.
 */
export default class CompanySettings extends CompanySettingSchema {
  static table = 'company_settings'

  @jsonColumn()
  declare reminderOffsets: number[]

  /** When candidates may choose another date by themselves; none: the team is asked. */
  @jsonColumn()
  declare moveWindows: WeekWindow[]

  /** When the team answers; none: always. */
  @jsonColumn()
  declare attendance: WeekWindow[]

  static current(client?: QueryClientContract): Promise<CompanySettings> {
    if (!client?.isTransaction) return this.read(client)
    const known = readInTransaction.get(client)
    if (known) return known
    const reading = this.read(client)
    readInTransaction.set(client, reading)
    return reading
  }

  private static async read(client?: QueryClientContract) {
    const options = client && { client }
    return (await this.query(options).orderBy('id').first()) ?? this.create(defaults(), options)
  }
}

const defaults = () => ({
  companyName: env.get('COMPANY_NAME') || 'Nossa empresa',
  signature: 'Equipe de RH',
  timeZone: 'America/Sao_Paulo',
  quietHoursStart: '21:00',
  quietHoursEnd: '08:00',
  reminderOffsets: DEFAULT_REMINDER_OFFSETS,
  defaultDurationMinutes: 60,
  dailyMessagesPerContact: 20,
  moveWindows: [],
  moveLeadHours: 24,
  moveHorizonDays: 14,
  attendance: [],
})
