import Message from '#messages/models/message'
import { deliverCallbacks, dispatch, simulator } from '#tests/scene'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'

const ANA = '+5511900000001'

/** What our number can show, for the length of a test. */
export function ourNumberShows(shown: Partial<Capabilities>) {
  const gateway = whatsapp.use()
  const { capabilities } = gateway
  Object.assign(gateway, { capabilities: { ...capabilities, ...shown } })
  return () => void Object.assign(gateway, { capabilities })
}

/** The newest message of ours, as it left. */
export const newest = () =>
  Message.query().where('direction', 'outbound').orderBy('id', 'desc').firstOrFail()

export const titles = ({ content }: Message) => content?.buttons?.map(({ title }) => title) ?? []

/** She taps what stands under a message of ours, and our answer leaves. */
export async function taps(title: string, on: Message) {
  const { buttons = [], list } = on.content!
  const { id: choice } = [...buttons, ...(list?.rows ?? [])].find((one) => one.title === title)!
  await gestures({ choice, quoted: on.providerMessageId })
}

/** What arrives need not be what we ever offered. */
export const press = (id: string, title = 'Confirmar') =>
  gestures({ content: { chosen: { kind: 'button', id, title } } })

async function gestures(gesture: object) {
  await simulator('POST', `phones/${ANA}/replies`, gesture)
  await deliverCallbacks()
  await dispatch()
}
