import { Controller } from '@hotwired/stimulus'

/**
 * A <details> that behaves like a menu: closes on Escape, on a click elsewhere and when the page changes.
 */
export default class extends Controller {
  connect() {
    document.addEventListener('click', this.closeOutside)
    document.addEventListener('turbo:before-cache', this.close)
  }

  disconnect() {
    document.removeEventListener('click', this.closeOutside)
    document.removeEventListener('turbo:before-cache', this.close)
  }

  close = () => {
    this.element.open = false
  }

  escape() {
    if (!this.element.open) return
    this.close()
    this.element.querySelector('summary').focus()
  }

  closeOutside = ({ target }) => {
    if (!this.element.contains(target)) this.close()
  }
}
