/**
 * Asks in a dialog of ours instead of the browser's. A form or its button says:
 * `data-turbo-confirm="Cancelar e avisar Ana?"`, and may say more with `data-confirm-detail`,
 * `data-confirm-yes` and `data-confirm-no` (the words on the buttons).
 *
 * @returns {Promise<boolean>}
 */
export function confirmInWords(question, form, submitter) {
  const words = { ...form.dataset, ...submitter?.dataset }
  const dialog = build(question, words)
  document.body.append(dialog)
  dialog.showModal()

  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
  })
}

function build(question, words) {
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog'
  dialog.dataset.turboTemporary = ''
  dialog.setAttribute('aria-labelledby', 'confirm-question')

  const form = document.createElement('form')
  form.method = 'dialog'
  form.append(text('h2', question, 'confirm-question'))
  if (words.confirmDetail) form.append(text('p', words.confirmDetail))

  const actions = document.createElement('div')
  actions.className = 'dialog-actions'
  actions.append(
    button(words.confirmNo ?? 'Voltar', 'no', 'button'),
    button(words.confirmYes ?? 'Confirmar', 'yes', `button button-${words.confirmTone ?? 'danger'}`)
  )
  form.append(actions)
  dialog.append(form)
  return dialog
}

function text(tag, content, id) {
  const element = document.createElement(tag)
  element.textContent = content
  if (id) element.id = id
  return element
}

function button(label, value, className) {
  const element = text('button', label)
  element.value = value
  element.className = className
  return element
}
