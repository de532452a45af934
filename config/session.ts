import { appUrl } from '#config/app'
import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'

export default defineConfig({
  enabled: true,
  cookieName: 'convoca_session',
  clearWithBrowser: false,
  age: '12h',
  cookie: {
    path: '/',
    httpOnly: true,
    secure: appUrl.startsWith('https://'),
    sameSite: 'lax',
  },
  // A cookie holds 4 kB: a long description would be lost on the way back to its form.
  store: app.inTest ? 'memory' : 'database',
  stores: { database: stores.database() },
})
