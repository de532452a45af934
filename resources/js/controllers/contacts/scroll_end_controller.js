import { Controller } from '@hotwired/stimulus'

/** A conversation opens at its last word. */
export default class extends Controller {
  connect() {
    this.element.scrollTop = this.element.scrollHeight
  }
}
