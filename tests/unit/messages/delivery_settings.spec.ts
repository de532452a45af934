import { checked, startableSeconds } from '#config/delivery'
import { test } from '@japa/runner'

const SAFE = {
  timeoutSeconds: 30,
  concurrency: 50,
  leaseSeconds: 90,
  graceSeconds: 60,
  listLagSeconds: 60,
  patienceMinutes: 30,
}

test.group('Settings of delivery', () => {
  test('safe ones are taken as they are', ({ assert }) => {
    assert.deepEqual(checked(SAFE), SAFE)
  })

  test('a lease shorter than a call may take is refused', ({ assert }) => {
    assert.throws(() => checked({ ...SAFE, leaseSeconds: 89 }), /DELIVERY_LEASE_SECONDS \(89\)/)
  })

  test('asking before the provider could have listed the message is refused', ({ assert }) => {
    assert.throws(() => checked({ ...SAFE, graceSeconds: 30 }), /DELIVERY_GRACE_SECONDS \(30\)/)
  })

  test('nothing may be zero, negative or no number', ({ assert }) => {
    for (const patienceMinutes of [0, -1, Number.NaN]) {
      assert.throws(() => checked({ ...SAFE, patienceMinutes }), /patienceMinutes must be above 0/)
    }
  })

  test('a call may begin as late as its end still comes before the second look', ({ assert }) => {
    assert.equal(startableSeconds(SAFE), 60)
    assert.equal(startableSeconds({ ...SAFE, timeoutSeconds: 10 }), 90)
  })

  test('half a send is refused', ({ assert }) => {
    assert.throws(() => checked({ ...SAFE, concurrency: 2.5 }), /DELIVERY_CONCURRENCY/)
  })
})
