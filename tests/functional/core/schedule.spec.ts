import { Schedule } from '#start/background/schedule'
import { eventually } from '#tests/eventually'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import scheduler from 'adonisjs-scheduler/services/main'
import { setTimeout as pause } from 'node:timers/promises'

test.group('The schedule', () => {
  test('whoever stops it waits for the task that is running', async ({ assert, cleanup }) => {
    const task = { started: 0, ended: 0 }
    scheduler
      .call(async () => {
        task.started += 1
        await pause(300)
        task.ended += 1
      })
      .everySecond()
    cleanup(() => void scheduler.items.pop())

    const schedule = new Schedule(app)
    await schedule.start()
    await eventually(() => task.started > task.ended)
    await schedule.stop()
    assert.equal(task.ended, task.started)
  })
})
