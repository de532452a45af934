import { advances, type MessageStatus, type ReceiptStatus } from '#messages/message_status'
import { test } from '@japa/runner'
import fc from 'fast-check'

test.group('A message’s status', () => {
  test('never moves backwards, whatever the order of the words', ({ assert }) => {
    const words = fc.constantFrom<ReceiptStatus[]>('accepted', 'sent', 'delivered', 'read')
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (reported) => {
        const order = ['sending', 'accepted', 'sent', 'delivered', 'read']
        const end = reported.reduce<MessageStatus>(
          (status, word) => (advances(status, word) ? word : status),
          'sending'
        )
        const furthest = Math.max(...reported.map((word) => order.indexOf(word)))
        assert.equal(end, order[furthest])
      })
    )
  })

  test('a failure undoes sent but never delivered or read', ({ assert }) => {
    assert.isTrue(advances('sent', 'failed'))
    assert.isFalse(advances('delivered', 'failed'))
    assert.isFalse(advances('read', 'failed'))
  })

  test('a late delivery undoes a failure, a late “sent” does not', ({ assert }) => {
    assert.isTrue(advances('failed', 'delivered'))
    assert.isTrue(advances('failed', 'read'))
    assert.isFalse(advances('failed', 'sent'))
  })
})
