import { test } from '@japa/runner'
import { defineConfig, gateways } from '#whatsapp/define_config'
import { WhatsappManager, type KnownSender, type SenderBook } from '#whatsapp/whatsapp_manager'
import { FakeGateway } from '#tests/unit/whatsapp/fake_gateway'
import { mock } from 'node:test'

const publicUrl = 'http://localhost:3333'

function makeManager() {
  const senders = {
    recruiting: gateways.twilio({ publicUrl }),
    onboarding: gateways.twilio({ publicUrl }),
  }
  return new WhatsappManager(defineConfig({ default: 'recruiting', senders }))
}

test.group('WhatsApp manager', () => {
  test('a sender keeps its gateway', ({ assert }) => {
    const whatsapp = makeManager()
    assert.strictEqual(whatsapp.use(), whatsapp.use('recruiting'))
    assert.notStrictEqual(whatsapp.use(), whatsapp.use('onboarding'))
    assert.equal(whatsapp.defaultSender, 'recruiting')
  })

  test('an unknown sender is a mistake, not a silence', ({ assert }) => {
    assert.throws(() => makeManager().use('nobody'), /Unknown sender "nobody"/)
  })

  test('closing ends every gateway; one asked for later is a new one', async ({ assert }) => {
    const whatsapp = makeManager()
    const first = whatsapp.use()
    await whatsapp.close()
    assert.notStrictEqual(whatsapp.use(), first)
  })
})

/** A book of one sender, that can be written in. */
class Book implements SenderBook {
  readonly opened: FakeGateway[] = []
  defaultSender: string | null = null
  reads = 0
  #version = 1
  #isRetired = false

  change(isRetired = false) {
    this.#version += 1
    this.#isRetired = isRetired
  }

  async version() {
    return String(this.#version)
  }

  async read() {
    this.reads += 1
    const open = () => {
      const gateway = new FakeGateway()
      this.opened.push(gateway)
      return gateway
    }
    const south: KnownSender = {
      name: 'south',
      version: this.#version,
      isRetired: this.#isRetired,
      open,
    }
    return { senders: [south], defaultSender: this.defaultSender }
  }
}

test.group('WhatsApp manager: senders of a book', (group) => {
  let book: Book
  let whatsapp: WhatsappManager
  group.each.setup(() => {
    book = new Book()
    const senders = { twilio: gateways.twilio({ publicUrl }) }
    whatsapp = new WhatsappManager(defineConfig({ default: 'twilio', senders }), book)
    return () => mock.timers.reset()
  })

  test('they come beside those of the config, and say so', async ({ assert }) => {
    let changes = 0
    whatsapp.on('change', () => (changes += 1))
    assert.isFalse(whatsapp.knows('south'))
    await whatsapp.meet('south')
    assert.deepEqual(whatsapp.senders, ['twilio', 'south'])
    assert.equal(whatsapp.defaultSender, 'twilio')
    await whatsapp.refresh()
    assert.equal(changes, 1)
    assert.equal(book.reads, 1)
  })

  test('the book may name another default', async ({ assert }) => {
    book.defaultSender = 'south'
    await whatsapp.refresh()
    assert.strictEqual(whatsapp.use(), whatsapp.use('south'))
  })

  test('a change opens another gateway; the former is closed when nobody can be using it', async ({
    assert,
  }) => {
    mock.timers.enable({ apis: ['setTimeout'] })
    await whatsapp.refresh()
    const former = whatsapp.use('south') as FakeGateway
    const unchanged = whatsapp.use('twilio')
    book.change()
    await whatsapp.refresh()
    assert.notStrictEqual(whatsapp.use('south'), former)
    assert.strictEqual(whatsapp.use('twilio'), unchanged)
    mock.timers.tick(119_000)
    const before = former.isClosed
    mock.timers.tick(1000)
    mock.timers.reset()
    assert.deepEqual([before, former.isClosed], [false, true])
  })

  test('a retired one sends nothing, but can be asked about what it sent', async ({ assert }) => {
    book.change(true)
    await whatsapp.refresh()
    assert.deepEqual(whatsapp.senders, ['twilio'])
    assert.isTrue(whatsapp.knows('south'))
    assert.isString(whatsapp.use('south').explain('1'))
  })

  test('closing ends those that were replaced, too', async ({ assert }) => {
    await whatsapp.refresh()
    whatsapp.use('south')
    book.change()
    await whatsapp.refresh()
    whatsapp.use('south')
    await whatsapp.close()
    assert.deepEqual(
      book.opened.map(({ isClosed }) => isClosed),
      [true, true]
    )
  })

  test('a book that never answers is given up on, and asked again by the next', async ({
    assert,
  }) => {
    mock.timers.enable({ apis: ['setTimeout'] })
    const version = mock.method(book, 'version', () => new Promise(() => {}))
    const look = whatsapp.refresh()
    while (version.mock.callCount() === 0) await Promise.resolve()
    mock.timers.tick(5000)
    mock.timers.reset()
    await assert.rejects(() => look, /could not be read/)
    version.mock.restore()
    await whatsapp.refresh()
    assert.isTrue(whatsapp.knows('south'))
  })
})
