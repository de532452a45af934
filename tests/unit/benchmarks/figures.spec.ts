import { mostWithin, rateOf, slopeOf } from '#benchmarks/arrivals'
import { alone, p99, race, takeTurns } from '#benchmarks/harness'
import { isMissed, missedBy } from '#benchmarks/target'
import { test } from '@japa/runner'

const of = (value: number, target?: string, ratio?: number) => ({
  ...alone('something', 'ms', [value], target),
  ratio,
})

test.group('A target', () => {
  test('without one nothing is missed', ({ assert }) => {
    assert.isFalse(isMissed(of(100)))
  })

  test('a ceiling speaks of the ratio, where there is one', ({ assert }) => {
    assert.closeTo(missedBy(of(100, '≤ 1.20', 1.5)), 0.25, 1e-9)
    assert.isTrue(isMissed(of(100, '≤ 1.20', 1.5)))
    assert.isFalse(isMissed(of(100, '≤ 1.20', 0.5)))
  })

  test('a floor is missed from below', ({ assert }) => {
    assert.closeTo(missedBy(of(1, '≥ 0.60', 0.3)), 0.5, 1e-9)
    assert.isTrue(isMissed(of(1, '≥ 0.60', 0.53)))
    assert.isFalse(isMissed(of(1, '≥ 0.60', 5)))
  })

  test('with a unit it speaks of the value', ({ assert }) => {
    assert.isTrue(isMissed(of(0.3, '≤ 0.2 ms', 0.9)))
    assert.isFalse(isMissed(of(0.1, '≤ 0.2 ms', 9)))
  })

  test('less than a tenth may be noise', ({ assert }) => {
    assert.isFalse(isMissed(of(1, '≤ 1.00', 1.09)))
    assert.isTrue(isMissed(of(1, '≤ 1.00', 1.11)))
  })

  test('one that cannot be read is refused', ({ assert }) => {
    assert.throws(() => missedBy(of(1, 'fast')), /not a target/)
  })
})

test.group('Turns', () => {
  test('each has one a round, after one that does not count, and the order turns round', async ({
    assert,
  }) => {
    const order: string[] = []
    const turn = (name: string, figures: number[]) => async () => {
      order.push(name)
      return figures[order.filter((one) => one === name).length - 1]
    }
    const turns = await takeTurns(
      { ours: turn('ours', [9, 2, 4, 6]), theirs: turn('theirs', [9, 1, 4, 3]) },
      { rounds: 3, unit: 'msg/s' }
    )
    assert.equal(order.join(' '), 'ours theirs ours theirs theirs ours ours theirs')
    const measure = turns.compare(['ours', 'ours'], ['theirs', 'theirs'])
    assert.include(measure, { unit: 'msg/s', value: 4, baseline: 3, rounds: 3 })
    assert.include(measure, { ratio: 2, ratioMin: 1, ratioMax: 2 })
  })

  test('one that answers with many figures is judged by a statistic of them', async ({
    assert,
  }) => {
    const turns = await takeTurns({ ours: async () => [1, 2, 30] }, { rounds: 1, unit: 'ms' })
    assert.equal(turns.alone('ours', 'ours').value, 2)
    assert.closeTo(turns.alone('ours', 'ours', { statistic: p99 }).value, 29.44, 1e-9)
    assert.equal(turns.against(['ours', 'ours'], ['a limit', 4]).ratio, 0.5)
  })

  test('laps are timed in turn', async ({ assert }) => {
    let laps = 0
    const times = await race({ one: async () => void (laps += 1) }, { rounds: 2, laps: 3 })
    assert.equal(laps, 9)
    assert.isAbove(times.value('one'), 0)
  })
})

test.group('Arrivals', () => {
  test('the most within any window, which ends before the next begins', ({ assert }) => {
    assert.equal(mostWithin([0, 10, 999, 1000, 1005], 1000), 4)
    assert.equal(mostWithin([0, 1000, 2000], 1000), 1)
    assert.equal(mostWithin([], 1000), 0)
  })

  test('their rate is that of the gaps between them', ({ assert }) => {
    assert.equal(rateOf([0, 500, 1000]), 2)
  })

  test('a slope ignores what only jumps up and down', ({ assert }) => {
    const points = [0, 1, 2, 3].map((x) => ({ x, y: 100 + 5 * x }))
    assert.closeTo(slopeOf(points), 5, 1e-9)
    assert.closeTo(slopeOf(points.map(({ x }) => ({ x, y: 7 }))), 0, 1e-9)
  })
})
