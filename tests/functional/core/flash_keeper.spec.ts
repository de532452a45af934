import { cleanScene, aUser } from '#tests/scene'
import { test } from '@japa/runner'

const SENTENCE = 'Vamos avisar Ana agora.'
const AS_PERSON = { accept: 'text/html,application/xhtml+xml' }

test.group('What a page says once', (group) => {
  group.each.setup(cleanScene)

  test('is said on the page the person goes to', async ({ client }) => {
    const user = await aUser()
    const page = await client
      .get('/contacts')
      .loginAs(user)
      .withFlashMessages({ success: SENTENCE })
      .headers(AS_PERSON)
    page.assertTextIncludes(SENTENCE)
    page.assertFlashMissing('success')
  })

  for (const [name, headers] of Object.entries({
    'a page that refreshes itself': { ...AS_PERSON, 'x-live-refresh': '1' },
    'a page fetched ahead': { ...AS_PERSON, 'x-sec-purpose': 'prefetch' },
    'a request of a script': { accept: '*/*' },
  })) {
    test(`is not taken by ${name}`, async ({ client, assert }) => {
      const page = await client
        .get('/contacts')
        .loginAs(await aUser())
        .withFlashMessages({ success: SENTENCE })
        .headers(headers)
      assert.notInclude(page.text(), SENTENCE)
      page.assertFlashMessage('success', SENTENCE)
    })
  }
})
