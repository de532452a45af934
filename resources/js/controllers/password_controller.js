import { Controller } from '@hotwired/stimulus'

/**
 * Shows or hides what is typed.
 */
export default class extends Controller {
  static targets = ['input', 'toggle']

  toggle() {
    const hidden = this.inputTarget.type === 'password'
    this.inputTarget.type = hidden ? 'text' : 'password'
    this.toggleTarget.textContent = hidden ? 'Esconder' : 'Mostrar'
  }
}
