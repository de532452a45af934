import { readRows } from '#tests/chaos/databases'
import { entries } from '#tests/chaos/checks/reading'
import type { World } from '#tests/chaos/world'
import { setTimeout as pause } from 'node:timers/promises'

/** A second in which the machine was busy elsewhere counts into the next. */
const JITTER = 4

/** Asked for patience for a while, with and without being told how long: few tries meanwhile, then all go out. */
export async function throttleStorm(world: World) {
  const traffic = await world.traffic()
  await world.startCrew()
  for (const fault of ['throttled', 'throttled_1s']) {
    await world.emulator.behave({ faults: { [fault]: 1 } })
    const from = Date.now()
    await traffic.book(15)
    await pause(6000)
    await world.emulator.behave({ faults: {} })
    const tries = sendsBetween(world, from, Date.now()).length
    world.say(`${tries} sends in 6 s of ${fault}`)
    if (tries > 40) world.complain('impatient', `${tries} sends while asked for patience`)
    await world.settle(40_000)
  }
  return world.verdict(traffic)
}

/** Nobody answers for a while; then everything leaves in order, no faster than allowed. */
export async function downAndBack(world: World) {
  const perSecond = 10
  const traffic = await world.traffic()
  await world.startCrew()
  await traffic.book(1)
  await world.settle()
  await world.database.query(`update senders set messages_per_second = ${perSecond}`)
  await world.emulator.behave({ isDown: true })
  await traffic.book(60)
  await traffic.change(15)
  await pause(6000)
  await world.emulator.behave({ isDown: false })
  const back = Date.now()
  await world.settle(90_000)
  const most = mostInASecond(sendsBetween(world, back, Date.now()).map(({ at }) => at))
  world.say(`at most ${most} sends in a second, ${perSecond} allowed`)
  if (most > perSecond + 3 + JITTER) world.complain('burst', `${most} sends within one second`)
  return world.verdict(traffic)
}

/** The provider takes messages, says nothing, and cannot be asked: a person must decide, and nothing goes twice. */
export async function listDown(world: World) {
  const traffic = await world.traffic()
  const callbacks = { lost: 1, doubled: 0, reversed: 0, early: 0 }
  await world.emulator.behave({
    list: 'down',
    callbacks,
    faults: { accept_500: 0.3, error_500: 0.2 },
  })
  await world.startCrew(world.crew, [], { DELIVERY_PATIENCE_MINUTES: '0.15' })
  await traffic.book(30)
  await pause(3000)
  await world.emulator.behave({ list: 'hanging' })
  await world.settle(60_000)
  const { messages } = await readRows(world.database)
  const asked = messages.filter(({ reason }) => reason === 'needs_person')
  world.say(`${asked.length} left to a person`)
  if (asked.length === 0) world.complain('nobody_asked', 'no message was left to a person')
  const again = messages.filter(({ attempts }) => attempts > 1)
  if (again.length > 0) world.complain('blind', `${again.length} messages were sent again blindly`)
  return world.verdict(traffic)
}

const sendsBetween = (world: World, from: number, until: number) =>
  entries({ log: world.emulator.log() } as any, 'received').filter(
    ({ at }) => at >= from && at <= until
  )

function mostInASecond(instants: number[]) {
  return Math.max(
    0,
    ...instants.map((start) => instants.filter((at) => at >= start && at < start + 1000).length)
  )
}
