import type { Locale } from '#contacts/locales'
import { PLACEHOLDERS, type Placeholder, type TemplateValues } from '#templates/placeholders'

/** The interviews a text is tried on, so that each of its branches is seen. */
export const PREVIEW_SCENES = ['onsite', 'video', 'phone'] as const
export type PreviewScene = (typeof PREVIEW_SCENES)[number]

export const SCENE_LABELS: Record<PreviewScene, string> = {
  onsite: 'Presencial',
  video: 'Por vídeo',
  phone: 'Por telefone',
}

const TYPE_LABELS: Record<Locale, Record<PreviewScene, string>> = {
  'pt-BR': SCENE_LABELS,
  'en': { onsite: 'In person', video: 'Video call', phone: 'Phone call' },
  'es': { onsite: 'Presencial', video: 'Por video', phone: 'Por teléfono' },
}

const ABSENT: Record<PreviewScene, TemplateValues> = {
  onsite: { meeting_url: '', time_zone_label: '' },
  video: { location: '', onsite: '' },
  phone: { location: '', onsite: '', meeting_url: '', description: '', time_zone_label: '' },
}

/** Sample values of an interview of this kind. */
export function sceneValues(scene: PreviewScene, locale: Locale): TemplateValues {
  const samples = Object.entries(PLACEHOLDERS).map(([name, placeholder]) => [
    name,
    sampleOf(placeholder, locale),
  ])
  return {
    ...Object.fromEntries(samples),
    ...ABSENT[scene],
    type_label: TYPE_LABELS[locale][scene],
  }
}

const sampleOf = ({ sample }: Placeholder, locale: Locale) =>
  typeof sample === 'string' ? sample : sample[locale]
