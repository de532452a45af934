import { appUrl } from '#config/app'
import { defineConfig } from '@adonisjs/shield'

const https = appUrl.startsWith('https://')

export default defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: [`'self'`],
      scriptSrc: [`'self'`],
      // The nonce is for the progress bar that Turbo styles by itself.
      styleSrc: [`'self'`, '@nonce'],
      imgSrc: [`'self'`, 'data:'],
      fontSrc: [`'self'`],
      // `npm run dev` tells the page of edits over a web socket of Vite's own.
      connectSrc: [`'self'`, ...(process.env.DEV_MODE ? ['ws:'] : [])],
      objectSrc: [`'none'`],
      baseUri: [`'none'`],
      formAction: [`'self'`],
      frameAncestors: [`'none'`],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    exceptRoutes: [],
    enableXsrfCookie: true,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: https, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
