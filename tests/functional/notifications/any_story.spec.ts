import { emptyDatabase } from '#tests/empty_database'
import { cleanScene, NOW, simulator, stopClockAt } from '#tests/scene'
import { Office } from '#tests/story/office'
import { stories, type Step } from '#tests/story/step'
import { test } from '@japa/runner'
import fc from 'fast-check'

const RUNS = Number(process.env.CHAOS_RUNS ?? 60)
const SEED = process.env.CHAOS_SEED ? Number(process.env.CHAOS_SEED) : undefined
/** Of one story, generously; and for making a failing one short. */
const MS_PER_RUN = 10_000
const MS_TO_SHRINK = 60_000

/** Pauses are jittered: the same story must wait the same. */
function evenDice() {
  let state = 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

const chance = Math.random

async function play(story: Step[]) {
  await emptyDatabase()
  await simulator('POST', 'reset')
  await simulator('PUT', 'settings', { hold_callbacks: true })
  stopClockAt(NOW)
  Math.random = evenDice()
  const office = new Office()
  try {
    await office.open()
    for (const step of story) await office.take(step)
    await office.settle()
  } finally {
    Math.random = chance
    await office.whatsapp.close()
  }
}

function reporter(outcome: fc.RunDetails<[Step[]]>) {
  if (!outcome.failed) return
  const again = `CHAOS_SEED=${outcome.seed} CHAOS_PATH=${outcome.counterexamplePath}`
  throw new Error(`${fc.defaultReportMessage(outcome)}\nThe same again: ${again} npm test`, {
    cause: outcome.errorInstance,
  })
}

test.group('Whatever is booked, moved and cancelled, whatever breaks', (group) => {
  group.each.setup(cleanScene)

  test(`the candidate hears what is true, once, by day, and nothing is left unexplained (${RUNS} stories)`, async () => {
    await fc.assert(fc.asyncProperty(stories, play), {
      numRuns: RUNS,
      seed: SEED,
      path: process.env.CHAOS_PATH,
      endOnFailure: Boolean(process.env.CHAOS_PATH),
      reporter,
    })
  }).timeout(RUNS * MS_PER_RUN + MS_TO_SHRINK)
})
