import type { Content } from '#simulator/content'
import { SAMPLE_FILES } from '#simulator/sample_files'

/** What WhatsApp lets a person write. */
export const TEXT_LIMIT = 4096

interface Written {
  text?: string
  content?: Content
}

/** What can be sent at a touch and is no file. */
const WRITTEN = {
  location: {
    content: {
      location: {
        latitude: -23.561414,
        longitude: -46.655881,
        name: 'Praça do Exemplo',
        address: 'Rua do Exemplo, 100, São Paulo',
      },
    },
  },
  contact: { content: { contacts: [{ name: 'Bruno Exemplo', phones: ['+5511900000002'] }] } },
  forwarded: { text: 'Olha esta vaga!', content: { forwarded: true } },
  unsupported: { content: { unsupported: 'poll_creation' } },
  longest: { text: 'Texto comprido. '.repeat(256).slice(0, TEXT_LIMIT) },
  odd_signs: { text: 'Família 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 e שלום, مرحبا' },
  nul: { text: 'antes\u0000depois' },
} satisfies Record<string, Written>

export const SAMPLES = [
  ...(Object.keys(SAMPLE_FILES) as (keyof typeof SAMPLE_FILES)[]),
  ...(Object.keys(WRITTEN) as (keyof typeof WRITTEN)[]),
] as const
export type Sample = (typeof SAMPLES)[number]

export const fileOf = (sample: Sample) =>
  sample in SAMPLE_FILES ? SAMPLE_FILES[sample as keyof typeof SAMPLE_FILES]() : null

export const writtenOf = (sample: Sample): Written => WRITTEN[sample as keyof typeof WRITTEN] ?? {}

/** On the phone's paper clip, in a person's words. */
export const CLIP: { sample: Sample; name: string; icon: string }[] = [
  { sample: 'photo', name: 'Foto', icon: 'image' },
  { sample: 'document', name: 'Documento', icon: 'file-text' },
  { sample: 'voice', name: 'Áudio', icon: 'mic' },
  { sample: 'location', name: 'Localização', icon: 'map-pin' },
  { sample: 'contact', name: 'Contato', icon: 'user-round' },
  { sample: 'forwarded', name: 'Encaminhada', icon: 'forward' },
]

/** What makes receivers stumble. */
export const ODD: { sample: Sample; name: string }[] = [
  { sample: 'unsupported', name: 'Enquete, que ninguém sabe receber' },
  { sample: 'odd_signs', name: 'Emojis compostos' },
  { sample: 'longest', name: '4.096 caracteres' },
  { sample: 'nul', name: 'Um caractere nulo' },
  { sample: 'impostor', name: 'Página que se diz foto' },
  { sample: 'oversized', name: 'Foto de 17 MB' },
]
