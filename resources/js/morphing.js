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
  addEventListener('turbo:submit-start', beginAnew)
  addEventListener('turbo:morph', showComplaint)
  addEventListener('turbo:before-morph-attribute', (event) => {
    if (event.detail.attributeName === 'open') event.preventDefault()
  })
}

let shown = null

/** A form that comes back keeps its scroll: what is wrong with it is at the top, out of sight. */
function showComplaint() {
  const complaint = document.querySelector('[role=alert][autofocus]')
  if (complaint !== shown) complaint?.focus()
  shown = complaint
}

/** What the form before this one achieved says nothing about this one. */
function beginAnew() {
  shown = null
  for (const toast of document.querySelectorAll('.toast')) toast.remove()
}

const isInUse = (element) => touched.has(element) || element.matches('dialog[open]')

/** A sentence shown once is not in the page that the server sends next. */
const staysWhenGone = (element) => element.matches('.toast, dialog[open]')
