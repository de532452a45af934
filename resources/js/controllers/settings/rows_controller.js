import { Controller } from '@hotwired/stimulus'

const MOST_ROWS = 5

/**
 * Rows of fields that can be added and taken away; each names its fields by its place.
 */
export default class extends Controller {
  static targets = ['list', 'add']

  add() {
    const row = this.listTarget.lastElementChild.cloneNode(true)
    for (const input of row.querySelectorAll('input')) input.value = ''
    this.listTarget.append(row)
    this.#renumber()
    row.querySelector('input').focus()
  }

  remove({ currentTarget }) {
    const row = currentTarget.closest('li')
    if (this.listTarget.children.length > 1) row.remove()
    else for (const input of row.querySelectorAll('input')) input.value = ''
    this.#renumber()
    this.element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #renumber() {
    for (const [index, row] of [...this.listTarget.children].entries()) {
      for (const element of row.querySelectorAll('[name], [id], [for]')) renumber(element, index)
    }
    this.addTarget.hidden = this.listTarget.children.length >= MOST_ROWS
  }
}

function renumber(element, index) {
  if (element.name) element.name = element.name.replace(/\[\d+\]/, `[${index}]`)
  for (const name of ['id', 'for']) {
    const value = element.getAttribute(name)
    if (value) element.setAttribute(name, value.replace(/-\d+-/, `-${index}-`))
  }
}
