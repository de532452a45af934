import { Controller } from '@hotwired/stimulus'

/**
 * The field to answer: Enter sends, and what was begun waits in this tab while other conversations are looked at.
 */
export default class extends Controller {
  static targets = ['text']
  static values = { draft: String }

  connect() {
    const draft = sessionStorage.getItem(this.key)
    if (!draft || this.textTarget.value !== '') return
    this.textTarget.value = draft
    // A form with something typed into it is left alone by refreshes.
    this.textTarget.dispatchEvent(new Event('input', { bubbles: true }))
  }

  send(event) {
    if (event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (this.textTarget.value.trim() !== '') this.element.requestSubmit()
  }

  keep() {
    const { value } = this.textTarget
    if (value === '') sessionStorage.removeItem(this.key)
    else sessionStorage.setItem(this.key, value)
  }

  /** What came back with a complaint is still in the page that follows. */
  sent({ detail }) {
    if (!detail.success) return
    sessionStorage.removeItem(this.key)
    this.element.reset()
    this.textTarget.value = ''
    this.textTarget.focus()
  }

  get key() {
    return `draft:${this.draftValue}`
  }
}
