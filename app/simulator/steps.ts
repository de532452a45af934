import type { Database } from '#simulator/database'
import type { Status } from '#simulator/messages'
import type { PlannedStep } from '#simulator/journey'

export interface Step extends PlannedStep {
  id: number
  sid: string
}

/** What is still to happen, kept across restarts. */
export class Steps {
  constructor(private database: Database) {}

  add(sid: string, steps: PlannedStep[]) {
    const insert = this.database.prepare(
      `insert into steps (sid, kind, status, error_code, due_at) values (@sid, @kind, @status, @error_code, @due_at)`
    )
    this.database.transaction(() => steps.forEach((step) => insert.run({ sid, ...step })))()
  }

  nextDueAt(): number | null {
    const row = this.database
      .prepare('select min(due_at) as due_at from steps where held = 0')
      .get()
    return (row as { due_at: number | null }).due_at
  }

  /** Takes what is due, in order. */
  takeDue(now: number): Step[] {
    return this.#take('where held = 0 and due_at <= ? order by due_at, id', now)
  }

  /** Takes everything, due or not. */
  takeAll(): Step[] {
    return this.#take('order by due_at, id')
  }

  /** Takes a message's first change and the callbacks about it. */
  takeFirst(sid: string): Step[] {
    return this.#take(
      `where sid = @sid and status = (select status from steps where sid = @sid order by due_at, id limit 1)
       order by due_at, id`,
      { sid }
    )
  }

  /** Brings a planned status forward to now; false when none was planned. */
  hurry(sid: string, status: Status, now: number) {
    const { changes } = this.database
      .prepare('update steps set due_at = ? where sid = ? and status = ? and held = 0')
      .run(now, sid, status)
    return changes > 0
  }

  hold(step: Step) {
    this.database
      .prepare(
        `insert into steps (id, sid, kind, status, error_code, due_at, held)
         values (@id, @sid, @kind, @status, @error_code, @due_at, 1)`
      )
      .run({ ...step })
  }

  unhold() {
    this.database.prepare('update steps set held = 0').run()
  }

  #take(which: string, ...bindings: unknown[]): Step[] {
    const steps = this.database.prepare(`select * from steps ${which}`).all(...bindings) as Step[]
    const forget = this.database.prepare('delete from steps where id = ?')
    this.database.transaction(() => steps.forEach(({ id }) => forget.run(id)))()
    return steps
  }
}
