import type { DateTime } from 'luxon'
import { askForCalls, checkChatApp } from '#whatsapp/gateways/chat_app_check'
import { ChatAppClient } from '#whatsapp/gateways/chat_app_client'
import { chatAppFailure, classifyCode } from '#whatsapp/gateways/chat_app_failure'
import { letterOf } from '#whatsapp/gateways/chat_app_letter'
import { chatsOf, listSent } from '#whatsapp/gateways/chat_app_list'
import { ChatAppSession } from '#whatsapp/gateways/chat_app_session'
import {
  CHAT_APP,
  paceOf,
  unusableChatAppSettings,
  type ChatAppSettings,
} from '#whatsapp/gateways/chat_app_settings'
import type { ChatAppTokenStore } from '#whatsapp/gateways/chat_app_tokens'
import { explainChatApp } from '#whatsapp/gateways/chat_app_words'
import {
  Gateway,
  type Capabilities,
  type MediaSource,
  type OutgoingMessage,
} from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'

/** Files go by link, one with each message. No way is known to have templates approved, or to send anything else. */
const CAPABILITIES: Omit<Capabilities, 'freeTextAnytime'> = {
  list: true,
  signature: false,
  templates: false,
  buttons: 0,
  choiceList: false,
  media: ['image', 'video', 'audio', 'document'],
  location: false,
  contacts: false,
  reactions: false,
  quotes: false,
  readMarks: false,
}

/**
 * One messenger of one ChatApp licence.
 */
export class ChatAppGateway extends Gateway {
  readonly provider = 'chat_app'
  readonly capabilities: Capabilities
  readonly missingSettings: string[]

  readonly #settings: ChatAppSettings
  readonly #client: ChatAppClient
  readonly #session: ChatAppSession

  constructor(settings: ChatAppSettings, tokens: ChatAppTokenStore) {
    super()
    this.#settings = settings
    this.missingSettings = unusableChatAppSettings(settings)
    this.#client = new ChatAppClient(settings)
    this.#session = new ChatAppSession(this.#client, tokens, settings)
    const messagesPerMinute = paceOf(settings)
    this.capabilities = {
      ...CAPABILITIES,
      // Somebody's own WhatsApp knows no window of 24 hours.
      freeTextAnytime: settings.messenger === 'grWhatsApp',
      ...(messagesPerMinute && { messagesPerMinute }),
    }
  }

  async send(message: OutgoingMessage): Promise<SendResult> {
    if (this.missingSettings.length > 0) return this.#notConfigured()
    const letter = letterOf(message, this.#settings.messenger)
    if ('outcome' in letter) return letter
    try {
      const [chat] = chatsOf(message.to)
      const path = `${this.#line}/chats/${encodeURIComponent(chat)}/messages/${letter.kind}`
      return accepted(await this.#session.ask('POST', path, letter.body))
    } catch (error) {
      return chatAppFailure(error)
    }
  }

  list(to: string, since: DateTime) {
    return listSent(to, since, (path) => this.#session.ask('GET', this.#line + path))
  }

  check() {
    return checkChatApp(this.#settings, this.#session)
  }

  override askForCalls() {
    return askForCalls(this.#settings, this.#session)
  }

  classifyFailure(code: string) {
    return classifyCode(code)
  }

  explain(code: string) {
    return explainChatApp(code)
  }

  /** A link that asks for no credentials. */
  override async mediaSource(reference: string): Promise<MediaSource> {
    const { host } = new URL(this.#settings.baseUrl ?? CHAT_APP)
    return { url: reference, headers: {}, hosts: ['.chatapp.online', host] }
  }

  close() {
    return this.#client.close()
  }

  get #line() {
    const { licenceId, messenger } = this.#settings
    return `/licenses/${licenceId}/messengers/${messenger}`
  }

  #notConfigured(): SendResult {
    const detail = this.missingSettings.join(', ')
    return { outcome: 'sender_blocked', code: 'not_configured', detail }
  }
}

function accepted(data: { id?: string | number; chatId?: string } | undefined): SendResult {
  if (!data?.id) {
    return { outcome: 'unconfirmed', code: 'unreadable_answer', detail: 'answer without id' }
  }
  const [, digits] = /^(\d+)@c\.us$/.exec(data.chatId ?? '') ?? []
  return {
    outcome: 'accepted',
    providerMessageId: String(data.id),
    address: digits && `+${digits}`,
  }
}
