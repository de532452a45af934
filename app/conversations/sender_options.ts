import { senderNamed } from '#senders/find_senders'
import { formatPhone } from '#contacts/format_phone'
import whatsapp from '#whatsapp/services/main'

/** Our numbers that write, by what people call them. */
export const senderOptions = () =>
  whatsapp.senders.map((value) => ({ value, label: labelOf(value) }))

function labelOf(name: string) {
  const sender = senderNamed(name)
  return sender?.label || (sender?.number ? formatPhone(sender.number) : name)
}
