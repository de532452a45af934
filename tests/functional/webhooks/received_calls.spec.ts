import Message from '#messages/models/message'
import WebhookCall from '#webhooks/models/webhook_call'
import { writeRefusals } from '#webhooks/refusals'
import { aCandidate, aUser, cleanScene, processWebhooks } from '#tests/scene'
import { aSid, inboundCall, statusCall } from '#tests/twilio_calls'
import { appUrl } from '#config/app'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const look = async (client: ApiClient, path = '', role: 'admin' | 'recruiter' = 'admin') =>
  client.get(`/settings/webhook_calls${path}`).loginAs(await aUser(role))

test.group('Webhooks recebidos', (group) => {
  group.each.setup(cleanScene)

  test('each call is listed with what came of it', async ({ client }) => {
    await aCandidate()
    await inboundCall(aSid(1), 'oi')
    await statusCall(aSid(9), 'delivered')
    await processWebhooks()
    const page = await look(client)
    page.assertTextIncludes('Mensagem recebida')
    page.assertTextIncludes('Recebida')
    page.assertTextIncludes('Envio desconhecido')
  })

  test('only those with trouble, or those that wait', async ({ client, assert }) => {
    await inboundCall(aSid(1), 'oi')
    await processWebhooks()
    await statusCall(aSid(9), 'delivered')
    const trouble = await look(client, '?only=trouble')
    trouble.assertTextIncludes('Nenhuma chamada assim')
    const waiting = await client.get('/settings/webhook_calls?only=waiting').loginAs(await admin())
    assert.lengthOf(waiting.text().match(/aria-label="Ver a chamada/g) ?? [], 1)
  })

  test('a call shows its fields as they came', async ({ client }) => {
    await inboundCall(aSid(1), '  <b>oi</b>  ')
    const { id } = await WebhookCall.firstOrFail()
    const page = await look(client, `/${id}`)
    page.assertTextIncludes('MessageSid')
    page.assertTextIncludes('&lt;b&gt;oi&lt;/b&gt;')
    page.assertTextIncludes(`/settings/webhook_calls/${id}/reprocessing`)
  })

  test('reprocessing does what was left undone, and nothing twice', async ({ client, assert }) => {
    await aCandidate()
    await inboundCall(aSid(1), 'oi')
    const call = await WebhookCall.firstOrFail()
    await (call as WebhookCall)
      .merge({ outcome: 'gave_up', attempts: 10, processedAt: call.createdAt })
      .save()
    const user = await aUser('admin')
    const again = () =>
      client
        .post(`/settings/webhook_calls/${call.id}/reprocessing`)
        .loginAs(user)
        .withCsrfToken()
        .redirects(0)
    await again()
    assert.equal((await call.refresh()).outcome, 'received')
    await again()
    assert.equal((await call.refresh()).outcome, 'duplicate')
    assert.lengthOf(await Message.all(), 1)
  })

  test('what was refused is counted, and says what to look at', async ({ client, assert }) => {
    const forged = () =>
      fetch(`${appUrl}/webhooks/twilio/messages`, { method: 'POST', body: 'MessageSid=SM1' })
    await forged()
    await writeRefusals()
    await forged()
    await forged()
    const page = await look(client)
    page.assertTextIncludes('3 chamadas')
    page.assertTextIncludes('APP_URL')
    assert.lengthOf(await db.from('webhook_refusals'), 1)
    assert.isEmpty(await WebhookCall.all())
  })

  test('only who administers may look', async ({ client }) => {
    const page = await look(client, '', 'recruiter')
    page.assertStatus(403)
  })
})

const admin = async () => aUser('admin', { email: 'another@demo.convoca.test' })
