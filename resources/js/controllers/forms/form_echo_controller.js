import { Controller } from '@hotwired/stimulus'
import { fetchFragment } from '../../fragment.js'

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
    document.addEventListener('turbo:morph', this.soon)
    this.soon()
  }

  disconnect() {
    clearTimeout(this.timer)
    this.request?.abort()
    this.form.removeEventListener('input', this.soon)
    this.form.removeEventListener('change', this.soon)
    document.removeEventListener('turbo:morph', this.soon)
  }

  soon = () => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.echo(), TYPING_PAUSE_MS)
  }

  async echo() {
    this.request?.abort()
    this.request = new AbortController()
    const { signal } = this.request
    const body = new URLSearchParams(new FormData(this.form))
    const html = await fetchFragment(this.urlValue, { method: 'POST', body, signal })
    if (html !== null && !signal.aborted) this.element.innerHTML = html
  }
}
