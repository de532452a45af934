import { Controller } from '@hotwired/stimulus'

/**
 * Opens and closes the native <dialog> inside it. A click on the backdrop closes it, unless something was typed.
 */
export default class extends Controller {
  static targets = ['dialog']
  static values = { open: Boolean }

  connect() {
    if (this.openValue) this.open()
  }

  disconnect() {
    this.dialogTarget.close()
  }

  open(event) {
    event?.preventDefault()
    if (!this.dialogTarget.open) this.dialogTarget.showModal()
  }

  close(event) {
    event?.preventDefault()
    this.dialogTarget.close()
  }

  closeOnBackdrop({ target }) {
    if (target === this.dialogTarget && !this.dialogTarget.querySelector('form')) this.close()
  }
}
