import router from '@adonisjs/core/services/router'

/** What the session flashed to this page. */
interface Flashed {
  has(key: string): boolean
  get(key: string, fallback?: unknown): any
}

interface SentForm {
  id?: string
  isSent: boolean
}

interface FieldProps {
  id?: string
  name: string
  type?: string
  value?: unknown
  help?: string
}

interface FormProps {
  route?: string
  params?: any
  qs?: Record<string, any>
  action?: string
  method?: string
}

/** Shown as field errors already, or of no use to a person. */
const NOT_REFUSALS = new Set(['E_VALIDATION_ERROR'])

/**
 * Where a form goes: a route by name, or an address; methods HTML does not know travel as `_method`.
 */
export function formTarget({ route, params, qs, action = '', method = 'post' }: FormProps) {
  const verb = (route ? routeMethod(route) : method).toLowerCase()
  const address = route ? urlFor(route, params, { qs }) : action
  if (verb === 'get' || verb === 'post') return { action: address, method: verb }
  const separator = address.includes('?') ? '&' : '?'
  return { action: `${address}${separator}_method=${verb.toUpperCase()}`, method: 'post' }
}

/** Route names come from templates: what is not there throws. */
const urlFor = (name: string, ...rest: any[]): string =>
  (router.urlBuilder.urlFor as any)(name, ...rest)

const routeMethod = (name: string) => router.findOrFail(name).methods[0].replace('HEAD', 'GET')

/** Whether the form (the one without an id, or the one named) has just come back with errors. */
export function wasSent(flashed: Flashed | undefined, formId?: string) {
  if (!flashed?.has('errorsBag') && !flashed?.has('inputErrorsBag')) return false
  return (flashed.get('_form') ?? undefined) === (formId ?? undefined)
}

/** The first complaint of each field, for the summary at the top of the form. */
export function fieldErrors(flashed: Flashed | undefined) {
  const bag: Record<string, string[]> = flashed?.get('inputErrorsBag') ?? {}
  return Object.entries(bag).map(([field, messages]) => ({ field, message: messages[0] }))
}

/** Complaints that belong to no field. */
export function refusals(flashed: Flashed | undefined): string[] {
  const bag: Record<string, string> = flashed?.get('errorsBag') ?? {}
  const said = new Set(fieldErrors(flashed).map(({ message }) => message))
  return Object.entries(bag)
    .filter(([code, message]) => !NOT_REFUSALS.has(code) && !said.has(message))
    .map(([, message]) => message)
}

/** `candidate[name]` and `candidate.name` are the same field; `offsets.0` is complained about at `offsets`. */
export function fieldId(formId: string | undefined, field: string) {
  const path = pathOf(field).replace(/(\.\d+)+$/, '')
  return `${formId ?? 'field'}-${path.replaceAll('.', '-')}`
}

/** What a field shows: its own value, or what the person had typed when the form came back. */
export function fieldState(props: FieldProps, form: SentForm | undefined, flashed?: Flashed) {
  const isSent = form ? form.isSent : wasSent(flashed)
  const id = props.id ?? fieldId(form?.id, props.name)
  const error = isSent ? errorOf(pathOf(props.name), flashed) : undefined
  const notes = [props.help && `${id}-help`, error && `${id}-error`].filter(Boolean)
  return {
    id,
    error,
    value: isSent ? typed(props, flashed!) : props.value,
    invalid: error ? 'true' : undefined,
    describedBy: notes.length > 0 ? notes.join(' ') : undefined,
  }
}

const pathOf = (name: string) => name.replace(/\[(\w*)\]/g, '.$1').replace(/\.$/, '')

const typed = ({ name, type }: FieldProps, flashed: Flashed) =>
  type === 'password' ? '' : flashed.get(pathOf(name))

const errorOf = (path: string, flashed?: Flashed) =>
  fieldErrors(flashed).find(({ field }) => field === path || field.startsWith(`${path}.`))?.message
