import { followTwins } from '#templates/approval/follow_twins'
import Template from '#templates/models/template'
import TemplateTwin from '#templates/models/template_twin'
import { aUser, cleanScene, NOW, simulator, stopClockAt } from '#tests/scene'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#users/models/user'

const EDITOR = '/settings/templates/interview_reminder'
const LIST = '/settings/templates'

const post = (client: ApiClient, path: string, by: User, form: object) =>
  client.post(path).form(form).loginAs(by).withCsrfToken().redirects(0)

const ask = (client: ApiClient, by: User) =>
  post(client, `${EDITOR}/approvals`, by, { sender: 'twilio', locale: 'pt-BR' })

async function decided(decision?: object) {
  if (decision) await simulator('PUT', 'contents/convoca_interview_reminder_v1', decision)
  stopClockAt(NOW.plus({ minutes: 2 }))
  await followTwins()
}

test.group('The approval beside a text', (group) => {
  group.each.setup(cleanScene)

  test('says that nobody asked yet, and shows what would be asked for', async ({
    client,
    assert,
  }) => {
    const page = await client.get(EDITOR).loginAs(await aUser('admin'))
    assert.include(page.text(), 'Não pedido')
    assert.include(page.text(), '• *Título:* {{3}}')
    assert.include(page.text(), 'Pedir aprovação')
  })

  test('asked for, it is under review; decided, it says so', async ({ client, assert }) => {
    const by = await aUser('admin')
    const asked = await ask(client, by)
    asked.assertFlashMessage('success', 'Enviado para aprovação. A resposta aparece aqui.')
    const page = await client.get(EDITOR).loginAs(by)
    assert.include(page.text(), 'Em análise')
    await decided()
    const later = await client.get(EDITOR).loginAs(by)
    assert.include(later.text(), 'Aprovado')
    assert.include(later.text(), 'Fora da janela de 24 horas o texto sai assim.')
    assert.notInclude(later.text(), '>Pedir aprovação<')
  })

  test('refused, it says why in Portuguese and what to do', async ({ client, assert }) => {
    const by = await aUser('admin')
    await ask(client, by)
    await decided({ status: 'rejected', rejection_reason: 'INVALID_FORMAT' })
    const page = await client.get(EDITOR).loginAs(by)
    assert.include(page.text(), 'Recusado')
    assert.include(page.text(), 'O formato não é aceito: confira onde estão os campos.')
    assert.include(page.text(), 'Mude o texto e peça outra aprovação.')
  })

  test('made marketing, it says what that costs', async ({ client, assert }) => {
    const by = await aUser('admin')
    await ask(client, by)
    await decided({ status: 'approved', category: 'MARKETING' })
    const page = await client.get(EDITOR).loginAs(by)
    assert.include(page.text(), 'classificou como marketing')
  })

  test('a text that changed since says that the old one still goes out', async ({
    client,
    assert,
  }) => {
    const by = await aUser('admin')
    await ask(client, by)
    await decided()
    await Template.rewrite('interview_reminder', 'pt-BR', 'Oi, {{ candidate_name }}, até já.', {
      by,
    })
    const page = await client.get(EDITOR).loginAs(by)
    assert.include(page.text(), 'ainda sai o texto antigo')
    await ask(client, by)
    const asked = await client.get(EDITOR).loginAs(by)
    assert.include(asked.text(), 'Enquanto isso sai a versão 1, aprovada antes.')
  })

  test('a text that cannot be approved says which line and what to change', async ({
    client,
    assert,
  }) => {
    const by = await aUser('admin')
    await Template.rewrite('interview_reminder', 'pt-BR', 'Oi!\nAté {{ time }}', { by })
    const page = await client.get(EDITOR).loginAs(by)
    assert.include(page.text(), 'Linha 2: Um modelo aprovado não pode terminar com um campo')
    assert.notInclude(page.text(), '>Pedir aprovação<')
    const asked = await ask(client, by)
    assert.match(String(asked.flashMessage('errorsBag').approval), /^Linha 2/)
    assert.isEmpty(await TemplateTwin.all())
  })

  test('Conferir asks the provider at once', async ({ client, assert }) => {
    const by = await aUser('admin')
    await ask(client, by)
    await simulator('PUT', 'contents/convoca_interview_reminder_v1', { status: 'approved' })
    const form = { sender: 'twilio', key: 'interview_reminder', locale: 'pt-BR' }
    const answer = await post(client, `${LIST}/checks`, by, form)
    answer.assertFlashMessage('success', 'Situação conferida com o provedor.')
    answer.assertHeader('location', `${EDITOR}?locale=pt-BR`)
    const page = await client.get(EDITOR).loginAs(by)
    assert.include(page.text(), 'Aprovado')
  })

  test('all texts of a number are asked for from the list', async ({ client, assert }) => {
    const by = await aUser('admin')
    const answer = await post(client, `${LIST}/approvals`, by, { sender: 'twilio' })
    answer.assertFlashMessage('success', '18 textos enviados para aprovação.')
    const page = await client.get(LIST).loginAs(by)
    assert.match(page.text(), /0 aprovados, 18 em análise/)
  })

  test('a number there is none of is refused', async ({ client, assert }) => {
    const by = await aUser('admin')
    await post(client, `${LIST}/approvals`, by, { sender: 'nobody' })
    assert.isEmpty(await TemplateTwin.all())
  })

  test('only administrators ask', async ({ client, assert }) => {
    const by = await aUser('recruiter')
    await ask(client, by)
    assert.isEmpty(await TemplateTwin.all())
  })
})
