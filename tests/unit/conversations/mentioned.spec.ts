import { mentionedIn } from '#conversations/mentioned'
import { test } from '@japa/runner'

const person = (fullName: string) => ({ fullName, firstName: fullName.split(' ')[0] })
const PEOPLE = ['Rita Lima', 'Bruno Sá', 'Bruno Souza', 'Zoé (loja)', 'João'].map(person)

const CASES: Record<string, string[]> = {
  'oi @Rita, pode ver?': ['Rita Lima'],
  '@rita lima!': ['Rita Lima'],
  '@ZOE e @joao': ['Zoé (loja)', 'João'],
  '@Bruno': [],
  '@Bruno Souza': ['Bruno Souza'],
  '@Bruno Sá @Bruno Souza': ['Bruno Sá', 'Bruno Souza'],
  'rita@Rita.test': [],
  '@Ritas': [],
  'Rita': [],
  '@': [],
}

test.group('Mentions in a note', () => {
  for (const [text, names] of Object.entries(CASES)) {
    test(`“${text}” calls ${names.join(' and ') || 'nobody'}`, ({ assert }) => {
      assert.deepEqual(
        mentionedIn(text, PEOPLE).map(({ fullName }) => fullName),
        names
      )
    })
  }
})
