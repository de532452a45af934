import { Controller } from '@hotwired/stimulus'

const places = new Map()

/** The list stays where it was while one conversation after the other is opened beside it. */
export default class extends Controller {
  static values = { name: String }

  connect() {
    this.element.scrollTop = places.get(this.nameValue) ?? 0
    this.element.addEventListener('scroll', this.remember, { passive: true })
  }

  disconnect() {
    this.element.removeEventListener('scroll', this.remember)
  }

  remember = () => {
    places.set(this.nameValue, this.element.scrollTop)
  }
}
