import type { Database } from '#simulator/database'
import { userIdOf, type Phone, type PhoneSwitches } from '#simulator/phone'

type PhoneRow = { [Key in keyof Phone]: Phone[Key] extends boolean ? number : Phone[Key] }

const toPhone = (row: PhoneRow): Phone => ({
  ...row,
  joined: row.joined === 1,
  has_whatsapp: row.has_whatsapp === 1,
  reads: row.reads === 1,
  lacks_ninth_digit: row.lacks_ninth_digit === 1,
  hides_number: row.hides_number === 1,
})

/** Every phone the simulator has heard of; a number is born the first time somebody writes to it. */
export class Phones {
  constructor(private database: Database) {}

  /** The one that last received or sent something comes first. */
  all(): Phone[] {
    const rows = this.database.prepare('select * from phones order by active_at desc, number').all()
    return (rows as PhoneRow[]).map(toPhone)
  }

  find(number: string): Phone | null {
    const row = this.database.prepare('select * from phones where number = ?').get(number)
    return row ? toPhone(row as PhoneRow) : null
  }

  /** Whom a user id stands for. */
  ofUser(userId: string): Phone | null {
    return this.all().find(({ number }) => userIdOf(number) === userId) ?? null
  }

  findOrAdd(number: string): Phone {
    this.database
      .prepare('insert or ignore into phones (number, name, active_at) values (?, ?, ?)')
      .run(number, `Pessoa ${number.slice(-4)}`, Date.now())
    return this.find(number)!
  }

  change(number: string, switches: PhoneSwitches): Phone {
    const changed = { ...this.findOrAdd(number), ...switches }
    this.database
      .prepare(
        `update phones set name = @name, joined = @joined, has_whatsapp = @has_whatsapp, reads = @reads,
         lacks_ninth_digit = @lacks_ninth_digit, hides_number = @hides_number where number = @number`
      )
      .run({
        number,
        name: changed.name,
        joined: Number(changed.joined),
        has_whatsapp: Number(changed.has_whatsapp),
        reads: Number(changed.reads),
        lacks_ninth_digit: Number(changed.lacks_ninth_digit),
        hides_number: Number(changed.hides_number),
      })
    return changed
  }

  /** The same person with another SIM card: their messages stay on the phone. */
  renumber(number: string, to: string): Phone {
    const change = this.database.transaction(() => {
      this.database.prepare('update phones set number = ? where number = ?').run(to, number)
      this.database.prepare('update messages set phone = ? where phone = ?').run(to, number)
    })
    change()
    return this.find(to)!
  }

  rang(number: string) {
    this.database
      .prepare('update phones set active_at = ? where number = ?')
      .run(Date.now(), number)
  }

  /** Opens the 24 h window. */
  wrote(number: string) {
    this.database
      .prepare('update phones set active_at = @now, last_inbound_at = @now where number = @number')
      .run({ now: Date.now(), number })
  }
}
