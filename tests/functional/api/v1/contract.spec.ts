import { openapiDocument } from '#api/v1/openapi/document'
import { newTokenValidator } from '#api/v1/validators/token_validator'
import { batchValidator } from '#api/v1/validators/batch_validator'
import { contactChangesValidator, contactValidator } from '#contacts/contact_validator'
import {
  bookingValidator,
  cancellationValidator,
  interviewChangesValidator,
} from '#interviews/interview_validator'
import { newSenderValidator, senderChangesValidator } from '#senders/validators/sender_validators'
import { Api, apiAs } from '#tests/api_v1'
import { cleanScene } from '#tests/scene'
import { appUrl } from '#config/app'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'

const VALIDATORS = {
  NewToken: newTokenValidator,
  NewContact: contactValidator,
  ContactChanges: contactChangesValidator,
  Booking: bookingValidator,
  InterviewChanges: interviewChangesValidator,
  Cancellation: cancellationValidator,
  Batch: batchValidator,
  NewSender: newSenderValidator,
  SenderChanges: senderChangesValidator,
}

function documented() {
  return Object.entries(openapiDocument().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path}`)
  )
}

function routed() {
  const routes = router.toJSON().root.filter(({ pattern }) => pattern.startsWith('/api/v1/'))
  return routes
    .map(({ methods, pattern }) => `${methods[0]} ${pattern.replace(/:(\w+)/g, '{$1}')}`)
    .filter((route) => route !== 'GET /api/v1/openapi.json')
}

test.group('API: the contract', (group) => {
  group.each.setup(cleanScene)

  test('every route is documented, and nothing else is', ({ assert }) => {
    assert.sameMembers(documented(), routed())
  })

  test('what {name} may hold is what its validator reads')
    .with(Object.entries(VALIDATORS).map(([name, validator]) => ({ name, validator })))
    .run(({ assert }, { name, validator }) => {
      const written: any = openapiDocument().components.schemas[name]
      const read: any = validator.toJSONSchema()
      assert.sameMembers(Object.keys(written.properties), Object.keys(read.properties))
      assert.sameMembers(written.required ?? [], read.required ?? [])
    })

  test('it is served to whoever asks, without credentials', async ({ assert }) => {
    const { status, body } = await new Api().get('/openapi.json')
    assert.equal(status, 200)
    assert.equal(body.openapi, '3.1.0')
    const references = JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)
    for (const [, name] of references) assert.property(body.components.schemas, name)
  })

  test('people read it as a page that needs nothing from elsewhere', async ({ assert }) => {
    const response = await fetch(`${appUrl}/api/docs`, { headers: { accept: 'text/html' } })
    const page = await response.text()
    assert.equal(response.status, 200)
    for (const { summary } of operations()) assert.include(page, summary)
    assert.include(page, 'curl -X POST')
    assert.notMatch(page, /(src|href)="https?:\/\/(?!localhost)/)
  })

  test('addresses nobody answers are refused in the same words', async ({ assert }) => {
    const recruiter = await apiAs()
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['PUT', '/interviews'],
      ['DELETE', '/interviews/1'],
      ['GET', '/interviews/1/cancellation'],
    ]) {
      const { status, body, headers } = await recruiter.call(method, path)
      assert.equal(status, 404)
      assert.equal(body.type, '/problems/not_found')
      assert.include(headers.get('content-type')!, 'application/problem+json')
    }
  })

  test('no answer of the API opens a session', async ({ assert }) => {
    const { headers } = await (await apiAs()).get('/interviews')
    assert.isNull(headers.get('set-cookie'))
  })
})

const operations = () =>
  Object.values(openapiDocument().paths).flatMap((methods) => Object.values<any>(methods))
