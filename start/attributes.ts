import edge from 'edge.js'

type Attributes = Record<string, unknown>

/** Edge writes attributes as they are: a quotation mark in somebody's name would end one, and begin another. */
export function escapeAttributes() {
  const { html } = edge.globals
  const attrs = (values: Attributes) => html.attrs(escaped(values))
  edge.global('html', { ...html, attrs })
}

const escaped = (values: Attributes) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, safe(value)]))

function safe(value: unknown): unknown {
  if (typeof value === 'string') return edge.globals.html.escape(value)
  return Array.isArray(value) ? value.map(safe) : value
}
