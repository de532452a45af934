/**
 * Why a text cannot be used: the line (from 1) and the reason with its way out, in Portuguese.
 */
export class TextFault {
  constructor(
    readonly line: number,
    readonly reason: string
  ) {}

  toString() {
    return `Linha ${this.line}: ${this.reason}`
  }
}
