import { test } from '@japa/runner'
import { Secret } from '@adonisjs/core/helpers'
import { DateTime } from 'luxon'
import simulatorConfig from '#config/simulator'
import { eventually } from '#tests/eventually'
import { freePort } from '#tests/free_port'
import { MemoryTokenStore } from '#tests/gateways/chat_app_tokens'
import { gatewaySuite, type GatewayUnderTest } from '#tests/gateways/gateway_suite'
import { ScriptedServer } from '#tests/gateways/scripted_server'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import { ChatAppGateway } from '#whatsapp/gateways/chat_app_gateway'
import type { ChatAppSettings } from '#whatsapp/gateways/chat_app_settings'
import { readChatApp } from '#whatsapp/gateways/chat_app_webhook'

const PERSON = '+5531980000001'
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'
const { email, password, appId, licenceId } = simulatorConfig.chatApp

function openChatApp(
  { baseUrl }: SimulatorProcess,
  settings: Partial<ChatAppSettings> = {},
  tokens = new MemoryTokenStore()
) {
  return new ChatAppGateway(
    {
      email,
      password: new Secret(password),
      appId,
      licenceId,
      messenger: 'grWhatsApp',
      baseUrl: `${baseUrl}/simulator/chat_app`,
      publicUrl: 'http://127.0.0.1:9',
      ...settings,
    },
    tokens
  )
}

const open: GatewayUnderTest['open'] = (simulator, settings = {}) => {
  const { origin, credentials = true, ...connection } = settings
  return openChatApp(simulator, {
    ...connection,
    ...(origin && { baseUrl: origin }),
    ...(!credentials && { password: undefined }),
  })
}

gatewaySuite({
  name: 'ChatApp',
  capabilities: {
    list: true,
    signature: false,
    freeTextAnytime: true,
    templates: false,
    buttons: 0,
    choiceList: false,
    media: ['image', 'video', 'audio', 'document'],
    location: false,
    contacts: false,
    reactions: false,
    quotes: false,
    readMarks: false,
    messagesPerMinute: 10,
  },
  open,
})
