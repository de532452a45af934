import { Controller } from '@hotwired/stimulus'
import { visit } from '@hotwired/turbo'
import { Calendar } from 'fullcalendar'
import dayGrid from 'fullcalendar/daygrid'
import interaction from 'fullcalendar/interaction'
import list from 'fullcalendar/list'
import ptBr from 'fullcalendar/locales/pt-br'
import classicTheme from 'fullcalendar/themes/classic'
import timeGrid from 'fullcalendar/timegrid'
import { liveChannels } from './live_channels.js'

const NARROW = matchMedia('(max-width: 44rem)')
const FIRST_HOUR = 7
const LAST_HOUR = 20
const VIEWS = { week: 'timeGridWeek', month: 'dayGridMonth', list: 'listWeek' }

/**
 * Weeks and months of interviews. One that is dragged asks before anything is saved or anyone is told.
 */
class CalendarController extends Controller {
  static targets = ['canvas', 'dialog', 'question', 'form', 'start', 'revision']
  static values = { zone: String, events: String }

  connect() {
    this.calendar = new Calendar(this.canvasTarget, this.#options())
    this.calendar.render()
    const refetch = () => this.calendar.refetchEvents()
    this.stop = liveChannels.listen('interviews', { onMessage: refetch, onMissed: refetch })
  }

  disconnect() {
    this.stop()
    this.calendar.destroy()
  }

  leave() {
    this.dialogTarget.close()
  }

  /** However the dialog closed: what was not sent goes back to its place. */
  settle() {
    if (!this.sent) this.drop.revert()
  }

  #options() {
    const address = new URLSearchParams(location.search)
    return {
      plugins: [dayGrid, timeGrid, list, interaction, classicTheme],
      locale: ptBr,
      timeZone: this.zoneValue,
      initialView: VIEWS[address.get('view')] ?? (NARROW.matches ? VIEWS.list : VIEWS.week),
      initialDate: address.get('date') ?? undefined,
      firstDay: 1,
      headerToolbar: {
        start: 'prev,today,next',
        center: 'title',
        end: Object.values(VIEWS).join(','),
      },
      height: 'auto',
      slotMinTime: `${FIRST_HOUR}:00`,
      slotMaxTime: `${LAST_HOUR}:00`,
      allDaySlot: false,
      nowIndicator: true,
      dayMaxEvents: true,
      eventDurationEditable: false,
      eventTimeFormat: { hour: 'numeric', minute: '2-digit' },
      todayHint: 'Ir para hoje',
      prevHint: 'Anterior',
      nextHint: 'Seguinte',
      // What a cell shows says more than the date alone.
      dayCellDidMount: ({ el }) => el.removeAttribute('aria-label'),
      events: { url: this.eventsValue },
      eventDrop: (drop) => this.#ask(drop),
      dateClick: ({ dateStr }) => this.#book(dateStr),
      datesSet: (dates) => this.#remember(dates),
      eventsSet: (events) => this.#fitHours(events),
    }
  }

  /** The working day, and whatever hours around it there are interviews in: nothing scrolls inside the page. */
  #fitHours(events) {
    const starts = events.map(({ start }) => this.#hourOf(start))
    const ends = events.map(({ start, end }) => {
      const last = this.#hourOf(end ?? start) + 1
      return last <= this.#hourOf(start) ? 24 : last
    })
    const first = Math.min(FIRST_HOUR, ...starts)
    const last = Math.max(LAST_HOUR, ...ends)
    this.calendar.setOption('slotMinTime', `${first}:00`)
    this.calendar.setOption('slotMaxTime', `${last}:00`)
  }

  #hourOf(instant) {
    const options = { hour: '2-digit', hourCycle: 'h23', timeZone: this.zoneValue }
    return Number(new Intl.DateTimeFormat('en', options).format(instant))
  }

  #ask(drop) {
    const { event } = drop
    this.drop = drop
    this.sent = false
    this.questionTarget.textContent = `Mover para ${this.#spoken(event.start)} e avisar ${event.extendedProps.firstName}?`
    this.formTarget.action = `${event.url}?_method=PATCH`
    this.startTarget.value = event.start.toISOString()
    this.revisionTarget.value = event.extendedProps.revision
    this.formTarget.addEventListener('turbo:submit-start', () => (this.sent = true), { once: true })
    this.dialogTarget.showModal()
  }

  #spoken(instant) {
    const options = {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: this.zoneValue,
    }
    return new Intl.DateTimeFormat('pt-BR', options).format(instant)
  }

  #book(text) {
    const [date, time] = text.split('T')
    const query = new URLSearchParams({
      scheduled_date: date,
      ...(time && { scheduled_time: time.slice(0, 5) }),
    })
    visit(`/interviews/new?${query}`)
  }

  /** The address can be shared and comes back to the same week. */
  #remember({ view }) {
    const name = Object.keys(VIEWS).find((key) => VIEWS[key] === view.type)
    const date = this.calendar?.getDate().toISOString().slice(0, 10)
    if (!date) return
    history.replaceState(history.state, '', `?${new URLSearchParams({ view: name, date })}`)
  }
}

window.Stimulus.register('calendar', CalendarController)
