import { Controller } from '@hotwired/stimulus'

/**
 * A row of links that scrolls sideways on a telephone begins where one is.
 */
export default class extends Controller {
  connect() {
    const current = this.element.querySelector('[aria-current]')
    if (current) this.element.scrollLeft = current.offsetLeft - this.element.offsetLeft - 16
  }
}
