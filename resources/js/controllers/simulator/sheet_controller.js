import { Controller } from '@hotwired/stimulus'

/** A sheet with things to send is put away when one was sent. */
export default class extends Controller {
  static targets = ['sheet']

  close({ detail }) {
    if (!detail.success) return
    for (const sheet of this.sheetTargets) sheet.open = false
  }
}
