import type { Behaviour } from '#tests/chaos/emulator/behaviour'
import type { Log } from '#tests/chaos/emulator/log'
import type { Taken } from '#tests/chaos/emulator/messages'
import { Random } from '#tests/chaos/random'
import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 5000

/** Reports on each message to the address that came with it: lost, doubled and disordered as asked. */
export class Callbacks {
  constructor(
    private readonly authToken: string,
    private readonly account: string,
    private readonly log: Log
  ) {}

  /** What is to be said of a message, in the order in which it is said. */
  plan({ seed, callbacks }: Behaviour, message: Taken) {
    const random = new Random(`${seed}:callbacks:${message.to}:${message.body}`)
    const words = ['sent', 'delivered', ...(random.chance(0.3) ? ['read'] : [])]
    const said = words.flatMap((word) => {
      if (random.chance(callbacks.lost)) return []
      return random.chance(callbacks.doubled) ? [word, word] : [word]
    })
    const isEarly = random.chance(callbacks.early)
    return { said: random.chance(callbacks.reversed) ? said.reverse() : said, isEarly }
  }

  async sayAll(message: Taken, words: string[]) {
    for (const word of words) {
      await this.say(message, word)
      await pause(5)
    }
  }

  private async say(message: Taken, status: string) {
    message.status = status
    if (!message.callback) return
    const { uuid, to, sid } = message
    const form = this.formOf(message, status)
    const answer = await fetch(message.callback, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'x-twilio-signature': this.sign(message.callback, form) },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).then(
      (response) => response.status,
      () => 0
    )
    this.log.add({ type: 'called_back', at: Date.now(), uuid, to, sid, status, answer })
  }

  private formOf({ sid, to, from }: Taken, status: string) {
    return {
      AccountSid: this.account,
      From: from,
      MessageSid: sid,
      MessageStatus: status,
      SmsSid: sid,
      SmsStatus: status,
      To: to,
    }
  }

  private sign(url: string, form: Record<string, string>) {
    const fields = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1))
    const signed = url + fields.map(([name, value]) => name + value).join('')
    return createHmac('sha1', this.authToken).update(signed).digest('base64')
  }
}
