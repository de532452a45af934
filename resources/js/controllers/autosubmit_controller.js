import { Controller } from '@hotwired/stimulus'

const TYPING_PAUSE_MS = 300

/**
 * Filters apply themselves: choices at once, text after a pause. Without JavaScript the form has its button.
 */
export default class extends Controller {
  connect() {
    this.element.addEventListener('formdata', this.leaveOutEmpty)
  }

  disconnect() {
    clearTimeout(this.timer)
    this.element.removeEventListener('formdata', this.leaveOutEmpty)
  }

  now() {
    clearTimeout(this.timer)
    this.element.requestSubmit()
  }

  soon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.now(), TYPING_PAUSE_MS)
  }

  /** Addresses that can be read and shared name only what was chosen. */
  leaveOutEmpty = ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name)
  }
}
