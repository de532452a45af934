import { readFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { appUrl } from '#config/app'
import simulator from '#config/simulator'
import { addSender } from '#senders/configure_sender'
import { escapedJson } from '#simulator/cloud_api/signature'
import app from '@adonisjs/core/services/app'

const { cloudApi } = simulator

/** A number of ours at the simulated Meta. */
export const aMetaSender = ({ isDefault = false, ...more } = {}) =>
  addSender(
    {
      provider: 'cloud_api',
      label: 'Meta de demonstração',
      number: cloudApi.number,
      settings: {
        phone_number_id: cloudApi.phoneNumberId,
        waba_id: cloudApi.wabaId,
        access_token: cloudApi.accessToken,
        app_secret: cloudApi.appSecret,
        verify_token: cloudApi.verifyToken,
        graph_version: 'v26.0',
        ...more,
      },
    },
    { isDefault }
  )

export const hubSignature = (body: string | Buffer, secret = cloudApi.appSecret) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

interface Calling {
  path?: string
  /** Undefined: unsigned. */
  signature?: string | null
}

/** Calls us as Meta does, with exactly these bytes. */
export const metaPosts = (body: string | Buffer, { path, signature }: Calling = {}) =>
  fetch(appUrl + (path ?? '/webhooks/whatsapp'), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature !== null && { 'x-hub-signature-256': signature ?? hubSignature(body) }),
    },
    body: body as string,
  })

/** The same, as Meta writes JSON. */
export const metaSays = (batch: object, calling: Calling = {}) =>
  metaPosts(escapedJson(batch), calling)

export const metaFixture = (name: string): any =>
  JSON.parse(readFileSync(app.makePath(`tests/fixtures/cloud_api/${name}.json`), 'utf8'))

/** A text of a person's, by its id. */
export function metaText(id: string, body: string, more: object = {}) {
  const batch = metaFixture('text')
  const { value } = batch.entry[0].changes[0]
  Object.assign(value.messages[0], { id, text: { body }, ...more })
  return batch
}
