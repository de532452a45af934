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
      height: NARROW.matches ? 'auto' : 'max(34rem, calc(100dvh - 9rem))',
      scrollTime: '08:00',
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
    }
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
