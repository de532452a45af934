/** A field, without NUL: people's phones do send it, PostgreSQL and JSON refuse it. */
export function textOf(form: URLSearchParams, name: string, limit?: number) {
  return (form.get(name) ?? '').replaceAll('\u0000', '').slice(0, limit)
}
