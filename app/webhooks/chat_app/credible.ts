import Message from '#messages/models/message'
import type { StatusReport } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'

/** Clocks differ. */
const SKEW_MINUTES = 15

/**
 * A status is not signed. That of a message ChatApp gave us the id of is believed: it moves nothing but the ticks. One that
 * brings the id with it would settle a message nobody has confirmed, so ChatApp is asked whether there is such a message;
 * throws when it cannot say.
 */
export async function isCredible(report: StatusReport, sender: string) {
  const { messageId, providerMessageId } = report
  const message = messageId ? await Message.findBy({ uuid: messageId }) : null
  if (!message) return true
  if (message.sender !== sender) return false
  if (message.providerMessageId === providerMessageId) return true
  const since = (message.claimedAt ?? message.createdAt).minus({ minutes: SKEW_MINUTES })
  const listed = await whatsapp.use(sender).list(message.address, since)
  return listed.some((one) => one.providerMessageId === providerMessageId)
}
