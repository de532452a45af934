import { checkTwins, followTwins } from '#templates/approval/follow_twins'
import { approvedTwins } from '#templates/approval/approved_twins'
import { hearOfTwin } from '#templates/approval/hear_of_twin'
import { submitAll, submitTwin } from '#templates/approval/submit_twin'
import Template from '#templates/models/template'
import TemplateTwin from '#templates/models/template_twin'
import CompanySettings from '#settings/models/company_settings'
import { aUser, cleanScene, NOW, simulator, stopClockAt } from '#tests/scene'
import { TemplateRefused } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import { test } from '@japa/runner'
import { mock } from 'node:test'

const REMINDER = {
  sender: 'twilio',
  templateKey: 'interview_reminder',
  locale: 'pt-BR',
} as const

const submit = (of = REMINDER) => submitTwin(of, { by: null })
const settings = (values: object) => simulator('PUT', 'settings', values)
const contents = () => simulator<any[]>('GET', 'contents')
const decide = (name: string, decision: object) => simulator('PUT', `contents/${name}`, decision)

/** The provider answers nobody until it is told to. */
function mute() {
  const desk = whatsapp.use('twilio').templates!
  const silence = async () => {
    throw new TemplateRefused('O provedor não respondeu.')
  }
  const methods = (['submit', 'standing'] as const).map((name) => mock.method(desk, name, silence))
  return () => methods.forEach((method) => method.mock.restore())
}

async function follow(minutes: number) {
  stopClockAt(NOW.plus({ minutes }))
  await followTwins()
  return TemplateTwin.query().orderBy('version', 'desc').firstOrFail()
}

async function rewrite(body: string) {
  const by = await aUser('admin')
  await Template.rewrite('interview_reminder', 'pt-BR', body, { by })
}

test.group('Approval of a text', (group) => {
  group.each.setup(cleanScene)

  test('is asked for as utility, waits, and is granted', async ({ assert }) => {
    const by = await aUser('admin')
    const { outcome } = await submitTwin(REMINDER, { by })
    assert.equal(outcome, 'submitted')

    const twin = await TemplateTwin.firstOrFail()
    assert.deepInclude(twin.serialize(), {
      name: 'convoca_interview_reminder_v1',
      language: 'pt_BR',
      version: 1,
      state: 'pending',
      category: 'utility',
      submittedById: by.id,
    })
    const [content] = await contents()
    assert.equal(content.sid, twin.providerTemplateId)
    assert.equal(content.variables['1'], 'Ana Exemplo')
    assert.lengthOf(content.types['twilio/quick-reply'].actions, 3)
    assert.equal(content.types['twilio/quick-reply'].body, twin.body)

    assert.equal((await follow(1)).state, 'approved')
    assert.equal((await TemplateTwin.inUse(REMINDER))!.id, twin.id)
  })

  test('may be refused, and the reason is kept', async ({ assert }) => {
    await settings({ approvals: 'refused' })
    await submit()
    const twin = await follow(1)
    assert.deepEqual([twin.state, twin.reason], ['rejected', 'INVALID_FORMAT'])
    assert.isNull(await TemplateTwin.inUse(REMINDER))
  })

  test('what waits or is approved is not asked for again; what was refused is, as a new version', async ({
    assert,
  }) => {
    await submit()
    assert.deepEqual(await submit(), { outcome: 'unchanged' })
    await decide('convoca_interview_reminder_v1', { status: 'rejected' })
    await follow(1)
    assert.equal((await submit()).outcome, 'submitted')
    assert.equal((await TemplateTwin.newest(REMINDER))!.name, 'convoca_interview_reminder_v2')
  })

  test('asked for by ten at once is asked for once', async ({ assert }) => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => submit()))
    const submitted = outcomes.filter(({ outcome }) => outcome === 'submitted')
    assert.lengthOf(submitted, 1)
    assert.lengthOf(await contents(), 1)
    assert.lengthOf(await TemplateTwin.all(), 1)
  })

  test('a new wording is a new version; the old one is used until it is approved', async ({
    assert,
  }) => {
    await submit()
    await follow(1)
    await rewrite('Oi! Sua entrevista é {{ day_phrase }}, às {{ time }}.')
    await submit()
    assert.equal((await TemplateTwin.newest(REMINDER))!.state, 'pending')
    assert.equal((await TemplateTwin.inUse(REMINDER))!.version, 1)

    await follow(2)
    const now = (await TemplateTwin.inUse(REMINDER))!
    assert.deepEqual([now.version, now.body], [2, 'Oi! Sua entrevista é {{1}}, às {{2}}.'])
  })

  test("the company's name is part of it: another name is another wording", async ({ assert }) => {
    await submit()
    const company = await CompanySettings.current()
    await company.merge({ companyName: 'Outra Empresa Exemplo' }).save()
    assert.equal((await submit()).outcome, 'submitted')
    assert.include((await TemplateTwin.newest(REMINDER))!.body, 'Outra Empresa Exemplo')
  })

  test('a text that cannot be approved says so before anybody is asked', async ({ assert }) => {
    await rewrite('{{ candidate_name }}, até {{ time }}!')
    const submission = await submit()
    assert.equal(submission.outcome, 'fault')
    assert.isEmpty(await contents())
    assert.isEmpty(await TemplateTwin.all())
  })

  test('a provider that cannot be asked leaves a draft with the reason, to be tried again', async ({
    assert,
  }) => {
    const answers = mute()
    assert.equal((await submit()).outcome, 'refused')
    const draft = await TemplateTwin.firstOrFail()
    assert.equal(draft.state, 'draft')
    assert.match(draft.reason!, /não respondeu/)

    answers()
    assert.equal((await submit()).outcome, 'submitted')
    assert.lengthOf(await TemplateTwin.all(), 1)
  })

  test('all texts of a number are submitted in one go, in every language', async ({ assert }) => {
    const done = await submitAll('twilio', { by: null })
    assert.isTrue(done.every(({ outcome }) => outcome === 'submitted'))
    await follow(1)
    const names = (await approvedTwins('twilio', 'en-GB')).map(({ name }) => name)
    assert.deepEqual(names, [
      'convoca_interview_scheduled_v1',
      'convoca_interview_rescheduled_v1',
      'convoca_interview_updated_v1',
      'convoca_interview_cancelled_v1',
      'convoca_interview_reminder_v1',
      'convoca_team_message_v1',
    ])
  })
})

test.group('Following what was submitted', (group) => {
  group.each.setup(cleanScene)

  test('an approval that is lost is noticed within the hour, and when it comes back', async ({
    assert,
  }) => {
    await submit()
    await follow(1)
    await settings({ approvals: 'paused' })
    assert.equal((await follow(30)).state, 'approved')
    assert.equal((await follow(62)).state, 'paused')
    await settings({ approvals: 'normal' })
    assert.equal((await follow(130)).state, 'approved')
  })

  test('that it became advertising is noticed', async ({ assert }) => {
    await submit()
    await decide('convoca_interview_reminder_v1', { status: 'approved', category: 'MARKETING' })
    const twin = await follow(1)
    assert.isTrue(twin.isApproved && twin.isMarketing)
  })

  test('a provider that does not answer changes nothing, and is asked again', async ({
    assert,
  }) => {
    await submit()
    const answers = mute()
    assert.equal((await follow(1)).state, 'pending')
    answers()
    assert.equal((await follow(2)).state, 'approved')
  })

  test('Conferir asks at once', async ({ assert }) => {
    await submit()
    await decide('convoca_interview_reminder_v1', { status: 'approved' })
    assert.equal(await checkTwins({ sender: 'twilio' }), 0)
    assert.isTrue((await TemplateTwin.firstOrFail()).isApproved)
  })

  test('what a provider says by itself is heard, by its id or by the name', async ({ assert }) => {
    await submit()
    const { providerTemplateId, name } = await TemplateTwin.firstOrFail()
    const senders = ['twilio']
    const byName = { senders, name, language: 'pt_BR' }
    assert.equal(await hearOfTwin({ senders, providerTemplateId }, { state: 'approved' }), 1)
    assert.isTrue((await TemplateTwin.firstOrFail()).isApproved)
    const rejected = { state: 'rejected', reason: 'TAG_CONTENT_MISMATCH' } as const
    assert.equal(await hearOfTwin(byName, rejected), 1)
    assert.equal((await TemplateTwin.firstOrFail()).reason, 'TAG_CONTENT_MISMATCH')
    assert.equal(await hearOfTwin({ ...byName, senders: ['other'] }, { state: 'approved' }), 0)
  })
})
