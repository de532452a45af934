import ConvocaExceptionHandler from '#core/exception_handler'
import Contact from '#contacts/models/contact'
import config from '#config/logger'
import { aCandidate, cleanScene } from '#tests/scene'
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
})
