import { defineConfig } from 'vite'
import adonisjs from '@adonisjs/vite/client'

export default defineConfig({
  plugins: [
    adonisjs({
      entryPoints: [
        'resources/css/app.css',
        'resources/js/app.js',
        'resources/css/calendar.css',
        'resources/js/calendar.js',
      ],
      reload: ['resources/views/**/*.edge'],
    }),
  ],
  server: { watch: { ignored: ['**/tmp/**'] } },
})
