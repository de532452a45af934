import { Duration, type DateTime } from 'luxon'

const LENGTH = Duration.fromObject({ hours: 24 })

/**
 * For 24 hours after a person's last message WhatsApp takes free text to them; after that only approved templates.
 */
export class SessionWindow {
  constructor(private readonly lastInboundAt: DateTime | null) {}

  /** Null when it never was open. */
  get closesAt() {
    return this.lastInboundAt?.plus(LENGTH) ?? null
  }

  isOpen(at: DateTime) {
    return this.lastInboundAt !== null && at < this.lastInboundAt.plus(LENGTH)
  }
}
