import { RoleProcess } from '#tests/processes/role'
import { realScene } from '#tests/processes/real_scene'
import { eventually } from '#tests/eventually'
import { aTwilioSender, twilioSettings } from '#tests/functional/senders/scene'
import { configureSender } from '#senders/configure_sender'
import Message from '#messages/models/message'
import { sendTestMessage } from '#messages/test_message'
import whatsapp from '#whatsapp/services/main'
import { test } from '@japa/runner'

test.group('Senders that are added while processes run', (group) => {
  group.each.setup(async () => {
    const truncate = await realScene()
    return async () => {
      await truncate()
      await whatsapp.refresh()
    }
  })

  test('a worker sends from one it did not know when it started, with the data of now', async ({
    assert,
    cleanup,
  }) => {
    await RoleProcess.during({ cleanup }, 'worker')
    const south = await aTwilioSender()
    await sendTestMessage('+5511900000001', south.name)
    // The simulator knows no such number; only who asked it is told so.
    const refused = await eventually(async () => {
      const message = await Message.firstOrFail()
      return message.errorCode
    })
    assert.equal(refused, '63007')

    const settings = { ...twilioSettings(), auth_token: 'another' }
    await configureSender(south.name, { provider: 'twilio', label: 'Sul', number: null, settings })
    const anew = await eventually(async () => {
      const { errorCode } = await Message.firstOrFail()
      return errorCode === '63007' ? null : errorCode
    })
    assert.equal(anew, '20003')
  })
})
