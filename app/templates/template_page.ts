import { approvalOf } from '#templates/approval/approval_page'
import { toHtml } from '#core/whatsapp_markup'
import CompanySettings from '#settings/models/company_settings'
import { LOCALE_LABELS, LOCALES, type Locale } from '#contacts/locales'
import { MESSAGE_LIMIT } from '#templates/message_length'
import Template from '#templates/models/template'
import { PLACEHOLDERS, type Placeholder } from '#templates/placeholders'
import { PREVIEW_SCENES, SCENE_LABELS, type PreviewScene } from '#templates/preview_scenes'
import { TEMPLATES, type TemplateKey } from '#templates/template_catalogue'
import { TemplateDraft } from '#templates/template_draft'

const SCENE_OPTIONS = PREVIEW_SCENES.map((value) => ({ value, label: SCENE_LABELS[value] }))

/** The draft of what someone typed; the text in use when they have typed nothing yet. */
export async function draftOf(key: TemplateKey, locale: Locale, typed?: string) {
  const { companyName, signature } = await CompanySettings.current()
  const body = typed ?? (await Template.bodyFor(key, locale))
  return new TemplateDraft(key, locale, body, { company_name: companyName, signature })
}

/** What the editor shows. */
export async function editorPage(draft: TemplateDraft, scene: PreviewScene) {
  const { key, locale } = draft
  const edited = await Template.edited(key, locale)
  await edited?.load('updatedBy')
  return {
    ...previewPart(draft, scene),
    key,
    locale,
    edited,
    body: draft.body,
    isUnsaved: draft.body !== (await Template.bodyFor(key, locale)),
    definition: TEMPLATES[key],
    locales: LOCALES.map((value) => ({ value, label: LOCALE_LABELS[value] })),
    scenes: SCENE_OPTIONS,
    palette: palette(key),
    approval: await approvalOf(key, locale),
  }
}

/** What the phone beside it shows. */
export function previewPart(draft: TemplateDraft, scene: PreviewScene) {
  const message = draft.preview(scene)
  return {
    scene,
    fault: draft.fault,
    formatted: toHtml(message),
    length: message.length,
    limit: MESSAGE_LIMIT,
    companyName: draft.company.company_name,
  }
}

function palette(key: TemplateKey) {
  return TEMPLATES[key].placeholders.map((name) => {
    const { explanation, isFlag }: Placeholder = PLACEHOLDERS[name]
    return { explanation, token: isFlag ? `@if(${name})\n\n@end` : `{{ ${name} }}` }
  })
}
