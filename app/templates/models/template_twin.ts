import type { Locale } from '#contacts/locales'
import { refreshAfter } from '#core/live'
import { jsonColumn } from '#database/columns'
import { TemplateTwinSchema } from '#database/schema'
import type { DerivedTwin } from '#templates/approval/derive_twin'
import { fillTwin, type FilledTwin } from '#templates/approval/fill_twin'
import type { TwinVariable } from '#templates/approval/twin_variable'
import type { TemplateValues } from '#templates/placeholders'
import type { TemplateKey } from '#templates/template_catalogue'
import type { Button } from '#whatsapp/content'
import type { TemplateStanding, TemplateState } from '#whatsapp/gateways/gateway'
import { column } from '@adonisjs/lucid/orm'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** `draft`: on its way to the provider, or never arrived there; `reason` says why. */
export const TWIN_STATES = [
  'draft',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
] as const satisfies (TemplateState | 'draft')[]
export type TwinState = (typeof TWIN_STATES)[number]

/** A text in one language, as one of our numbers may send it. */
export interface TwinOf {
  sender: string
  templateKey: TemplateKey
  locale: Locale
}

/**
 * What a provider was asked to approve of a text, and what it said. Each wording is a version of its own; the newest
 * that is approved is used.
 */
export default class TemplateTwin extends TemplateTwinSchema implements DerivedTwin {
  @column()
  declare templateKey: TemplateKey

  @column()
  declare locale: Locale

  @column()
  declare state: TwinState

  @jsonColumn()
  declare variables: TwinVariable[]

  @jsonColumn()
  declare buttons: Button[]

  /** The one that is sent; null while there is none. */
  static inUse(of: TwinOf, client?: QueryClientContract): Promise<TemplateTwin | null> {
    return this.versions(of, client).where('state', 'approved').first()
  }

  /** Locked, inside a transaction. */
  static newest(of: TwinOf, client?: QueryClientContract): Promise<TemplateTwin | null> {
    const newest = this.versions(of, client)
    return client?.isTransaction ? newest.forUpdate().first() : newest.first()
  }

  /** Of any number: those of one account share its names. */
  static async lastVersion({ templateKey, locale }: TwinOf, client: QueryClientContract) {
    const [{ last }] = await client
      .from('template_twins')
      .where({ template_key: templateKey, locale })
      .max('version as last')
    return Number(last ?? 0)
  }

  private static versions({ sender, templateKey, locale }: TwinOf, client?: QueryClientContract) {
    return this.query(client && { client })
      .where({ sender, template_key: templateKey, locale })
      .orderBy('version', 'desc')
  }

  get isApproved() {
    return this.state === 'approved'
  }

  /** WhatsApp charges and limits it as advertising. */
  get isMarketing() {
    return this.category?.toLowerCase() === 'marketing'
  }

  filledWith(values: TemplateValues): FilledTwin {
    return fillTwin(this as TemplateTwin, values)
  }

  /** What the provider says of it; what it leaves open stays as it was. */
  async hear(
    { state, reason, category, providerTemplateId }: Partial<TemplateStanding>,
    trx: TransactionClientContract
  ) {
    const twin = (this as TemplateTwin).useTransaction(trx)
    twin.merge({ state: state ?? twin.state, reason: reason ?? null, checkedAt: DateTime.utc() })
    twin.category = category ?? twin.category
    twin.providerTemplateId = providerTemplateId ?? twin.providerTemplateId
    await twin.save()
    refreshAfter(trx, ['templates'])
  }
}
