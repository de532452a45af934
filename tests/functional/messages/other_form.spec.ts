import Contact from '#contacts/models/contact'
import type Interview from '#interviews/models/interview'
import { claimDue } from '#messages/claim'
import { recordLanded } from '#messages/landed'
import Message from '#messages/models/message'
import { otherForm } from '#messages/other_form'
import { aSid } from '#tests/twilio_calls'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import {
  accepted,
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  messagesOf,
  NOW,
  simulator,
} from '#tests/scene'

const NEW_FORM = '+5531980000001'
const OLD_FORM = '+553180000001'

const only = async (interview: Interview) => {
  const [message, ...others] = await messagesOf(interview)
  if (others.length > 0) throw new Error('There is more than one message')
  return message
}

async function bookedWith(phone = NEW_FORM) {
  const candidate = await aCandidate({ phone })
  return { candidate, interview: await anInterview({ candidateId: candidate.id }) }
}

test.group('The other form of a number', (group) => {
  group.each.setup(cleanScene)

  /** An account of before the ninth digit, on a day when only its own form is found. */
  group.each.setup(async () => {
    await simulator('PUT', 'settings', { ninth_digit: 'exact' })
    await simulator('PUT', `phones/${NEW_FORM}`, { lacks_ninth_digit: true })
  })

  const recipients = async () => (await accepted()).map(({ recipient }) => recipient)

  test('refused at once, the message goes to the other form, and that is the person’s', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { refusals: 'sync' })
    const { candidate, interview } = await bookedWith()
    await dispatch()
    assert.deepEqual(await recipients(), [`whatsapp:${OLD_FORM}`])

    await deliverCallbacks()
    const message = await only(interview)
    assert.equal(message.status, 'read')
    assert.equal(message.address, OLD_FORM)
    await candidate.refresh()
    assert.equal(candidate.address, OLD_FORM)
    assert.equal(candidate.phone, NEW_FORM)
  })

  test('refused later, by callback, it does so, too', async ({ assert }) => {
    const { candidate, interview } = await bookedWith()
    await dispatch()
    await deliverCallbacks()
    const turned = await only(interview)
    assert.equal(turned.status, 'queued')
    assert.match(turned.explanation!, /nono dígito/)
    await interview.refresh()
    assert.equal(interview.whatsappStatus, 'queued')

    await dispatch()
    await deliverCallbacks()
    const message = await only(interview)
    assert.equal(message.status, 'read')
    assert.isNull(message.errorCode)
    assert.deepEqual(await recipients(), [`whatsapp:${NEW_FORM}`, `whatsapp:${OLD_FORM}`])
    await candidate.refresh()
    assert.equal(candidate.address, OLD_FORM)
    await interview.refresh()
    assert.equal(interview.whatsappMessageSid, message.providerMessageId)
  })

  test('the next message goes there straight away', async ({ assert }) => {
    const { candidate } = await bookedWith()
    for (let times = 0; times < 2; times++) {
      await dispatch()
      await deliverCallbacks()
    }
    await anInterview({ candidateId: candidate.id })
    await dispatch()
    assert.equal((await recipients()).at(-1), `whatsapp:${OLD_FORM}`)
    assert.lengthOf(await recipients(), 3)
  })

  test('from the form without the ninth digit to the one with it', async ({ assert }) => {
    await simulator('PUT', `phones/${NEW_FORM}`, { lacks_ninth_digit: false })
    const candidate = await aCandidate({ phone: NEW_FORM, whatsappAddress: OLD_FORM })
    await anInterview({ candidateId: candidate.id })
    await dispatch()
    await deliverCallbacks()
    await dispatch()
    await deliverCallbacks()
    assert.deepEqual(await recipients(), [`whatsapp:${OLD_FORM}`, `whatsapp:${NEW_FORM}`])
    await candidate.refresh()
    assert.equal(candidate.address, NEW_FORM)
  })

  test('{way}: somebody without WhatsApp is tried twice, and no more')
    .with([
      { way: 'at once', refusals: 'sync', asked: 0 },
      { way: 'later', refusals: 'async', asked: 2 },
    ])
    .run(async ({ assert }, { refusals, asked }) => {
      await simulator('PUT', 'settings', { refusals })
      await simulator('PUT', `phones/${NEW_FORM}`, { has_whatsapp: false })
      const { candidate, interview } = await bookedWith()
      for (let times = 0; times < 3; times++) {
        await dispatch()
        await deliverCallbacks()
      }
      const message = await only(interview)
      assert.equal(message.status, 'failed')
      assert.equal(message.errorCode, '63003')
      assert.match(message.explanation!, /não tem WhatsApp/)
      assert.lengthOf(await recipients(), asked)
      assert.lengthOf(await simulator('GET', 'requests'), 2)
      await candidate.refresh()
      assert.equal(candidate.address, NEW_FORM)
    })

  test('what is said late of the first try is not about the second', async ({ assert }) => {
    const { interview } = await bookedWith()
    await dispatch()
    const first = await only(interview)
    const firstId = first.providerMessageId!
    await deliverCallbacks()
    await dispatch()
    const late = { errorDetail: null, occurredAt: first.updatedAt }
    for (const status of ['accepted', 'sent', 'failed'] as const) {
      const errorCode = status === 'failed' ? '63024' : null
      await Message.apply(first.id, { ...late, status, errorCode, providerMessageId: firstId })
    }
    const message = await only(interview)
    assert.equal(message.status, 'accepted')
    assert.notEqual(message.providerMessageId, firstId)
  })

  test('the answer to the first try, slower than word of its failure, is not the second’s', async ({
    assert,
  }) => {
    const { interview } = await bookedWith()
    const owner = { owner: 'demo', sender: 'twilio' }
    const [{ id }] = await claimDue(owner.owner, owner.sender, 1)
    const providerMessageId = aSid(1)
    const failure = { status: 'failed', errorCode: '63003', errorDetail: null } as const
    await Message.apply(id, { ...failure, providerMessageId, occurredAt: NOW })
    await claimDue(owner.owner, owner.sender, 1)
    const landed = [{ id, providerMessageId }]
    const astray = await db.transaction((trx) => recordLanded(landed, owner, trx))
    assert.deepEqual(astray, landed)
    const message = await only(interview)
    assert.deepEqual([message.status, message.address], ['sending', OLD_FORM])
  })

  test('another refusal is no reason to try', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 63013 })
    const { interview } = await bookedWith()
    await dispatch()
    assert.equal((await only(interview)).status, 'failed')
    assert.lengthOf(await simulator('GET', 'requests'), 1)
  })

  test('a number that was corrected meanwhile is where it goes', async ({ assert }) => {
    const { candidate } = await bookedWith()
    await dispatch()
    await deliverCallbacks()
    const contact = await Contact.findOrFail(candidate.id)
    await contact.change({ phone: '+5511900000002' })
    await dispatch()
    assert.equal((await recipients()).at(-1), 'whatsapp:+5511900000002')
  })

  test('{address}: the other form is {other}')
    .with([
      { address: NEW_FORM, other: OLD_FORM },
      { address: OLD_FORM, other: NEW_FORM },
      { address: '+551130000001', other: null },
      { address: '+5511920000001', other: null },
      { address: '+14155238886', other: null },
      { address: 'BR.demo1', other: null },
      { address: '', other: null },
    ])
    .run(({ assert }, { address, other }) => {
      assert.equal(otherForm(address), other)
    })
})
