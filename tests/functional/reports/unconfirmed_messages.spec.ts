import Message from '#messages/models/message'
import { anInterview, aUser, cleanScene, NOW } from '#tests/scene'
import { test } from '@japa/runner'

async function anUncertainOne(attributes: Partial<Message> = {}) {
  await anInterview()
  const message = await Message.firstOrFail()
  const uncertain = { status: 'unconfirmed', claimedAt: NOW.minus({ minutes: 40 }) } as const
  const said = { errorCode: '20500', errorDetail: 'An internal server error has occurred' }
  return message.merge({ ...uncertain, reason: 'needs_person', ...said, ...attributes }).save()
}

test.group('Envios sem confirmação', (group) => {
  group.each.setup(cleanScene)

  test('says kindly that there is nothing to decide', async ({ client }) => {
    const page = await client.get('/messages/unconfirmed').loginAs(await aUser())
    page.assertTextIncludes('Nada a decidir')
  })

  test('shows person, text, interview, when it was tried and what the provider said', async ({
    client,
    assert,
  }) => {
    const message = await anUncertainOne()
    const page = await client.get('/messages/unconfirmed').loginAs(await aUser())
    for (const shown of ['Ana Exemplo', '+55 11 90000-0001', 'Entrevista técnica', 'hoje 9:20']) {
      page.assertTextIncludes(shown)
    }
    page.assertTextIncludes(`/interviews/${message.interviewId}`)
    page.assertTextIncludes('O Twilio teve um problema.')
    page.assertTextIncludes('An internal server error has occurred')
    page.assertTextIncludes('Pergunte à pessoa se a mensagem chegou')
    assert.notInclude(page.text(), 'Estamos conferindo')
    for (const button of ['Reenviar', 'Marcar como enviada']) page.assertTextIncludes(button)
  })

  test('one that is being looked for is only shown, with the next look', async ({
    client,
    assert,
  }) => {
    await anUncertainOne({ reason: 'unconfirmed', reconcileAt: NOW.plus({ minutes: 1 }) })
    const page = await client.get('/messages/unconfirmed').loginAs(await aUser())
    page.assertTextIncludes('Sendo procuradas')
    page.assertTextIncludes('10:01')
    page.assertTextIncludes('Nada a decidir')
    assert.notInclude(page.text(), 'Reenviar')
  })

  test('one during which the process kept dying says so', async ({ client }) => {
    await anUncertainOne({ errorCode: null, errorDetail: null, crashes: 3 })
    const page = await client.get('/messages/unconfirmed').loginAs(await aUser())
    page.assertTextIncludes('O programa caiu 3 vezes')
  })

  test('both decisions take it off the page', async ({ client, assert }) => {
    const user = await aUser()
    const { id } = await anUncertainOne()
    const decide = (path: string) =>
      client.post(`/messages/${path}`).loginAs(user).withCsrfToken().redirects(0)
    await decide(`${id}/mark_as_sent`)
    assert.equal((await Message.findOrFail(id)).status, 'accepted')
    await Message.query().update({ status: 'unconfirmed', reason: 'needs_person' })
    await decide(`${id}/resend`)
    assert.equal((await Message.findOrFail(id)).reason, 'resent_by_person')
    const page = await client.get('/messages/unconfirmed').loginAs(user)
    page.assertTextIncludes('Nada a decidir')
  })

  test('Hoje, the queue and a banner lead there', async ({ client, assert }) => {
    const user = await aUser()
    await anUncertainOne()
    const today = await client.get('/').loginAs(user)
    today.assertTextIncludes('1 envio sem confirmação')
    const queue = await client.get('/queue').loginAs(user)
    queue.assertTextIncludes('1 para você decidir')
    const contacts = await client.get('/contacts').loginAs(user)
    contacts.assertTextIncludes('Um envio sem confirmação espera por você.')
    const itself = await client.get('/messages/unconfirmed').loginAs(user)
    assert.notInclude(itself.text(), 'espera por você.')
    const forAgent = await client.get('/').loginAs(await aUser('agent'))
    assert.notInclude(forAgent.text(), 'espera por você.')
  })

  test('is for who recruits', async ({ client }) => {
    const forAgent = await client.get('/messages/unconfirmed').loginAs(await aUser('agent'))
    forAgent.assertStatus(403)
  })
})
