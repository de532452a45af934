import { Controller } from '@hotwired/stimulus'
import { fetchFragment } from '../../fragment.js'

const TYPING_PAUSE_MS = 200

/**
 * The candidate is found among the contacts or created, in one field: what is typed searches, an option chooses, and
 * what nobody chose is a new contact.
 */
export default class extends Controller {
  static targets = ['id', 'input', 'list', 'chosen', 'person', 'fields']
  static values = { url: String }

  connect() {
    for (const [name, value] of Object.entries({
      'role': 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.listTarget.id,
    })) {
      this.inputTarget.setAttribute(name, value)
    }
  }

  disconnect() {
    clearTimeout(this.timer)
  }

  search() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.#find(), TYPING_PAUSE_MS)
  }

  navigate(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key in moves) this.#move(moves[event.key])
    else if (event.key === 'Enter' && this.#active) this.#choose(this.#active)
    else if (event.key === 'Escape' && this.#isOpen) this.close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  pick(event) {
    const option = event.target.closest('[role=option]')
    if (!option) return
    event.preventDefault()
    this.#choose(option)
  }

  release(event) {
    event.preventDefault()
    this.idTarget.value = ''
    this.#show(false)
    this.inputTarget.focus()
  }

  close() {
    clearTimeout(this.timer)
    this.listTarget.hidden = true
    this.inputTarget.setAttribute('aria-expanded', 'false')
    this.inputTarget.removeAttribute('aria-activedescendant')
  }

  async #find() {
    const search = this.inputTarget.value.trim()
    if (search === '') return this.close()
    const query = new URLSearchParams({ search })
    const html = await fetchFragment(`${this.urlValue}?${query}`)
    const isStale = search !== this.inputTarget.value.trim()
    if (html === null || isStale || !this.#hasFocus) return
    this.listTarget.innerHTML = html
    this.listTarget.hidden = this.listTarget.children.length === 0
    this.inputTarget.setAttribute('aria-expanded', String(this.#isOpen))
  }

  #move(step) {
    const options = [...this.listTarget.children]
    if (!this.#isOpen || options.length === 0) return
    const index = options.indexOf(this.#active) + step
    this.#active?.setAttribute('aria-selected', 'false')
    const next = options[(index + options.length) % options.length]
    next.setAttribute('aria-selected', 'true')
    next.scrollIntoView({ block: 'nearest' })
    this.inputTarget.setAttribute('aria-activedescendant', next.id)
  }

  #choose(option) {
    this.idTarget.value = option.dataset.id
    this.personTarget.innerHTML = option.innerHTML
    this.inputTarget.value = ''
    this.close()
    this.#show(true)
    this.chosenTarget.querySelector('a').focus()
  }

  #show(isChosen) {
    this.chosenTarget.hidden = !isChosen
    this.fieldsTarget.hidden = isChosen
    this.idTarget.dispatchEvent(new Event('change', { bubbles: true }))
  }

  get #active() {
    return this.listTarget.querySelector('[aria-selected=true]')
  }

  get #isOpen() {
    return !this.listTarget.hidden
  }

  get #hasFocus() {
    return document.activeElement === this.inputTarget
  }
}
