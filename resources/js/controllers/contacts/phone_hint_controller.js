import { Controller } from '@hotwired/stimulus'

const TYPING_PAUSE_MS = 350

/**
 * Says at once what is wrong with a phone number, how it was read, or whose it is already.
 */
export default class extends Controller {
  static targets = ['input', 'hint']
  static values = { url: String, except: String }

  disconnect() {
    clearTimeout(this.timer)
  }

  check() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), TYPING_PAUSE_MS)
  }

  async ask() {
    const value = this.inputTarget.value.trim()
    if (value === '') return this.hintTarget.replaceChildren()
    const query = new URLSearchParams({ value, except: this.exceptValue })
    const response = await fetch(`${this.urlValue}?${query}`).catch(() => null)
    if (!response?.ok || response.redirected || value !== this.inputTarget.value.trim()) return
    this.hintTarget.innerHTML = await response.text()
  }
}
