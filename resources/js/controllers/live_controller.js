import { Controller } from '@hotwired/stimulus'
import { visit } from '@hotwired/turbo'
import { liveChannels } from '../live_channels.js'

const GATHER_MS = 150

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
  }

  disconnect() {
    for (const stop of this.stops) stop()
    clearTimeout(this.timer)
    document.removeEventListener('visibilitychange', this.refreshIfStale)
    document.removeEventListener('turbo:load', this.refreshIfStale)
  }

  refreshSoon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.refresh(), GATHER_MS)
  }

  refresh() {
    this.stale = true
    if (document.hidden || this.isBusy) return
    this.stale = false
    addEventListener('turbo:before-fetch-request', sayItIsARefresh, { once: true })
    visit(location.href, { action: 'replace', shouldCacheSnapshot: false })
  }

  refreshIfStale = () => {
    if (this.stale) this.refreshSoon()
  }

  /** A navigation or a form is on its way: what it brings is as fresh. */
  get isBusy() {
    return document.documentElement.ariaBusy === 'true' || document.querySelector('form[aria-busy]')
  }
}
