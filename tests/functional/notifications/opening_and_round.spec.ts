import { InterviewDraft } from '#interviews/interview_draft'
import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import { previewBooking } from '#notifications/interview_preview'
import CompanySettings from '#settings/models/company_settings'
import Template from '#templates/models/template'
import { test } from '@japa/runner'
import { anInterview, aUser, cleanScene, messagesOf } from '#tests/scene'

const TEXT = 'Vaga: {{ job_title }} / Etapa: {{ round_name }}.'
const by = null

/** An opening and a round, and a text that names them. */
async function scene() {
  await Template.rewrite('interview_scheduled', 'pt-BR', TEXT, { by: await aUser('admin') })
  const opening = await JobOpening.create({ title: 'Analista de Exemplo' })
  const round = await Round.create({ name: 'Conversa de exemplo', position: 9 })
  return { jobOpeningId: opening.id, roundId: round.id }
}

test.group('The opening and the round in a text', (group) => {
  group.each.setup(cleanScene)

  test('are named in the notice', async ({ assert }) => {
    const [message] = await messagesOf(await anInterview(await scene()))
    assert.equal(message.body, 'Vaga: Analista de Exemplo / Etapa: Conversa de exemplo.')
  })

  test('are not named any more once they are taken away', async ({ assert }) => {
    const interview = await anInterview(await scene())
    await interview.edit({ jobOpeningId: null, roundId: null, title: 'Outro título' }, { by })

    const last = (await messagesOf(interview)).at(-1)!
    assert.equal(last.body, 'Vaga:  / Etapa: .')
  })

  test('are named in the preview of a booking that is being typed', async ({ assert }) => {
    const { jobOpeningId, roundId } = await scene()
    const settings = await CompanySettings.current()
    const fields = { job_opening_id: jobOpeningId, round_id: roundId }
    const preview = await previewBooking(await InterviewDraft.read(fields, settings), settings)
    assert.equal(preview, 'Vaga: Analista de Exemplo / Etapa: Conversa de exemplo.')
  })
})
