import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { defaultText } from '#templates/default_texts'
import { MESSAGE_LIMIT } from '#templates/message_length'
import Template from '#templates/models/template'
import { renderTemplate } from '#templates/render_template'
import User from '#users/models/user'

const admin = () =>
  User.create({ fullName: 'Bia Exemplo', email: 'bia@example.test', password: 'x', role: 'admin' })

test.group('A template', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('is the text we ship until somebody changes it', async ({ assert }) => {
    const body = await Template.bodyFor('interview_scheduled', 'pt-BR')
    assert.equal(body, defaultText('interview_scheduled', 'pt-BR'))
  })

  test('is the changed text afterwards, in that language only', async ({ assert }) => {
    const by = await admin()
    await Template.rewrite('interview_scheduled', 'en', 'Hi, {{ candidate_name }}!', { by })
    await Template.rewrite('interview_scheduled', 'en', 'Hello, {{ candidate_name }}!', { by })
    const values = { candidate_name: 'Ana' }
    assert.equal(await renderTemplate('interview_scheduled', 'en', values), 'Hello, Ana!')
    assert.match(await renderTemplate('interview_scheduled', 'pt-BR', values), /^🎯/)
    assert.lengthOf(await Template.all(), 1)
  })

  test('restored, or rewritten as it was, leaves no row behind', async ({ assert }) => {
    const by = await admin()
    await Template.rewrite('interview_reminder', 'pt-BR', 'Oi', { by })
    await Template.restore('interview_reminder', 'pt-BR')
    assert.isEmpty(await Template.all())

    await Template.rewrite('interview_reminder', 'pt-BR', 'Oi', { by })
    const shipped = defaultText('interview_reminder', 'pt-BR')
    await Template.rewrite('interview_reminder', 'pt-BR', shipped, { by })
    assert.isEmpty(await Template.all())
  })

  test('speaks the language nearest to the contact’s, and Portuguese to all others', async ({
    assert,
  }) => {
    const heading = async (locale: string) => {
      const message = await renderTemplate('interview_cancelled', locale, {})
      return message.split(' |')[0]
    }
    assert.equal(await heading('pt-BR'), '❌ *Entrevista cancelada')
    assert.equal(await heading('en-GB'), '❌ *Interview canceled')
    assert.equal(await heading('es'), '❌ *Entrevista cancelada')
    assert.equal(await heading('ja'), '❌ *Entrevista cancelada')
    assert.equal(await heading(''), '❌ *Entrevista cancelada')
  })

  test('is rendered inside a transaction, on its connection', async ({ assert }) => {
    const message = await db.transaction((client) =>
      renderTemplate('interview_scheduled', 'pt-BR', { candidate_name: 'Ana' }, { client })
    )
    assert.include(message, 'Olá, Ana!')
  })

  test('that reached the database past the editor is not run: ours is sent', async ({ assert }) => {
    const body = "{{ title.constructor.constructor('return process')().env.APP_KEY }}"
    await Template.create({ key: 'interview_reminder', locale: 'pt-BR', body })
    const message = await renderTemplate('interview_reminder', 'pt-BR', { title: 'Conversa' })
    assert.match(message, /^⏰[^]*Conversa/)
  })

  test('with a description too long to send keeps everything else', async ({ assert }) => {
    const description = 'Traga seus documentos. '.repeat(400)
    const values = { candidate_name: 'Ana', description, signature: 'Equipe de RH', time: '14:00' }
    const message = await renderTemplate('interview_scheduled', 'pt-BR', values)
    assert.isAtMost(message.length, MESSAGE_LIMIT)
    assert.include(message, '…\n\nBoa sorte!\n\n*Equipe de RH*')
  })
})
