import { Controller } from '@hotwired/stimulus'

/** Writing on a phone: Enter sends, Shift+Enter breaks the line, what was sent is gone from the field. */
export default class extends Controller {
  static targets = ['text']

  send(event) {
    if (event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.element.requestSubmit()
  }

  clear({ detail }) {
    if (!detail.success) return
    this.element.reset()
    this.textTarget.focus()
  }
}
