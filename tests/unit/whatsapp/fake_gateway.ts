import { UnusableGateway } from '#whatsapp/gateways/unusable_gateway'

/** Tells whether it was closed. */
export class FakeGateway extends UnusableGateway {
  isClosed = false

  constructor() {
    super('twilio', { setting: 'none', summary: 'not there', step: 'none' })
  }

  async close() {
    this.isClosed = true
  }
}
