import { configApp } from '@adonisjs/eslint-config'

export default configApp(
  { ignores: ['.adonisjs/**', 'build/**', 'public/**', 'tmp/**', 'database/schema.ts'] },
  // `(await messagesOf(interview))[0]` says what it means; a name for the list would not.
  { rules: { '@unicorn/no-await-expression-member': 'off' } }
)
