import type { Violation } from '#tests/chaos/invariants'
import type { Engine } from '#tests/chaos/templates'

const SHOWN = 12

/** What the person waiting sees: a line for whatever happens, and how to see a failure again. */
export class Reporter {
  readonly #started = Date.now()
  readonly #counts = { passed: 0, failed: 0, skipped: 0 }

  say = (line: string) => {
    const seconds = Math.round((Date.now() - this.#started) / 1000)
    process.stdout.write(`${String(seconds).padStart(4)} s  ${line}\n`)
  }

  scenario(name: string, engine: Engine, seed: number) {
    const title = `${name} · ${engine} · seed ${seed}`
    const again = `npm run test:chaos -- ${name} --seed ${seed} --engine ${engine}`
    return {
      say: (line: string) => this.say(`  ${title}: ${line}`),
      end: (violations: Violation[]) => this.judge(title, violations, again),
    }
  }

  skip(name: string, engine: Engine, why: string) {
    this.#counts.skipped += 1
    this.say(`⚠ ${name} · ${engine}: skipped, ${why}`)
  }

  /** No such database here: said out loud, and in CI a failure. */
  lack(engine: Engine, { message }: Error) {
    this.#counts[process.env.CI ? 'failed' : 'skipped'] += 1
    this.say(`${process.env.CI ? '✖' : '⚠'} nothing runs on ${engine}: ${message}`)
  }

  /** The line `bin/run_tests.mjs` counts by. Answers whether anything failed. */
  end() {
    const { passed, failed, skipped } = this.#counts
    const also = skipped > 0 ? `, ${skipped} skipped` : ''
    process.stdout.write(`\n Tests  ${passed} passed, ${failed} failed${also}\n`)
    return failed > 0 || passed === 0
  }

  private judge(title: string, violations: Violation[], again: string) {
    this.#counts[violations.length === 0 ? 'passed' : 'failed'] += 1
    if (violations.length === 0) return this.say(`✔ ${title}`)
    this.say(`✖ ${title}: ${violations.length} violations`)
    for (const { rule, detail } of violations.slice(0, SHOWN)) this.say(`    ${rule}: ${detail}`)
    this.say(`    again: ${again}`)
  }
}
