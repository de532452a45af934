import { Controller } from '@hotwired/stimulus'

const READING_MS = 8_000
const UNDO_MS = 20_000

/**
 * A sentence about what just happened: spoken by screen readers, gone after a while unless one is reading it.
 */
export default class extends Controller {
  static targets = ['text']

  connect() {
    this.announce()
    this.start()
  }

  disconnect() {
    this.pause()
  }

  /** Live regions speak only what is put into them later. */
  announce() {
    const announcer = document.getElementById('announcer')
    if (announcer) setTimeout(() => (announcer.textContent = this.textTarget.textContent), 100)
  }

  start() {
    const delay = this.element.querySelector('form') ? UNDO_MS : READING_MS
    this.timer = setTimeout(() => this.close(), delay)
  }

  pause() {
    clearTimeout(this.timer)
  }

  close() {
    this.element.remove()
  }
}
