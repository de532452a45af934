/**
 * A piece of HTML from the server; null when there is none to show. Not asked for while a form is on its way: what the
 * session keeps for the form's next page alone would go to this request instead.
 *
 * @returns {Promise<string | null>}
 */
export async function fetchFragment(url, options = {}) {
  if (document.querySelector('form[aria-busy]')) return null
  try {
    const response = await fetch(url, options)
    // Redirected: signed out meanwhile.
    return response.ok && !response.redirected ? await response.text() : null
  } catch {
    return null
  }
}
