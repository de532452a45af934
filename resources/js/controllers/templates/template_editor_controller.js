import { Controller } from '@hotwired/stimulus'

const PAUSE_MS = 300

/**
 * Shows on the phone what is being written, puts fields and marks where the cursor is, and asks before unsaved words
 * are left behind.
 */
export default class extends Controller {
  static targets = ['body', 'fault', 'form', 'preview']
  static values = { url: String, unsaved: Boolean }

  connect() {
    this.saved = this.bodyTarget.defaultValue
    addEventListener('beforeunload', this.keep)
    addEventListener('turbo:before-visit', this.askBeforeLeaving)
    this.element.addEventListener('turbo:submit-start', this.forget)
  }

  disconnect() {
    clearTimeout(this.timer)
    this.request?.abort()
    removeEventListener('beforeunload', this.keep)
    removeEventListener('turbo:before-visit', this.askBeforeLeaving)
    this.element.removeEventListener('turbo:submit-start', this.forget)
  }

  changed() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.preview(), PAUSE_MS)
  }

  async preview() {
    this.request?.abort()
    this.request = new AbortController()
    try {
      const response = await fetch(this.urlValue, {
        method: 'POST',
        body: new URLSearchParams(new FormData(this.formTarget)),
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
        signal: this.request.signal,
      })
      if (response.ok || response.status === 422) this.show(response.ok, await response.text())
    } catch (error) {
      if (error.name !== 'AbortError') this.show(false, 'Sem conexão: a prévia não foi atualizada.')
    }
  }

  /** A fault leaves the last good preview in sight, dimmed. */
  show(isGood, answer) {
    this.bodyTarget.setAttribute('aria-invalid', String(!isGood))
    this.previewTarget.toggleAttribute('data-stale', !isGood)
    this.faultTarget.textContent = isGood ? '' : answer
    if (isGood) this.previewTarget.innerHTML = answer
  }

  /** “Linha 3: …” selects the third line. */
  goToFault() {
    const lines = this.bodyTarget.value.split('\n')
    const index = parseInt(this.faultTarget.textContent.match(/\d+/), 10) - 1
    if (!(index in lines)) return
    const start = lines.slice(0, index).join('\n').length + Math.min(index, 1)
    this.bodyTarget.focus()
    this.bodyTarget.setSelectionRange(start, start + lines[index].length)
  }

  insert({ params: { text } }) {
    this.type(text)
  }

  wrap({ params: { mark } }) {
    const { selectionStart, selectionEnd, value } = this.bodyTarget
    const chosen = value.slice(selectionStart, selectionEnd)
    this.type(`${mark}${chosen}${mark}`)
    if (!chosen) this.bodyTarget.selectionEnd = this.bodyTarget.selectionStart -= 1
  }

  /** As if typed, so that Ctrl+Z takes it back: nothing else in a browser writes into its undo history. */
  type(text) {
    this.bodyTarget.focus()
    document.execCommand('insertText', false, text)
  }

  get isUnsaved() {
    return this.unsavedValue || this.bodyTarget.value !== this.saved
  }

  keep = (event) => {
    if (this.isUnsaved) event.preventDefault()
  }

  askBeforeLeaving = (event) => {
    if (this.isUnsaved && !confirm('Sair sem salvar? O que você escreveu se perde.')) {
      event.preventDefault()
    }
  }

  forget = () => {
    this.unsavedValue = false
    this.saved = this.bodyTarget.value
  }
}
