import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { deliverCallbacks, dispatch, NOW, simulator, slotsFree, stopClockAt } from '#tests/scene'
import { Appointment, same } from '#tests/story/appointment'
import { allHeard } from '#tests/story/heard'
import { faultsOf } from '#tests/story/hearing'
import { impatientWhatsapp } from '#tests/story/impatient'
import {
  claimAndDie,
  faultsOfLedger,
  isExplained,
  isUncertain,
  isUnheard,
  unsettled,
  wakesAt,
} from '#tests/story/ledger'
import { PEOPLE, type Step } from '#tests/story/step'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'

const MOST_APPOINTMENTS = 6
/** Where the people live; the company is in São Paulo. */
const HOMES = [null, 'America/New_York', 'Asia/Kolkata']
const COMPANY_ZONE = 'America/Sao_Paulo'
/** Rounds after which whatever still moves moves for ever. */
const PATIENCE_ROUNDS = 150

const by = null
const phoneOf = (person: number, digit: number) => `+55119000000${person + 1}${digit}`

type StepOf<Does extends Step['does']> = Extract<Step, { does: Does }>

/** Plays a story on the real thing, beside a notebook in which only what a person sees is written. */
export class Office {
  readonly #appointments: Appointment[] = []
  readonly #contacts: Contact[] = []
  readonly #sids: string[] = []
  readonly whatsapp = impatientWhatsapp()
  #now: DateTime = NOW

  async open() {
    for (let person = 0; person < PEOPLE; person++) {
      const attributes = { name: `Pessoa ${person + 1} Exemplo`, locale: 'pt-BR' as const }
      const contact = { ...attributes, phone: phoneOf(person, 0), timeZone: HOMES[person] }
      this.#contacts.push(await Contact.create(contact))
    }
  }

  async take(step: Step) {
    const before = this.#appointments.map(({ truth, state }) => ({ truth, state }))
    await this.#do(step)
    await this.#listen(before)
  }

  /** Everything mended, and time enough: then all must be well. */
  async settle() {
    await simulator('PUT', 'settings', { fault: 'none', callbacks: 'normal', list: 'normal' })
    for (let round = 0; ; round++) {
      await deliverCallbacks()
      for (const does of ['sweep', 'remind', 'send'] as const) await this.take({ does })
      const waiting = await unsettled()
      if (waiting.length === 0) return this.#judge()
      if (round > PATIENCE_ROUNDS) throw new Error(`never settles: ${JSON.stringify(waiting)}`)
      const soon = this.#now.plus({ seconds: 30 }).toMillis()
      const next = Math.min(...waiting.map(wakesAt)) + 1000
      this.#setClock(DateTime.fromMillis(Math.max(soon, next), { zone: 'utc' }))
    }
  }

  /** Does it if it can be done now. */
  async #do(step: Step) {
    if ('which' in step) return this.#change(step)
    if (step.does === 'book') return this.#book(step)
    if (step.does === 'phone') {
      const phone = phoneOf(step.person, step.digit)
      return void (await this.#contacts[step.person].change({ phone }))
    }
    if (step.does === 'wait') return this.#setClock(this.#now.plus({ minutes: step.minutes }))
    return this.#run(step)
  }

  async #run(step: Exclude<Step, { which: number } | { person: number } | { minutes: number }>) {
    switch (step.does) {
      case 'send':
        return this.#send()
      case 'remind':
        return this.#remind()
      case 'sweep':
        return this.#sweep()
      case 'twoOfEverything':
        return this.#twice(() => [this.#send(), this.#remind(), this.#sweep()])
      case 'claimAndDie':
        return claimAndDie()
      case 'sendAndDie':
        return this.#sendAndDie(step.accepted)
      case 'sendSpoilt':
        return this.#sendSpoilt(step)
      case 'callBack':
        await simulator('PUT', 'settings', { callbacks: step.how })
        return deliverCallbacks()
      case 'list':
        return simulator('PUT', 'settings', { list: step.is, list_lag_ms: 40_000 })
    }
  }

  async #book({ person, inHours, zone, place }: StepOf<'book'>) {
    if (this.#appointments.length === MOST_APPOINTMENTS) return
    const interview = await Interview.book(
      {
        title: `Conversa ${this.#appointments.length + 1}`,
        interviewType: 'onsite',
        startsAt: this.#inHours(inHours),
        timeZone: zone,
        durationMinutes: 60,
        location: place,
        candidateId: this.#contacts[person].id,
      },
      { by }
    )
    this.#appointments.push(new Appointment(interview, person, zone, place))
  }

  async #change(step: Extract<Step, { which: number }>) {
    const appointment = this.#appointments[step.which % this.#appointments.length]
    if (appointment?.state !== 'open') return
    const act = () => this.#act(step, appointment)
    if (!step.does.endsWith('WhileSending')) return act()
    await Promise.all([this.#send(), act()])
  }

  async #act(step: Extract<Step, { which: number }>, appointment: Appointment) {
    const { interview } = appointment
    switch (step.does) {
      case 'move':
      case 'moveWhileSending':
        return this.#move(appointment, this.#inHours(step.inHours))
      case 'moveBack':
        return this.#move(appointment, appointment.starts.at(-2))
      case 'place':
      case 'placeWhileSending':
        await interview.edit({ location: step.place }, { by })
        appointment.place = step.place
        return
      case 'cancel':
      case 'cancelWhileSending':
        await interview.cancel({ by, reason: null })
        appointment.state = 'cancelled'
        return
      case 'complete':
        await interview.complete({ by })
        appointment.state = 'over'
        return
      case 'confirm':
        if (interview.status === 'scheduled') await interview.confirm({ by })
    }
  }

  async #move(appointment: Appointment, start?: DateTime) {
    if (!start || start <= this.#now || +start === +appointment.start) return
    await appointment.interview.edit({ startsAt: start }, { by })
    appointment.startAt(start)
  }

  async #send(whatsapp = this.whatsapp) {
    await slotsFree()
    await dispatch(whatsapp)
  }

  async #remind() {
    await ReminderNotifier.sendDue()
    for (const appointment of this.#appointments) appointment.schedulerLooks()
  }

  async #sweep() {
    await new Sweeper(this.whatsapp, logger).sweep()
  }

  async #twice(act: () => Promise<unknown>[]) {
    await Promise.all([...act(), ...act()])
  }

  async #sendSpoilt({ fault, times }: StepOf<'sendSpoilt'>) {
    await simulator('PUT', 'settings', { fault, times, error_code: 21211 })
    await this.#send()
    await simulator('PUT', 'settings', { fault: 'none' })
  }

  /** The process is gone before or after the provider took it, and wrote nothing down. */
  async #sendAndDie(accepted: boolean) {
    const dying = impatientWhatsapp(async (send, message) => {
      if (accepted) await send(message)
      throw new Error('this process has died')
    })
    await this.#send(dying)
    await dying.close()
  }

  async #listen(before: Pick<Appointment, 'truth' | 'state'>[]) {
    const news = (await allHeard()).slice(this.#sids.length)
    for (const heard of news) {
      this.#sids.push(heard.sid)
      const index = this.#appointments.findIndex(({ interview }) => interview.title === heard.title)
      const appointment = this.#appointments[index]
      const earlier = before[index]
      const { person, truth, state } = appointment
      const faults = faultsOf(heard, appointment, {
        truths: [truth, ...(earlier ? [earlier.truth] : [])],
        wasOpen: state === 'open' || earlier?.state === 'open',
        isUncertain: await isUncertain(appointment),
        isUnheard: await isUnheard(appointment),
        zone: HOMES[person] ?? COMPANY_ZONE,
      })
      if (heard.phone !== this.#contacts[person].phone) faults.push('rings another phone')
      if (faults.length > 0) throw new Error(`${JSON.stringify(heard)} ${faults.join(', ')}`)
      appointment.heard.push(heard)
      if (heard.kind !== 'reminder') continue
      const start = same(heard, truth) ? truth.start : earlier.truth.start
      appointment.reminded.push(start.toMillis())
    }
  }

  async #judge() {
    const faults = await faultsOfLedger(this.#sids)
    for (const appointment of this.#appointments) {
      const fault = await this.#silence(appointment)
      if (fault) faults.push(`${appointment.interview.title}: ${fault}`)
    }
    if (faults.length > 0) throw new Error(faults.join('; '))
  }

  /** What the candidate should know by now, and nothing says why not. */
  async #silence(appointment: Appointment) {
    const { state, heard, truth, hasBegun, isOver, isReminderOwed, reminded } = appointment
    if (state === 'cancelled') {
      const knows = heard.length === 0 || heard.at(-1)!.kind === 'cancelled' || isOver
      return !knows && !(await isExplained(appointment)) && 'nobody told of the cancellation'
    }
    if (state !== 'open' || hasBegun) return null
    const last = heard.at(-1)
    if (!(last && same(last, truth)) && !(await isExplained(appointment)))
      return `heard ${JSON.stringify(last)}, and it is ${JSON.stringify(truth)}`
    const isReminded = !isReminderOwed || reminded.includes(truth.start.toMillis())
    return !isReminded && !(await isExplained(appointment, 'reminder')) && 'was not reminded'
  }

  #inHours(hours: number) {
    return this.#now.startOf('hour').plus({ hours })
  }

  #setClock(instant: DateTime) {
    this.#now = instant
    stopClockAt(instant)
  }
}
