import { Controller } from '@hotwired/stimulus'

/**
 * The booking form: a title suggested until somebody writes their own, and Ctrl+Enter.
 */
export default class extends Controller {
  static targets = ['opening', 'round', 'title']

  submit(event) {
    event.preventDefault()
    this.element.querySelector('form').requestSubmit()
  }

  suggestTitle() {
    if (this.titleTarget.value !== '' && this.titleTarget.value !== this.suggested) return
    this.suggested = this.#title()
    this.titleTarget.value = this.suggested
    this.titleTarget.dispatchEvent(new Event('input', { bubbles: true }))
  }

  #title() {
    const [round, opening] = [chosen(this.roundTarget), chosen(this.openingTarget)]
    if (!round) return opening && `Entrevista – ${opening}`
    return `Entrevista – ${round}${opening && ` (${opening})`}`
  }
}

const chosen = ({ value, selectedOptions }) => (value ? selectedOptions[0].textContent.trim() : '')
