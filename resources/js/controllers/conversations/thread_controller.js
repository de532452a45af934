import { Controller } from '@hotwired/stimulus'

const NEAR_PX = 80

/**
 * A conversation opens at its last word and stays there while new ones come; whoever reads further up is left alone and
 * told that there is more below.
 */
export default class extends Controller {
  static targets = ['newer', 'found']

  connect() {
    if (this.hasFoundTarget) this.showFound()
    else this.toEnd()
    document.addEventListener('turbo:morph', this.follow)
    addEventListener('resize', this.follow)
  }

  disconnect() {
    document.removeEventListener('turbo:morph', this.follow)
    removeEventListener('resize', this.follow)
  }

  look() {
    this.atEnd = this.distance < NEAR_PX
    if (this.atEnd) this.newerTarget.hidden = true
    this.height = this.element.scrollHeight
  }

  follow = () => {
    const grew = this.element.scrollHeight > this.height
    if (this.atEnd) return this.toEnd()
    if (grew) this.newerTarget.hidden = false
    this.height = this.element.scrollHeight
  }

  /** What was looked for, in the middle. */
  showFound() {
    this.foundTarget.scrollIntoView({ block: 'center' })
    this.look()
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight
    this.atEnd = true
    this.newerTarget.hidden = true
    this.height = this.element.scrollHeight
  }

  get distance() {
    const { scrollHeight, scrollTop, clientHeight } = this.element
    return scrollHeight - scrollTop - clientHeight
  }
}
