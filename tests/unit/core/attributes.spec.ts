import edge from 'edge.js'
import { test } from '@japa/runner'

const HOSTILE = 'Ana" onfocus="x <b>'

test.group('Attributes', () => {
  test('what somebody wrote stays within its quotation marks', async ({ assert }) => {
    const page = await edge.renderRaw(
      `<i {{ html.attrs({ title: name }) }}></i>
@!button({ 'text': 'Apagar', 'aria-label': name })`,
      { name: HOSTILE }
    )
    assert.notInclude(page, 'Ana" onfocus')
    assert.include(page, '&quot; onfocus')
  })
})
