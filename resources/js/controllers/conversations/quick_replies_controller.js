import { Controller } from '@hotwired/stimulus'
import { PickList, replaceIn } from '../../pick_list.js'

/** `/` at the beginning of a word, and what of the shortcut is typed. */
const TYPED = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u

/**
 * `/` in the field offers the team's ready texts; the chosen one takes its place.
 */
export default class extends Controller {
  static targets = ['text', 'list', 'option']

  connect() {
    this.picks = new PickList({
      field: this.textTarget,
      list: this.listTarget,
      take: (option) => this.insert(option),
    })
  }

  look() {
    const typed = this.typed
    if (typed === null) return this.picks.hide()
    const fitting = this.optionTargets.filter(({ dataset }) => dataset.shortcut.startsWith(typed))
    for (const option of this.optionTargets) option.hidden = !fitting.includes(option)
    this.picks.show(fitting)
  }

  move(event) {
    this.picks.heed(event)
  }

  take(event) {
    event.preventDefault()
    this.insert(event.currentTarget)
  }

  insert(option) {
    const end = this.textTarget.selectionStart
    const from = end - this.typed.length - 1
    this.picks.hide()
    replaceIn(this.textTarget, from, end, option.dataset.text)
  }

  hideSoon() {
    this.picks.hide()
  }

  get typed() {
    const { value, selectionStart } = this.textTarget
    return value.slice(0, selectionStart).match(TYPED)?.[1].toLowerCase() ?? null
  }
}
