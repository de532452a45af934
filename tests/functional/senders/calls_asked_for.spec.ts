import { askForCalls } from '#senders/ask_for_calls'
import { aChatAppSender } from '#tests/chat_app_calls'
import { anInterview, cleanScene, deliverCallbacks, dispatch, NOW, stopClockAt } from '#tests/scene'
import Message from '#messages/models/message'
import whatsapp from '#whatsapp/services/main'
import { test } from '@japa/runner'

test.group('Where ChatApp is to call', (group) => {
  group.each.setup(cleanScene)

  test('a number nobody opened the page of is called, too', async ({ assert }) => {
    const { name } = await aChatAppSender()
    let times = 0
    const gateway = whatsapp.use(name)
    const ask = gateway.askForCalls.bind(gateway)
    gateway.askForCalls = () => {
      times += 1
      return ask()
    }
    await askForCalls()
    await askForCalls()
    assert.equal(times, 1)

    await anInterview()
    await dispatch()
    await deliverCallbacks()
    assert.include((await Message.firstOrFail()).$attributes, { status: 'read', sender: name })
  })

  test('who would not hear of it is asked again, after longer and longer pauses', async ({
    assert,
  }) => {
    stopClockAt()
    const { name } = await aChatAppSender()
    let times = 0
    whatsapp.use(name).askForCalls = async () => {
      times += 1
      if (times < 3) throw new Error('away')
    }
    const timesAfter = async (seconds: number) => {
      stopClockAt(NOW.plus({ seconds }))
      await askForCalls()
      return times
    }
    assert.deepEqual(
      [await timesAfter(0), await timesAfter(45), await timesAfter(60), await timesAfter(150)],
      [1, 1, 2, 2]
    )
    assert.deepEqual([await timesAfter(180), await timesAfter(9000)], [3, 3])
  })
})
