/** What a person or the company put into a message beside its text. */
export interface Content {
  buttons?: { id: string; title: string }[]
  list?: { button: string; rows: { id: string; title: string; description?: string }[] }
  /** A file: with an address of the company's, or in the simulator's own store. */
  media?: { kind: string; contentType: string; filename: string | null; url: string }[]
  location?: { latitude: number; longitude: number; name?: string; address?: string }
  contacts?: { name: string; phones: string[] }[]
  /** On a message, by its id; null takes it away. */
  reaction?: { emoji: string | null; to: string }
  /** The button or the row the person tapped. */
  chosen?: { kind: 'button' | 'row'; id: string; title: string; description?: string }
  /** The approved template it was made of. */
  template?: string
  /** Handed on, not written by the person. */
  forwarded?: boolean
  /** A kind of message no provider can hand on. */
  unsupported?: string
}
