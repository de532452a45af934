import MediaFile, { type MediaReason } from '#media/models/media_file'
import type Message from '#messages/models/message'

const REASONS: Record<MediaReason, string> = {
  type: 'Tipo de arquivo que não guardamos',
  forbidden_address: 'O provedor indicou um endereço que não é dele',
  too_large: 'Grande demais para guardar',
  not_found: 'O provedor não tem mais o arquivo',
  unavailable: 'O provedor não entregou o arquivo',
}

/** What became of the files of these messages, by the name a message has for them. */
export async function keptFilesOf(messages: Message[]): Promise<Map<string, MediaFile>> {
  const names = messages.flatMap(
    ({ content }) => content?.media?.flatMap(({ file }) => file ?? []) ?? []
  )
  if (names.length === 0) return new Map()
  const files = await MediaFile.query().whereIn('uuid', names)
  return new Map(files.map((file) => [file.uuid, file]))
}

/** Why there is nothing to open. */
export const mediaState = ({ state, reason }: Pick<MediaFile, 'state' | 'reason'>) =>
  state === 'refused' && reason ? REASONS[reason] : 'Buscando o arquivo…'
