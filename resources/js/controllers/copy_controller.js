import { Controller } from '@hotwired/stimulus'

/**
 * Copies the value of its `source` target; the button says so for a moment.
 */
export default class extends Controller {
  static targets = ['source', 'label']

  async copy() {
    this.sourceTarget.select()
    await navigator.clipboard?.writeText(this.sourceTarget.value)
    const label = this.labelTarget.textContent
    this.labelTarget.textContent = 'Copiado'
    setTimeout(() => (this.labelTarget.textContent = label), 2_000)
  }
}
