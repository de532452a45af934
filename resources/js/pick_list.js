/**
 * A list that opens under a field while one types: arrows choose, Enter or Tab takes, Escape closes.
 */
export class PickList {
  #options = []
  #at = 0

  /** @param {{ field: HTMLElement, list: HTMLElement, take: (option: HTMLElement) => void }} parts */
  constructor({ field, list, take }) {
    Object.assign(this, { field, list, take })
    field.setAttribute('aria-controls', list.id)
    field.setAttribute('aria-autocomplete', 'list')
  }

  get isOpen() {
    return !this.list.hidden
  }

  show(options) {
    this.#options = options
    this.list.hidden = options.length === 0
    this.#choose(0)
  }

  hide() {
    this.show([])
  }

  /** True when the key was meant for the list. */
  heed(event) {
    if (!this.isOpen || event.isComposing) return false
    const act = {
      ArrowDown: () => this.#choose(this.#at + 1),
      ArrowUp: () => this.#choose(this.#at - 1),
      Enter: () => this.take(this.#options[this.#at]),
      Tab: () => this.take(this.#options[this.#at]),
      Escape: () => this.hide(),
    }[event.key]
    if (!act || event.shiftKey) return false
    event.preventDefault()
    event.stopImmediatePropagation()
    act()
    return true
  }

  #choose(index) {
    const { length } = this.#options
    this.#at = length ? (index + length) % length : 0
    for (const [at, option] of this.#options.entries()) {
      option.setAttribute('aria-selected', String(at === this.#at))
    }
    const chosen = this.#options[this.#at]
    if (chosen) this.field.setAttribute('aria-activedescendant', chosen.id)
    else this.field.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }
}

/** Puts text where another stood, as if typed: refreshes and drafts hear of it. */
export function replaceIn(field, from, to, text) {
  field.focus()
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
