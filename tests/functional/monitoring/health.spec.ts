import { appUrl } from '#config/app'
import { toDb } from '#database/columns'
import Interview from '#interviews/models/interview'
import { forgetReadiness } from '#monitoring/health/readiness'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { anInterview, aUser, cleanScene, NOW, startClock, stopClockAt } from '#tests/scene'
import WebhookCall from '#webhooks/models/webhook_call'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'

const get = (path: string) => fetch(`${appUrl}${path}`, { headers: { accept: 'text/html' } })

async function health() {
  forgetReadiness()
  const response = await get('/health/ready')
  return { http: response.status, ...((await response.json()) as any) }
}

test.group('Health', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(() => startClock())

  test('a process that serves says so, and what it looked at', async ({ assert }) => {
    for (const path of ['/health', '/health/live', '/health/ready']) {
      const response = await get(path)
      assert.equal(response.status, 200)
      assert.equal(((await response.json()) as any).status, 'ok')
      assert.isNull(response.headers.get('set-cookie'))
    }
    const { checks } = await health()
    const names = ['database', 'queue', 'provider', 'clock', 'oldest_due', 'schedule']
    assert.sameMembers(Object.keys(checks), names)
  })

  test('an answer names the request as the log does', async ({ assert }) => {
    const named = await fetch(`${appUrl}/health/live`, { headers: { 'x-request-id': 'erp-7' } })
    assert.equal(named.headers.get('x-request-id'), 'erp-7')
    assert.isNotEmpty((await get('/health/live')).headers.get('x-request-id'))
  })

  test('without its database it lives, but is not ready', async ({ assert, cleanup }) => {
    const query = db.rawQuery
    db.rawQuery = () => {
      throw new Error('password=secret gone')
    }
    cleanup(() => {
      db.rawQuery = query
      forgetReadiness()
    })
    const { http, status, checks } = await health()
    assert.equal(http, 503)
    assert.equal(status, 'failing')
    assert.deepEqual(Object.keys(checks), ['database'])
    assert.notInclude(JSON.stringify(checks), 'secret')
    assert.equal((await get('/health/live')).status, 200)
  })

  test('a database that never answers is given up on', async ({ assert, cleanup }) => {
    const query = db.rawQuery
    db.rawQuery = (() => new Promise(() => {})) as never
    cleanup(() => {
      db.rawQuery = query
      forgetReadiness()
    })
    assert.equal((await health()).http, 503)
  })

  test('however many ask, the database is asked once a second', async ({ assert, cleanup }) => {
    const query = db.rawQuery
    let asked = 0
    db.rawQuery = ((...given: Parameters<typeof query>) => {
      if (given[0] === 'select 1') asked += 1
      return query.apply(db, given)
    }) as never
    cleanup(() => void (db.rawQuery = query))
    forgetReadiness()
    await Promise.all(Array.from({ length: 20 }, () => get('/health/ready')))
    assert.equal(asked, 1)
  })

  test('a sender that cannot send is a failure, and no reason to take the process away', async ({
    assert,
  }) => {
    const sender = await Sender.named('twilio')
    await sender.merge({ blockedAt: DateTime.utc(), lastCode: '20003' }).save()
    const blocked = await health()
    assert.equal(blocked.http, 200)
    assert.equal(blocked.status, 'failing')
    assert.include(blocked.checks.provider.message, 'credenciais')

    const heldUntil = DateTime.utc().plus({ minutes: 5 })
    await sender.merge({ blockedAt: null, heldUntil }).save()
    assert.equal((await health()).checks.provider.status, 'warning')
    await sender.merge({ heldUntil: null }).save()
    await sender.pause({ by: await aUser('admin') })
    assert.equal((await health()).checks.provider.status, 'warning')
    await sender.resume()
    assert.equal((await health()).checks.provider.status, 'ok')
  })

  test('missing settings are named, their values are not', async ({ assert, cleanup }) => {
    const missing = whatsapp.use().missingSettings
    missing.push('TWILIO_AUTH_TOKEN')
    cleanup(() => void missing.pop())
    const { http, checks } = await health()
    assert.equal(http, 200)
    assert.equal(checks.provider.status, 'failing')
    assert.include(checks.provider.message, 'TWILIO_AUTH_TOKEN')
    assert.notInclude(JSON.stringify(checks), 'only-for-tests')
  })

  test('a clock more than five seconds off is a failure', async ({ assert }) => {
    stopClockAt(DateTime.utc().plus({ seconds: 3 }))
    assert.equal((await health()).checks.clock.status, 'ok')
    startClock()
    stopClockAt(DateTime.utc().plus({ seconds: 20 }))
    const fast = await health()
    assert.equal(fast.http, 200)
    assert.equal(fast.checks.clock.status, 'failing')
    assert.include(fast.checks.clock.message, 'adiantado')
    startClock()
    stopClockAt(DateTime.utc().minus({ seconds: 20 }))
    assert.include((await health()).checks.clock.message, 'atrasado')
  })

  test('a message that could have left a minute ago is a warning, ten minutes ago a failure', async ({
    assert,
  }) => {
    stopClockAt(NOW)
    await anInterview()
    assert.equal((await health()).checks.oldest_due.status, 'ok')
    stopClockAt(NOW.plus({ seconds: 90 }))
    const late = await health()
    assert.deepInclude(late.checks.oldest_due, { status: 'warning', seconds: 90 })
    stopClockAt(NOW.plus({ minutes: 11 }))
    assert.equal((await health()).checks.oldest_due.status, 'failing')
  })

  test('what waits for its sender, or for the conversation, is not late', async ({ assert }) => {
    stopClockAt(NOW)
    const { candidateId } = await anInterview()
    stopClockAt(NOW.plus({ minutes: 11 }))
    const sender = await Sender.named('twilio')
    for (const stop of [
      { pausedAt: NOW },
      { blockedAt: NOW },
      { heldUntil: NOW.plus({ hours: 1 }) },
    ]) {
      await sender.merge({ pausedAt: null, blockedAt: null, heldUntil: null, ...stop }).save()
      assert.equal((await health()).checks.oldest_due.status, 'ok')
    }
    await sender.merge({ heldUntil: null }).save()
    assert.equal((await health()).checks.oldest_due.status, 'failing')

    await Message.query().update({
      status: 'unconfirmed',
      reconcile_at: toDb(NOW.plus({ hours: 1 })),
    })
    await anInterview({ candidateId })
    await Message.query()
      .where('status', 'queued')
      .update({ send_at: toDb(NOW) })
    assert.equal((await health()).checks.oldest_due.status, 'ok')
  })

  test('a webhook call that nobody understands, and a schedule that stands still, are noticed', async ({
    assert,
  }) => {
    stopClockAt(NOW)
    const { id } = await anInterview()
    await WebhookCall.keep({
      provider: 'twilio',
      kind: 'status',
      dedupeKey: 'x',
      query: '',
      body: '',
    })
    await Interview.query()
      .where({ id })
      .update({ next_reminder_at: toDb(NOW) })
    stopClockAt(NOW.plus({ minutes: 5 }))
    const late = await health()
    assert.deepInclude(late.checks.queue, { status: 'warning', seconds: 300 })
    assert.deepInclude(late.checks.schedule, { status: 'warning', seconds: 300 })
    stopClockAt(NOW.plus({ minutes: 20 }))
    const later = await health()
    assert.equal(later.checks.queue.status, 'failing')
    assert.equal(later.checks.schedule.status, 'failing')
    assert.equal(later.http, 200)
  })
})
