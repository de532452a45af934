const touched = new WeakSet()

/**
 * A page that refreshes itself leaves alone what the person is using: a form with something typed into it, an open
 * dialog, an open menu, a message just shown.
 */
export function protectWhatIsInUse() {
  addEventListener('input', ({ target }) => target.form && touched.add(target.form))
  addEventListener('change', ({ target }) => target.form && touched.add(target.form))
  addEventListener('reset', ({ target }) => touched.delete(target))
  addEventListener('turbo:submit-start', ({ target }) => touched.delete(target))

  addEventListener('turbo:before-morph-element', (event) => {
    if (isInUse(event.target)) event.preventDefault()
    else if (!event.detail.newElement && staysWhenGone(event.target)) event.preventDefault()
  })
  addEventListener('turbo:before-morph-attribute', (event) => {
    if (event.detail.attributeName === 'open') event.preventDefault()
  })
}

const isInUse = (element) => touched.has(element) || element.matches('dialog[open]')

/** A sentence shown once is not in the page that the server sends next. */
const staysWhenGone = (element) => element.matches('.toast, dialog[open]')
