import { Controller } from '@hotwired/stimulus'
import { PickList, replaceIn } from '../../pick_list.js'

const TYPED = /(?:^|\s)@([\p{L}\p{N} ]{0,30})$/u
const MOST = 8

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * `@` in a note offers the names of the team.
 */
export default class extends Controller {
  static targets = ['text', 'list']
  static values = { names: Array }

  connect() {
    this.listTarget.id ||= 'mention-list'
    this.picks = new PickList({
      field: this.textTarget,
      list: this.listTarget,
      take: (option) => this.insert(option),
    })
  }

  look() {
    const typed = this.typed
    if (typed === null) return this.picks.hide()
    const fitting = this.namesValue.filter((name) => plain(name).startsWith(plain(typed)))
    this.listTarget.replaceChildren(...fitting.slice(0, MOST).map(this.option))
    this.picks.show([...this.listTarget.children])
  }

  option = (name, index) => {
    const option = document.createElement('li')
    option.id = `mention-${index}`
    option.setAttribute('role', 'option')
    option.textContent = name
    option.addEventListener('mousedown', (event) => {
      event.preventDefault()
      this.insert(option)
    })
    return option
  }

  move(event) {
    this.picks.heed(event)
  }

  insert({ textContent: name }) {
    const end = this.textTarget.selectionStart
    const from = end - this.typed.length
    this.picks.hide()
    replaceIn(this.textTarget, from, end, `${name} `)
    this.picks.hide()
  }

  hideSoon() {
    this.picks.hide()
  }

  get typed() {
    const { value, selectionStart } = this.textTarget
    return value.slice(0, selectionStart).match(TYPED)?.[1] ?? null
  }
}
