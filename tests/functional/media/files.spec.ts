import { mediaLink } from '#core/media_link'
import { appUrl } from '#config/app'
import { fetchMedia } from '#media/fetch_media'
import { ringForgottenFiles } from '#media/forgotten'
import MediaFile from '#media/models/media_file'
import { keepUpload } from '#media/upload'
import { receiveInbound } from '#messages/inbound'
import { outgoing } from '#messages/outgoing'
import Message from '#messages/models/message'
import { ScriptedServer } from '#tests/gateways/scripted_server'
import { takeJobs } from '#tests/queue'
import { aCandidate, arrived, aUser, cleanScene, NOW, stopClockAt } from '#tests/scene'
import type { Media } from '#whatsapp/content'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80])

const hear = (media: Partial<Media> = {}) =>
  receiveInbound(
    {
      providerMessageId: 'MM1',
      from: '+5511900000001',
      body: 'olhe',
      profileName: null,
      content: {
        media: [
          {
            kind: 'image',
            contentType: 'image/jpeg',
            filename: null,
            reference: '/ME1',
            ...media,
          },
        ],
      },
    },
    arrived()
  )

test.group('A file that somebody sends', (group) => {
  let server: ScriptedServer

  group.each.setup(cleanScene)
  group.each.setup(async () => {
    await takeJobs()
    await aCandidate()
    server = await new ScriptedServer().start()
    server.answer((response) => response.writeHead(200).end(PICTURE))
    const gateway = whatsapp.use()
    const { mediaSource } = gateway
    gateway.mediaSource = async (reference) => ({
      url: server.origin + reference,
      headers: {},
      hosts: [new URL(server.origin).host],
    })
    return async () => {
      gateway.mediaSource = mediaSource
      await server.stop()
    }
  })

  test('it is fetched once and kept', async ({ assert }) => {
    const message = await hear()
    const file = await MediaFile.firstOrFail()
    assert.equal(message!.content!.media![0].file, file.uuid)
    assert.deepInclude(await takeJobs(), { uuid: file.uuid })
    await Promise.all([fetchMedia(file.uuid), fetchMedia(file.uuid)])
    await fetchMedia(file.uuid)
    await file.refresh()
    assert.include(file.$attributes, { state: 'ready', size: PICTURE.length, kind: 'image' })
    assert.isTrue(PICTURE.equals(await file.bytes()))
    assert.lengthOf(server.requests, 1)
  })

  test('whoever is signed in sees it; nobody else, and nothing in it runs', async ({ client }) => {
    await hear()
    const file = await MediaFile.firstOrFail()
    const agent = await aUser('agent')
    const early = await client.get(`/media/${file.uuid}`).loginAs(agent)
    early.assertStatus(404)
    await fetchMedia(file.uuid)
    const shown = await client.get(`/media/${file.uuid}`).loginAs(agent)
    shown.assertStatus(200)
    shown.assertHeader('content-type', 'image/jpeg')
    shown.assertHeader('x-content-type-options', 'nosniff')
    const stranger = await client.get(`/media/${file.uuid}`).redirects(0)
    stranger.assertStatus(302)
  })

  test('a type WhatsApp does not know is named, and not fetched', async ({ assert }) => {
    await hear({ contentType: 'text/html' })
    const file = await MediaFile.firstOrFail()
    assert.include(file.$attributes, { state: 'refused', reason: 'type' })
    await fetchMedia(file.uuid)
    assert.isEmpty(server.requests)
  })

  test('too large a file is refused with the reason', async ({ assert }) => {
    server.answer((response) => response.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024 + 1)))
    await hear()
    const file = await MediaFile.firstOrFail()
    await fetchMedia(file.uuid)
    assert.include((await file.refresh()).$attributes, { state: 'refused', reason: 'too_large' })
  })

  test('a provider that cannot give it now is asked again, and in the end no more', async ({
    assert,
  }) => {
    server.answerWith(503, '')
    await hear()
    const file = await MediaFile.firstOrFail()
    await fetchMedia(file.uuid)
    await fetchMedia(file.uuid)
    assert.lengthOf(server.requests, 1)
    for (const seconds of [5, 70, 700, 5000]) {
      stopClockAt(NOW.plus({ seconds }))
      await fetchMedia(file.uuid)
    }
    assert.lengthOf(server.requests, 5)
    assert.include((await file.refresh()).$attributes, { state: 'refused', reason: 'unavailable' })
  })

  test('one whose bell was lost is found by the schedule', async ({ assert }) => {
    await hear()
    await takeJobs()
    await ringForgottenFiles()
    const { uuid } = await MediaFile.firstOrFail()
    assert.deepInclude(await takeJobs(), { uuid })
  })

  test('an anonymised person leaves no file', async ({ assert }) => {
    const message = await hear()
    const file = await MediaFile.firstOrFail()
    await fetchMedia(file.uuid)
    await message!.load('contact')
    await message!.contact.anonymise()
    assert.isEmpty(await MediaFile.all())
  })
})

test.group('A file that is sent', (group) => {
  group.each.setup(cleanScene)

  const upload = async (contentType = 'application/pdf', bytes = Buffer.from('%PDF-1.7')) =>
    keepUpload({ bytes, contentType, filename: 'mapa.pdf' }, { by: await aUser(), field: 'file' })

  test('the provider fetches it at an address of its own, for a while', async ({ assert }) => {
    const media = await upload()
    const message = await Message.create({
      uuid: crypto.randomUUID(),
      direction: 'outbound',
      kind: 'reply',
      status: 'queued',
      sender: 'twilio',
      address: '+5511900000001',
      body: 'O mapa',
      content: { media: [media] },
      priority: 0,
      sendAt: NOW,
    })
    const { url } = outgoing(message).content!.media![0]
    const response = await fetch(url!)
    assert.equal(await response.text(), '%PDF-1.7')
    stopClockAt(NOW.plus({ days: 8 }))
    assert.equal((await fetch(url!)).status, 403)
  })

  test('none stays of an anonymised person, whom it was sent to', async ({ assert }) => {
    const contact = await aCandidate()
    const media = await upload()
    await db.transaction((trx) =>
      Message.plan(
        {
          contact,
          kind: 'reply',
          sender: 'twilio',
          address: contact.address,
          body: 'O mapa',
          content: { media: [media] },
          dedupeKey: 'reply:map',
          sendAt: NOW,
          expiresAt: null,
        },
        trx
      )
    )
    await contact.anonymise()
    assert.isEmpty(await MediaFile.all())
  })

  test('without the signature, or with another’s, there is nothing', async ({ assert }) => {
    const { file } = await upload()
    assert.equal((await fetch(`${appUrl}/media/${file}/public`)).status, 403)
    const { search } = new URL(mediaLink(crypto.randomUUID()))
    assert.equal((await fetch(`${appUrl}/media/${file}/public${search}`)).status, 403)
  })

  test('what WhatsApp does not take is refused before anything is kept: {type}')
    .with([
      { type: 'application/x-msdownload', size: 10 },
      { type: 'image/jpeg', size: 5 * 1024 * 1024 + 1 },
    ])
    .run(async ({ assert }, { type, size }) => {
      await assert.rejects(() => upload(type, Buffer.alloc(size)))
      assert.isEmpty(await MediaFile.all())
    })
})
