import { Controller } from '@hotwired/stimulus'

/**
 * A second click, or Enter held down, sends nothing: the form is on its way, and its button says so.
 */
export default class extends Controller {
  connect() {
    this.element.addEventListener('submit', this.guard, true)
    this.element.addEventListener('turbo:submit-end', this.release)
  }

  disconnect() {
    this.element.removeEventListener('submit', this.guard, true)
    this.element.removeEventListener('turbo:submit-end', this.release)
  }

  guard = (event) => {
    if (this.submitting) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    // Only what really leaves: a question answered with "no" sends nothing.
    this.element.addEventListener('turbo:submit-start', () => this.hold(event.submitter), {
      once: true,
    })
  }

  hold(submitter) {
    this.submitting = true
    this.button = submitter
    submitter?.setAttribute('aria-busy', 'true')
  }

  release = () => {
    this.submitting = false
    this.button?.removeAttribute('aria-busy')
  }
}
