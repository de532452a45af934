import { Controller } from '@hotwired/stimulus'
import { visit } from '@hotwired/turbo'
import { liveChannels } from '../live_channels.js'

const GATHER_MS = 150
/** While things change all the time a page still does not ask more often. */
const LEAST_PAUSE_MS = 1_000

let lastRefresh = -Infinity

/** The server keeps what it has to say for a page the person asked for. */
const sayItIsARefresh = ({ detail }) => (detail.fetchOptions.headers['X-Live-Refresh'] = '1')

/**
 * The page fetches itself again and morphs when the server says that something it shows has changed.
 * `{{{ live('interview/7', 'messages') }}}` in Edge.
 */
export default class extends Controller {
  static values = { channels: Array }

  connect() {
    this.stops = this.channelsValue.map((channel) =>
      liveChannels.listen(channel, {
        onMessage: () => this.refreshSoon(),
        onMissed: () => this.refreshSoon(),
      })
    )
    document.addEventListener('visibilitychange', this.refreshIfStale)
    document.addEventListener('turbo:load', this.refreshIfStale)
    document.addEventListener('close', this.refreshIfStale, true)
  }

  disconnect() {
    for (const stop of this.stops) stop()
    clearTimeout(this.timer)
    this.timer = null
    document.removeEventListener('visibilitychange', this.refreshIfStale)
    document.removeEventListener('turbo:load', this.refreshIfStale)
    document.removeEventListener('close', this.refreshIfStale, true)
  }

  /** The first of many events counts: waiting for a quiet moment could take for ever. */
  refreshSoon() {
    if (this.timer) return
    const pause = lastRefresh + LEAST_PAUSE_MS - performance.now()
    this.timer = setTimeout(() => this.refresh(), Math.max(GATHER_MS, pause))
  }

  refresh() {
    this.timer = null
    this.stale = true
    if (document.hidden || this.isBusy) return
    this.stale = false
    lastRefresh = performance.now()
    addEventListener('turbo:before-fetch-request', sayItIsARefresh, { once: true })
    visit(location.href, { action: 'replace', shouldCacheSnapshot: false })
  }

  refreshIfStale = () => {
    if (this.stale) this.refreshSoon()
  }

  /**
   * A navigation or a form is on its way: what it brings is as fresh. While a question stands open the form behind it
   * waits, and Turbo would forget it for the refresh.
   */
  get isBusy() {
    const isOnItsWay = document.documentElement.ariaBusy === 'true'
    return isOnItsWay || document.querySelector('form[aria-busy], dialog[open]')
  }
}
