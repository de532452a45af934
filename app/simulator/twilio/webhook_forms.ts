import type { Form } from '#simulator/webhook'
import type { Message, Status } from '#simulator/messages'
import { userIdOf, waId, type Phone } from '#simulator/phone'
import { attachmentsOf } from '#simulator/twilio/attachments'
import { API_VERSION } from '#simulator/twilio/message_resource'
import { refusalMessage } from '#simulator/twilio/refusal'

const CHANNEL_SID = `XE${'0'.repeat(31)}1`

/** What a status callback says about a message. */
export function statusForm(
  message: Message,
  accountSid: string,
  { status, error_code: errorCode }: { status: Status; error_code: number | null }
): Form {
  return {
    AccountSid: accountSid,
    ApiVersion: API_VERSION,
    ChannelInstallSid: CHANNEL_SID,
    ChannelPrefix: 'whatsapp',
    ChannelToAddress: message.recipient.replace(/^whatsapp:/, ''),
    From: message.sender,
    MessageSid: message.sid,
    MessageStatus: status,
    SmsSid: message.sid,
    SmsStatus: status,
    StructuredMessage: 'false',
    To: message.recipient,
    ...(['delivered', 'read'].includes(status) && { EventType: status.toUpperCase() }),
    ...(errorCode !== null && {
      ChannelStatusMessage: refusalMessage(errorCode),
      ErrorCode: String(errorCode),
      ErrorMessage: refusalMessage(errorCode),
    }),
  }
}

interface Account {
  accountSid: string
  /** Where the API answers. */
  twilioUrl: string
}

/** What the inbound webhook says when a person writes. */
export function inboundForm(message: Message, account: Account, phone: Phone): Form {
  // Whoever hides their number is known by the id alone.
  const id = /^whatsapp:\+/.test(message.sender) ? waId(phone) : ''
  return {
    AccountSid: account.accountSid,
    ApiVersion: API_VERSION,
    Body: message.body || (message.content.chosen?.title ?? ''),
    ChannelMetadata: JSON.stringify({
      type: 'whatsapp',
      data: { context: { ProfileName: phone.name, WaId: id } },
    }),
    ExternalUserId: `whatsapp:${userIdOf(phone.number)}`,
    From: message.sender,
    MessageSid: message.sid,
    MessageType: typeOf(message),
    NumMedia: '0',
    NumSegments: '1',
    ProfileName: phone.name,
    ReferralNumMedia: '0',
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    SmsStatus: 'received',
    To: message.recipient,
    WaId: id,
    ...choice(message.content),
    ...files(message, account),
    ...place(message.content),
    ...(message.content.forwarded && { Forwarded: 'true' }),
    ...(message.quoted && {
      OriginalRepliedMessageSender: message.recipient,
      OriginalRepliedMessageSid: message.quoted,
    }),
  }
}

function typeOf({ content }: Message) {
  const { chosen, media, location, contacts } = content
  if (chosen) return 'interactive'
  if (location) return 'location'
  if (contacts) return 'contacts'
  return media?.length ? media[0].kind : 'text'
}

function choice({ chosen }: Message['content']): Form {
  if (!chosen) return {}
  const { kind, id, title, description = '' } = chosen
  if (kind === 'button') return { ButtonPayload: id, ButtonText: title }
  return { ListId: id, ListTitle: title, ListDescription: description }
}

function files(message: Message, { accountSid, twilioUrl }: Account): Form {
  const attachments = attachmentsOf(message)
  const messageUrl = `${twilioUrl}/${API_VERSION}/Accounts/${accountSid}/Messages/${message.sid}`
  const fields = attachments.flatMap(({ sid, contentType }, at) => [
    [`MediaUrl${at}`, `${messageUrl}/Media/${sid}`],
    [`MediaContentType${at}`, contentType],
  ])
  return { ...Object.fromEntries(fields), NumMedia: String(attachments.length) }
}

function place({ location }: Message['content']): Form {
  if (!location) return {}
  const { latitude, longitude, name, address } = location
  return {
    Latitude: String(latitude),
    Longitude: String(longitude),
    ...(name && { Label: name }),
    ...(address && { Address: address }),
  }
}
