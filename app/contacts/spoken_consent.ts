import type Consent from '#contacts/models/consent'

/** Who decided, and in which words; the words of an anonymised person are gone. */
export function spokenConsent({ source, text, recordedBy }: Consent) {
  if (source === 'inbound') return text ? `A pessoa escreveu “${text}”` : 'A pessoa escreveu'
  const who = source === 'api' ? `${recordedBy.fullName}, pela API` : recordedBy.fullName
  return text ? `${who}: “${text}”` : who
}
