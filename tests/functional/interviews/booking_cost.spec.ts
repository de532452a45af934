import Interview from '#interviews/models/interview'
import { test } from '@japa/runner'
import { aCandidate, anInterview, cleanScene, messagesOf } from '#tests/scene'
import { statementsDuring } from '#tests/statements'

test.group('Cost of a booking', (group) => {
  group.each.setup(cleanScene)

  test('with its event and its message it is eight statements', async ({ assert }) => {
    const { id: candidateId } = await aCandidate()
    await anInterview({ candidateId })
    const asked = await statementsDuring(() => anInterview({ candidateId }))
    // On PostgreSQL other processes are told afterwards, outside the transaction.
    const inside = asked.filter((statement) => !statement.includes('pg_notify'))
    assert.isAtMost(inside.length, 8)
  })

  test('the interview is written as waiting for its notice', async ({ assert }) => {
    const { id } = await anInterview()
    assert.equal((await Interview.findOrFail(id)).whatsappStatus, 'queued')
  })

  test('an interview whose notice cannot be sent says so', async ({ assert }) => {
    const { id: candidateId } = await aCandidate({ phone: null })
    const interview = await anInterview({ candidateId })
    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'failed')
    assert.equal((await Interview.findOrFail(interview.id)).whatsappStatus, 'failed')
  })
})
