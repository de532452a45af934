import { NOTHING, valueOf } from '#templates/approval/twin_variable'
import type { DerivedTwin } from '#templates/approval/derive_twin'
import { TWIN_LIMIT } from '#templates/approval/twin_rules'
import { largest, shortened } from '#templates/message_length'
import type { PlaceholderName, TemplateValues } from '#templates/placeholders'

export interface FilledTwin {
  /** As the person will read it. */
  body: string
  /** In the order of their numbers. */
  variables: string[]
}

type Text = Pick<DerivedTwin, 'body' | 'variables'>

/** What people write at length; it is cut before anything else is. */
const LONG: PlaceholderName[] = ['description', 'message_text']

/** An approved text with its variables filled, within what WhatsApp takes. */
export function fillTwin(text: Text, values: TemplateValues): FilledTwin {
  const whole = filled(text, values)
  if (whole.body.length <= TWIN_LIMIT) return whole
  const { result } = LONG.reduce((short, name) => withLess(text, short, name), {
    values,
    result: whole,
  })
  return withoutExcess(text, result)
}

/** The longest value gives what is still too much. */
function withoutExcess({ body }: Text, { body: said, variables }: FilledTwin): FilledTwin {
  const excess = said.length - TWIN_LIMIT
  if (excess <= 0) return { body: said, variables }
  const longest = variables.reduce((one, other) => (other.length > one.length ? other : one))
  const cut = shortened(longest, longest.length - excess) || NOTHING
  const kept = variables.map((value) => (value === longest ? cut : value))
  return { body: numbered(body, kept), variables: kept }
}

function withLess(
  text: Text,
  { values, result }: { values: TemplateValues; result: FilledTwin },
  name: PlaceholderName
) {
  const said = values[name] ?? ''
  if (result.body.length <= TWIN_LIMIT || !said) return { values, result }
  const within = (room: number) => ({ ...values, [name]: shortened(said, room) })
  const room = largest(said.length, (size) => filled(text, within(size)).body.length <= TWIN_LIMIT)
  return { values: within(room), result: filled(text, within(room)) }
}

function filled({ body, variables }: Text, values: TemplateValues): FilledTwin {
  const said = variables.map((variable) => valueOf(variable, values))
  return { body: numbered(body, said), variables: said }
}

const numbered = (body: string, values: string[]) =>
  body.replace(/\{\{(\d+)\}\}/g, (_, at) => values[Number(at) - 1])
