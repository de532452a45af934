import { receiveInbound } from '#messages/inbound'
import Message from '#messages/models/message'
import { arrived, dispatch } from '#tests/scene'
import type { Capabilities, OutgoingMessage } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import { randomUUID } from 'node:crypto'

/** What our number can show, for the length of a test; the texts alone go to the provider. */
export function ourNumberShows(shown: Pick<Capabilities, 'buttons' | 'choiceList'>) {
  const gateway = whatsapp.use()
  const send = gateway.send.bind(gateway)
  const value = { ...gateway.capabilities, ...shown }
  const sendText = ({ content: _, ...text }: OutgoingMessage) => send(text)
  Object.defineProperty(gateway, 'capabilities', { value, configurable: true, writable: true })
  Object.defineProperty(gateway, 'send', { value: sendText, configurable: true })
  return () => {
    Object.assign(gateway, { capabilities: { ...value, buttons: 0, choiceList: false } })
    Reflect.deleteProperty(gateway, 'send')
  }
}

/** The newest message of ours, as it left. */
export const newest = () =>
  Message.query().where('direction', 'outbound').orderBy('id', 'desc').firstOrFail()

export const titles = ({ content }: Message) => content?.buttons?.map(({ title }) => title) ?? []

/** She taps what stands under a message of ours, and our answer leaves. */
export async function taps(title: string, on: Message, from = '+5511900000001') {
  const { buttons = [], list } = on.content!
  const { id } = [...buttons, ...(list?.rows ?? [])].find((one) => one.title === title)!
  await press(id, { title, from, repliedTo: on.providerMessageId })
}

/** What arrives need not be what we ever offered. */
export async function press(
  payload: string,
  { title = 'Confirmar', from = '+5511900000001', repliedTo = null as string | null } = {}
) {
  const providerMessageId = `SM${randomUUID()}`
  const tapped = { providerMessageId, from, payload, repliedTo, body: title, profileName: null }
  await receiveInbound(tapped, arrived())
  await dispatch()
}
