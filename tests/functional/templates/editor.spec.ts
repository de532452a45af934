import User from '#users/models/user'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { defaultText } from '#templates/default_texts'
import Template from '#templates/models/template'
import { renderTemplate } from '#templates/render_template'
import { aUser } from '#tests/scene'

const EDITOR = '/settings/templates/interview_scheduled'
const EDITOR_IN_ENGLISH = `${EDITOR}?locale=en`

async function save(client: ApiClient, body: string, locale = 'pt-BR') {
  return client
    .put(EDITOR)
    .form({ body, locale })
    .loginAs(await aUser('admin'))
    .withCsrfToken()
    .redirects(0)
}

test.group('Changing a text', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('the list tells which texts are ours and which were changed', async ({ client, assert }) => {
    const by = await aUser('admin')
    await Template.rewrite('interview_reminder', 'en', 'Hi {{ candidate_name }}', { by })
    const page = await client.get('/settings/templates').loginAs(by)
    page.assertStatus(200)
    assert.include(page.text(), 'Editado: Inglês')
    assert.lengthOf(page.text().match(/Padrão/g)!, 5)
  })

  test('the editor shows the text as it is written and as it arrives', async ({
    client,
    assert,
  }) => {
    const page = await client.get(EDITOR).loginAs(await aUser('admin'))
    page.assertStatus(200)
    assert.include(page.text(), '• *Título:* {{ title }}')
    assert.include(page.text(), '<strong>Título:</strong> Entrevista técnica')
  })

  test('a saved text is what candidates get from then on', async ({ client, assert }) => {
    const response = await save(client, 'Oi, {{ candidate_name }}!\r\nAté {{ date }}.')
    response.assertHeader('location', `${EDITOR}?locale=pt-BR`)
    response.assertFlashMessage('success', 'Modelo salvo. Vale a partir da próxima mensagem.')
    const values = { candidate_name: 'Ana', date: 'terça-feira' }
    assert.equal(
      await renderTemplate('interview_scheduled', 'pt-BR', values),
      'Oi, Ana!\nAté terça-feira.'
    )
    const { updatedById } = await Template.firstOrFail()
    assert.equal(updatedById, (await User.firstOrFail()).id)
  })

  test('a text that says what it may not comes back with line and reason, to be corrected', async ({
    client,
    assert,
  }) => {
    const body = 'Oi\n{{ process.env.APP_KEY }}'
    const page = await save(client, body, 'en')
    page.assertStatus(422)
    assert.include(page.text(), 'Linha 2: Entre {{ e }} só cabe o nome de um campo')
    assert.include(page.text(), `${body}</textarea>`)
    assert.include(page.text(), '<input type="hidden" name="locale" value="en">')
    assert.isEmpty(await Template.all())
  })

  test('a text whose message would be too long is refused with the count', async ({
    client,
    assert,
  }) => {
    const page = await save(client, 'x'.repeat(1601))
    page.assertStatus(422)
    assert.include(page.text(), 'a mensagem teria 1601 caracteres; o máximo é 1600.')
    assert.isEmpty(await Template.all())
  })

  for (const body of ['', '   \n  ', '@if(location)\n{{ location }}\n@end']) {
    test(`a text that could arrive empty is refused: ${JSON.stringify(body)}`, async ({
      client,
      assert,
    }) => {
      const page = await save(client, body)
      page.assertStatus(422)
      assert.include(page.text(), 'A mensagem sairia vazia.')
      assert.isEmpty(await Template.all())
    })
  }

  test('the default comes back, in that language only', async ({ client, assert }) => {
    const by = await aUser('admin')
    await Template.rewrite('interview_scheduled', 'pt-BR', 'Oi', { by })
    await Template.rewrite('interview_scheduled', 'en', 'Hi', { by })
    const response = await client.delete(EDITOR_IN_ENGLISH).loginAs(by).withCsrfToken().redirects(0)
    response.assertHeader('location', EDITOR_IN_ENGLISH)
    assert.equal(await Template.bodyFor('interview_scheduled', 'pt-BR'), 'Oi')
    assert.equal(
      await Template.bodyFor('interview_scheduled', 'en'),
      defaultText('interview_scheduled', 'en')
    )
  })

  test('a template nobody knows is not found', async ({ client }) => {
    const admin = await aUser('admin')
    for (const key of ['unknown', 'constructor', 'interview_scheduled2']) {
      const page = await client.get(`/settings/templates/${key}`).loginAs(admin)
      page.assertStatus(404)
    }
  })

  test('HTML in a text is shown as text', async ({ client, assert }) => {
    const by = await aUser('admin')
    const body = '</textarea><script>alert(1)</script> "{{ title }}"'
    await Template.rewrite('interview_scheduled', 'pt-BR', body, { by })
    const page = await client.get(EDITOR).loginAs(by)
    assert.notInclude(page.text(), '<script>alert(1)')
  })
})

test.group('Previewing a text', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  const preview = async (client: ApiClient, fields: object) =>
    client
      .post(`${EDITOR}/preview`)
      .form({ locale: 'pt-BR', ...fields })
      .loginAs(await aUser('admin'))
      .withCsrfToken()

  const livePreview = async (client: ApiClient, fields: object) =>
    client
      .post(`${EDITOR}/preview`)
      .header('x-requested-with', 'XMLHttpRequest')
      .form({ locale: 'pt-BR', ...fields })
      .loginAs(await aUser('admin'))
      .withCsrfToken()

  test('a script gets the phone alone', async ({ client, assert }) => {
    const answer = await livePreview(client, { body: '*{{ title }}* <b>', scene: 'video' })
    answer.assertStatus(200)
    assert.include(answer.text(), '<strong>Entrevista técnica</strong> &lt;b&gt;')
    assert.notInclude(answer.text(), '<html')
  })

  test('each kind of interview shows its own lines', async ({ client, assert }) => {
    const body = '@if(onsite)\nno local\n@else\n{{ type_label }}\n@end'
    const page = await preview(client, { body, scene: 'phone' })
    assert.match(page.text(), /bubble-text[^>]*>\s*Por telefone/)
  })

  test('without a script the whole page comes back with the draft in it', async ({
    client,
    assert,
  }) => {
    const page = await preview(client, { body: 'Rascunho de {{ title }}' })
    page.assertStatus(200)
    assert.include(page.text(), 'Rascunho de {{ title }}</textarea>')
    assert.include(page.text(), 'Rascunho de Entrevista técnica')
    assert.isEmpty(await Template.all())
  })

  test('without a script the fault is told beside the draft', async ({ client, assert }) => {
    const page = await preview(client, { body: 'A\n@if(title)\nB' })
    assert.include(page.text(), 'Linha 2: Falta o @end')
    assert.include(page.text(), '@if(title)\nB</textarea>')
  })

  test('a script gets the fault as a sentence', async ({ client }) => {
    const answer = await livePreview(client, { body: '{{ salary }}' })
    answer.assertStatus(422)
    answer.assertTextIncludes('Linha 1: O campo “salary” não existe neste modelo.')
  })
})

test.group('Who may change texts', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  for (const role of ['recruiter', 'agent'] as const) {
    test(`not a ${role}`, async ({ client, assert }) => {
      const user = await aUser(role)
      const requests = [
        client.get('/settings/templates'),
        client.get(EDITOR),
        client.put(EDITOR).form({ body: 'Oi', locale: 'pt-BR' }).withCsrfToken(),
        client.delete(EDITOR).withCsrfToken(),
        client.post(`${EDITOR}/preview`).form({ body: 'Oi', locale: 'pt-BR' }).withCsrfToken(),
      ]
      for (const request of requests) {
        const response = await request.loginAs(user).accept('json')
        response.assertStatus(403)
      }
      assert.isEmpty(await Template.all())
    })
  }

  test('strangers are asked to sign in', async ({ client }) => {
    const response = await client.get(EDITOR).redirects(0)
    response.assertStatus(302)
  })

  test('a form of another site changes nothing', async ({ client, assert }) => {
    const admin = await aUser('admin')
    await client.put(EDITOR).form({ body: 'Oi', locale: 'pt-BR' }).loginAs(admin).redirects(0)
    assert.isEmpty(await Template.all())
  })
})
