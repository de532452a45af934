import { TemplateSchema } from '#database/schema'
import { defaultText } from '#templates/default_texts'
import { localeFor, type Locale } from '#contacts/locales'
import type { TemplateKey } from '#templates/template_catalogue'
import User from '#users/models/user'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { ModelAdapterOptions } from '@adonisjs/lucid/types/model'

/**
 * A text an admin has changed. No row means the text we ship.
 */
export default class Template extends TemplateSchema {
  @column()
  declare key: TemplateKey

  @column()
  declare locale: Locale

  @belongsTo(() => User, { foreignKey: 'updatedById' })
  declare updatedBy: BelongsTo<typeof User>

  /** The text to send now, in the language nearest to `locale`. */
  static async bodyFor(key: TemplateKey, locale: string, options?: ModelAdapterOptions) {
    const language = localeFor(locale)
    const edited = await this.edited(key, language, options)
    return edited?.body ?? defaultText(key, language)
  }

  static edited(key: TemplateKey, locale: Locale, options?: ModelAdapterOptions) {
    return this.query(options).where({ key, locale }).first()
  }

  static async rewrite(key: TemplateKey, locale: Locale, body: string, { by }: { by: User }) {
    if (body === defaultText(key, locale)) return this.restore(key, locale)
    await this.updateOrCreate({ key, locale }, { body, updatedById: by.id })
  }

  /** Back to the text we ship. */
  static async restore(key: TemplateKey, locale: Locale) {
    await this.query().where({ key, locale }).delete()
  }
}
