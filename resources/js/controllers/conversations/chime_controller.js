import { Controller } from '@hotwired/stimulus'
import sound from '../../../sounds/chime.wav?url'

const MUTED = 'conversations.muted'

/** Outlives the page: what came while one page became another was heard or seen already. */
let heard = null

/**
 * Rings once when somebody writes what waits for us. Whoever wants silence has it, on this computer, until they say
 * otherwise.
 */
export default class extends Controller {
  static targets = ['button', 'on', 'off']
  static values = { news: String }

  connect() {
    this.show()
  }

  newsValueChanged(news) {
    const isNew = heard !== null && news > heard
    if (heard === null || news > heard) heard = news
    if (isNew && !this.isMuted) this.ring()
  }

  toggle() {
    if (this.isMuted) localStorage.removeItem(MUTED)
    else localStorage.setItem(MUTED, '1')
    this.show()
  }

  /** Morphing brings the button as the server knows it. */
  buttonTargetConnected() {
    this.show()
  }

  show() {
    if (!this.hasButtonTarget) return
    this.buttonTarget.setAttribute('aria-pressed', String(this.isMuted))
    this.onTarget.hidden = this.isMuted
    this.offTarget.hidden = !this.isMuted
  }

  /** Browsers stay silent until the page was clicked. */
  ring() {
    new Audio(sound).play().catch(() => {})
    this.dispatch('rang')
  }

  get isMuted() {
    return localStorage.getItem(MUTED) !== null
  }
}
