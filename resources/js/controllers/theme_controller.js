import { Controller } from '@hotwired/stimulus'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * Light, dark or as the system says; remembered in a cookie, so that the server's next page has it at once.
 */
export default class extends Controller {
  choose({ target: { value } }) {
    const chosen = value === 'system' ? '' : value
    const age = chosen ? YEAR_SECONDS : 0
    document.cookie = `theme=${chosen}; path=/; max-age=${age}; samesite=lax`
    if (chosen) document.documentElement.dataset.theme = chosen
    else delete document.documentElement.dataset.theme
  }
}
