import ViteProvider from '@adonisjs/vite/vite_provider'

/**
 * Vite's provider starts a dev server in tests; ours are served what the browser of a person gets: built assets.
 */
export default class AssetsProvider extends ViteProvider {
  async start() {
    if (!this.app.inTest) await super.start()
  }
}
