import { Controller } from '@hotwired/stimulus'
import { visit } from '@hotwired/turbo'

const LOOK_EVERY_MS = 15_000
const MINUTE_MS = 60_000

/** How long free text may still be written; when it ends, the page shows what is left to do. */
export default class extends Controller {
  static targets = ['left']
  static values = { until: String }

  connect() {
    this.timer = setInterval(() => this.say(), LOOK_EVERY_MS)
    document.addEventListener('turbo:morph', this.say)
    this.say()
  }

  disconnect() {
    clearInterval(this.timer)
    document.removeEventListener('turbo:morph', this.say)
  }

  say = () => {
    const left = Date.parse(this.untilValue) - Date.now()
    if (left <= 0) return this.end()
    const minutes = Math.ceil(left / MINUTE_MS)
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    this.leftTarget.textContent = hours ? `(faltam ${hours} h ${rest} min)` : `(faltam ${rest} min)`
  }

  end() {
    clearInterval(this.timer)
    if (this.hasEnded) return
    this.hasEnded = true
    visit(location.href, { action: 'replace' })
  }
}
