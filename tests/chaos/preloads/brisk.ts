/**
 * Every recurring task comes due each second, so that a scenario does not wait a minute for the reminder scan.
 */
import { Scheduler } from 'adonisjs-scheduler'

const EACH_SECOND = '* * * * * *'

const call = Scheduler.prototype.call
Scheduler.prototype.call = function (this: Scheduler, ...task) {
  const item = call.apply(this, task)
  Object.defineProperty(item, 'expression', { get: () => EACH_SECOND, set: () => {} })
  return item
}
