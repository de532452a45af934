import { jsonColumn } from '#database/columns'
import { CompanySettingSchema } from '#database/schema'
import env from '#start/env'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** In minutes before the start, the longest first. */
const DEFAULT_REMINDER_OFFSETS = [24 * 60]

/**
 * What an admin sets in *Configurações › Empresa*; one row.
 */
export default class CompanySettings extends CompanySettingSchema {
  static table = 'company_settings'

  @jsonColumn()
  declare reminderOffsets: number[]

  static async current(client?: QueryClientContract): Promise<CompanySettings> {
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
})
