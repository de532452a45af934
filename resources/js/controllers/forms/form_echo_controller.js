import { Controller } from '@hotwired/stimulus'

const TYPING_PAUSE_MS = 300

/**
 * Shows what the server makes of the form around it, as it is typed: a preview, a warning.
 */
export default class extends Controller {
  static values = { url: String }

  connect() {
    this.form = this.element.closest('form')
    this.form.addEventListener('input', this.soon)
    this.form.addEventListener('change', this.soon)
    this.soon()
  }

  disconnect() {
    clearTimeout(this.timer)
    this.request?.abort()
    this.form.removeEventListener('input', this.soon)
    this.form.removeEventListener('change', this.soon)
  }

  soon = () => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.echo(), TYPING_PAUSE_MS)
  }

  async echo() {
    this.request?.abort()
    this.request = new AbortController()
    const body = new URLSearchParams(new FormData(this.form))
    try {
      const response = await fetch(this.urlValue, {
        method: 'POST',
        body,
        signal: this.request.signal,
      })
      if (response.ok && !response.redirected) this.element.innerHTML = await response.text()
    } catch {
      // Typed on, or offline: what is shown stays until the next answer.
    }
  }
}
