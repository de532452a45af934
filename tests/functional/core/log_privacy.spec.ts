import ConvocaExceptionHandler from '#core/exception_handler'
import Contact from '#contacts/models/contact'
import config from '#config/logger'
import { logSends } from '#monitoring/send_log'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { Dispatcher } from '#messages/dispatcher'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import {
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  NOW,
  simulator,
  slotsFree,
  stopClockAt,
} from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import { Logger } from '@adonisjs/core/logger'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const NUMBER = '5511900000001'

/** Writes as the application's logger would, into a list. */
function aLogger() {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const { transport, ...app } = config.loggers.app
  return { lines, logger: new Logger({ ...app, level: 'trace', destination }) }
}

const errorOf = (act: Promise<unknown>) =>
  act.then(
    () => Promise.reject(new Error('no error was provoked')),
    (error: Error) => error
  )

/** A number twice, a number where an id belongs, a text in a table nobody made. */
const provoked = () =>
  Promise.all([
    errorOf(db.table('contacts').insert({ name: 'Ana', phone: `+${NUMBER}`, locale: 'pt-BR' })),
    errorOf(Contact.create({ name: 'Ana', phone: `+${NUMBER}`, locale: 'pt-BR' })),
    errorOf(db.from('nowhere').where('body', `Me liga: ${NUMBER}`)),
    errorOf(db.rawQuery('select * from contacts where nowhere = ?', [`+${NUMBER}`])),
  ])

test.group('The log', (group) => {
  group.each.setup(cleanScene)

  test("an error of the database's does not quote what was bound", async ({ assert }) => {
    await aCandidate({ phone: `+${NUMBER}` })
    for (const error of await provoked()) assert.notInclude(error.message, NUMBER)
  })

  test('no line names a number, however the error got there', async ({ assert }) => {
    await aCandidate({ phone: `+${NUMBER}` })
    const { lines, logger } = aLogger()
    const invalid = await errorOf(
      Contact.query()
        .whereRaw('id = ?', [`+${NUMBER}x`])
        .firstOrFail()
    )
    for (const error of [...(await provoked()), invalid, new Error(`To ${NUMBER}`)]) {
      const cause = new Error('outer', { cause: Object.assign(error, { detail: `(+${NUMBER})` }) })
      logger.error({ err: error }, error.message)
      logger.error({ err: cause }, 'the dispatcher met an error')
      logger.child({ request_id: 'x' }).error(error)
      logger.warn(error.message)
    }
    assert.lengthOf(lines, 24)
    for (const line of lines) assert.notInclude(line, NUMBER)
    assert.include(lines[0], '"stack"')
  })

  test('neither does what a page failed with', async ({ assert }) => {
    await aCandidate({ phone: `+${NUMBER}` })
    const { lines, logger } = aLogger()
    const ctx = await testUtils.createHttpContext()
    ctx.logger = logger
    const handler = new ConvocaExceptionHandler()
    for (const error of await provoked()) await handler.report(error, ctx)
    assert.lengthOf(lines, 4)
    for (const line of lines) assert.notInclude(line, NUMBER)
  })

  test('a request may name itself, but not as somebody’s number', ({ assert }) => {
    const { lines, logger } = aLogger()
    logger.child({ 'request_id': `+${NUMBER}`, 'x-request-id': 'x'.repeat(500) }).info('asked')
    assert.notInclude(lines[0], NUMBER)
    assert.isBelow(lines[0].length, 300)
  })
})

/** What no line may hold: people, texts, secrets. */
const CANARIES = [NUMBER, '900000001', 'Ana Exemplo', 'Rua do Exemplo', 'Olá', 'only-for-tests']

test.group('The log of a message’s life', (group) => {
  group.each.setup(cleanScene)

  /** Sends with each fault once, loses, looks for, reports, reminds; everything into one logger. */
  async function aDayWith({ logger, lines }: ReturnType<typeof aLogger>) {
    const dispatch = async () => {
      await slotsFree()
      await new Dispatcher(whatsapp, logger).drain()
    }
    const sweep = () => new Sweeper(whatsapp, logger).sweep()
    const faults = ['error_code', 'accept_then_500', 'http_500', 'http_429', 'http_401']
    for (const [index, fault] of faults.entries()) {
      const { id: candidateId } = await aCandidate({ phone: `+551190000000${index + 1}` })
      await simulator('PUT', 'settings', { fault, times: 1, error_code: 21211 })
      await anInterview({ candidateId, startsAt: NOW.plus({ days: 2 }) })
      await dispatch()
      // A sender that was slowed down goes on.
      stopClockAt(NOW.plus({ minutes: 6 * (index + 1) }))
    }
    await simulator('PUT', 'settings', { list: 'down' })
    await sweep()
    await dispatch()
    await simulator('PUT', 'settings', { list: 'normal' })
    stopClockAt(NOW.plus({ minutes: 40 }))
    await sweep()
    await deliverCallbacks()
    stopClockAt(NOW.plus({ days: 1, minutes: 1 }))
    await ReminderNotifier.sendDue()
    await dispatch()
    stopClockAt(NOW.plus({ days: 3 }))
    await sweep()
    return lines.map((line) => JSON.parse(line))
  }

  test('tells each decision in one line, and names nobody', async ({ assert, cleanup }) => {
    const captured = aLogger()
    cleanup(logSends(captured.logger))
    const told = await aDayWith(captured)

    for (const line of captured.lines) {
      for (const canary of CANARIES) assert.notInclude(line, canary)
    }
    const calls = told.filter(({ step }) => step === 'call')
    const outcomes = calls.map(({ outcome }) => outcome)
    const expected = ['throttled', 'sender_blocked', 'unconfirmed', 'rejected', 'accepted']
    assert.includeMembers(outcomes, expected)
    const rejected = calls.find(({ outcome }) => outcome === 'rejected')
    assert.include(rejected, { sender: 'twilio', code: '21211', attempt: 1 })
    assert.isNumber(rejected.ms)
    const message = await Message.findByOrFail({ uuid: rejected.message })
    assert.equal(message.status, 'failed')
    const steps = told.map(({ step }) => step)
    assert.includeMembers(steps, ['call', 'reconcile', 'receipt'])
  })
})
