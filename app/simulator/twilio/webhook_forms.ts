import type { Form } from '#simulator/webhook'
import type { Message, Status } from '#simulator/messages'
import { userIdOf, waId, type Phone } from '#simulator/phone'
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

/** What the inbound webhook says when a person writes. */
export function inboundForm(message: Message, accountSid: string, phone: Phone): Form {
  return {
    AccountSid: accountSid,
    ApiVersion: API_VERSION,
    Body: message.body,
    ChannelMetadata: JSON.stringify({
      type: 'whatsapp',
      data: { context: { ProfileName: phone.name, WaId: waId(phone) } },
    }),
    ExternalUserId: `whatsapp:${userIdOf(phone.number)}`,
    From: message.sender,
    MessageSid: message.sid,
    MessageType: 'text',
    NumMedia: '0',
    NumSegments: '1',
    ProfileName: phone.name,
    ReferralNumMedia: '0',
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    SmsStatus: 'received',
    To: message.recipient,
    WaId: waId(phone),
    ...(message.quoted && {
      OriginalRepliedMessageSender: message.recipient,
      OriginalRepliedMessageSid: message.quoted,
    }),
  }
}
