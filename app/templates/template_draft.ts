import type { Locale } from '#contacts/locales'
import { MESSAGE_LIMIT } from '#templates/message_length'
import { MessageText } from '#templates/message_text'
import type { TemplateValues } from '#templates/placeholders'
import { PREVIEW_SCENES, sceneValues, type PreviewScene } from '#templates/preview_scenes'
import { TEMPLATES, type TemplateKey } from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'

/** Values that are the company's own and no sample. */
export type CompanyValues = Required<Pick<TemplateValues, 'company_name' | 'signature'>>

/**
 * A text someone is writing: what is wrong with it, and how it will look.
 */
export class TemplateDraft {
  readonly body: string
  readonly #text: MessageText | TextFault

  /** `typed` as it came from the form: browsers end lines in `\r\n`. */
  constructor(
    readonly key: TemplateKey,
    readonly locale: Locale,
    typed: string,
    readonly company: CompanyValues
  ) {
    this.body = typed.replace(/\r\n?/g, '\n').trim()
    this.#text = MessageText.parse(this.body, TEMPLATES[key].placeholders)
  }

  /** The first thing that keeps it from being saved, if any. */
  get fault(): TextFault | null {
    if (this.#text instanceof TextFault) return this.#text
    const lengths = PREVIEW_SCENES.map((scene) => this.preview(scene).length)
    if (Math.min(...lengths) === 0) return this.#atTheEnd('A mensagem sairia vazia.')
    const longest = Math.max(...lengths)
    return longest > MESSAGE_LIMIT ? this.#atTheEnd(tooLong(longest)) : null
  }

  /** The message about a sample interview; empty while the text has a fault in it. */
  preview(scene: PreviewScene): string {
    if (this.#text instanceof TextFault) return ''
    return this.#text.render({ ...sceneValues(scene, this.locale), ...this.company })
  }

  #atTheEnd(reason: string) {
    return new TextFault(this.body.split('\n').length, reason)
  }
}

const tooLong = (length: number) =>
  `Pronta, a mensagem teria ${length} caracteres; o máximo é ${MESSAGE_LIMIT}. Encurte o texto.`
