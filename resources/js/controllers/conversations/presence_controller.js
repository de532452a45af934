import { Controller } from '@hotwired/stimulus'
import { liveChannels } from '../../live_channels.js'
import { fetchFragment } from '../../fragment.js'

const HEARTBEAT_MS = 5_000
/** Two heartbeats may be lost. */
const FORGOTTEN_AFTER_MS = 13_000
const STILL_TYPING_MS = 6_000

/**
 * Says that one has this conversation open, or is writing in it, and shows who else has. Nobody keeps a list: whoever
 * falls silent is forgotten.
 */
export default class extends Controller {
  static targets = ['state', 'line']
  static values = { channel: String, me: String }

  connect() {
    this.others = new Map()
    this.typedAt = -Infinity
    this.saidTyping = false
    this.stop = liveChannels.listen(this.channelValue, {
      onMessage: (said) => this.hear(said),
      onMissed: () => this.beat(),
    })
    this.timer = setInterval(() => this.beat(), HEARTBEAT_MS)
    document.addEventListener('input', this.typing)
    document.addEventListener('visibilitychange', this.changeSight)
    addEventListener('pagehide', this.leave)
  }

  disconnect() {
    this.stop()
    clearInterval(this.timer)
    document.removeEventListener('input', this.typing)
    document.removeEventListener('visibilitychange', this.changeSight)
    removeEventListener('pagehide', this.leave)
    this.leave()
  }

  typing = ({ target }) => {
    if (target.name !== 'text' || !target.closest('#reply')) return
    if (target.value.trim() === '') this.typedAt = -Infinity
    else this.typedAt = performance.now()
    if (this.isTyping !== this.saidTyping) this.beat()
  }

  changeSight = () => (document.hidden ? this.leave() : this.beat())

  beat() {
    this.show()
    if (document.hidden) return
    this.saidTyping = this.isTyping
    this.say(this.isTyping ? 'typing' : 'looking')
  }

  leave = () => this.say('gone', { keepalive: true })

  say(state, options = {}) {
    const body = new FormData(this.element)
    body.set('state', state)
    const headers = { accept: 'application/json' }
    return fetchFragment(this.element.action, { method: 'POST', body, headers, ...options })
  }

  hear({ id, name, state }) {
    if (String(id) === this.meValue) return
    const isNew = !this.others.has(id)
    if (state === 'gone') this.others.delete(id)
    else this.others.set(id, { name, state, at: performance.now() })
    // Who has just come need not wait to hear of us.
    if (isNew && state !== 'gone') this.beat()
    this.show()
  }

  show() {
    const now = performance.now()
    for (const [id, { at }] of this.others) {
      if (now - at > FORGOTTEN_AFTER_MS) this.others.delete(id)
    }
    const words = this.words
    if (this.lineTarget.textContent !== words) this.lineTarget.textContent = words
    this.element.dataset.typing = String(this.named('typing').length > 0)
  }

  get words() {
    const [typing, looking] = [this.named('typing'), this.named('looking')]
    if (typing.length)
      return `${listed(typing)} ${typing.length > 1 ? 'estão' : 'está'} escrevendo…`
    if (!looking.length) return ''
    return `${listed(looking)} também ${looking.length > 1 ? 'estão' : 'está'} nesta conversa`
  }

  named(state) {
    return [...this.others.values()].filter((one) => one.state === state).map(({ name }) => name)
  }

  get isTyping() {
    return performance.now() - this.typedAt < STILL_TYPING_MS
  }
}

const listed = (names) => new Intl.ListFormat('pt-BR').format(names)
