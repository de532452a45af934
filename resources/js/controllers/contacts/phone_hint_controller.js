import { Controller } from '@hotwired/stimulus'
import { fetchFragment } from '../../fragment.js'

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
    const html = await fetchFragment(`${this.urlValue}?${query}`)
    if (html !== null && value === this.inputTarget.value.trim()) this.hintTarget.innerHTML = html
  }
}
