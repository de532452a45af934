import { Controller } from '@hotwired/stimulus'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/**
 * Shows or hides what is typed, and makes up a password that can be read over the phone (no 0/O, 1/l).
 */
export default class extends Controller {
  static targets = ['input', 'toggle']

  toggle() {
    this.show(this.inputTarget.type === 'password')
  }

  generate() {
    this.inputTarget.value = Array.from({ length: GROUPS }, () => this.group()).join('-')
    this.inputTarget.dispatchEvent(new Event('input', { bubbles: true }))
    this.show(true)
    this.inputTarget.select()
  }

  show(visible) {
    this.inputTarget.type = visible ? 'text' : 'password'
    this.toggleTarget.textContent = visible ? 'Esconder' : 'Mostrar'
  }

  group() {
    const numbers = crypto.getRandomValues(new Uint8Array(GROUP_LENGTH))
    return Array.from(numbers, (number) => LETTERS[number % LETTERS.length]).join('')
  }
}
