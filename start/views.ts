import { escapeAttributes } from '#start/attributes'
import app from '@adonisjs/core/services/app'
import edge from 'edge.js'
import { addCollection, edgeIconify } from 'edge-iconify'
import { icons as lucide } from '@iconify-json/lucide'
import { exactTime, friendlyTime, type TimeShown } from '#core/friendly_time'
import * as formState from '#core/pages/form_state'
import * as marks from '#core/pages/marks'
import { ROLES, ROLE_DUTIES, ROLE_LABELS } from '#users/role'
import { rooms, settingsRooms, simulatorEnabled } from '#core/pages/rooms'
import type { HttpRequest } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

const DEFAULT_TIME_ZONE = 'America/Sao_Paulo'
interface TimeTagOptions {
  zone?: string
  show?: TimeShown
}

const THEMES = ['light', 'dark']

addCollection(lucide)
edge.use(edgeIconify)
escapeAttributes()

// Edge lists the folders of components anew for every request that could show a page, in production too.
if (app.inProduction) {
  const { loader } = edge
  const list = loader.listComponents.bind(loader)
  let known: ReturnType<typeof list>
  loader.listComponents = () => (known ??= list())
}

for (const [name, value] of Object.entries({ ...formState, ...marks })) edge.global(name, value)
edge.global('rooms', rooms)
edge.global('settingsRooms', settingsRooms)
edge.global('simulatorEnabled', simulatorEnabled)
edge.global('roleLabels', ROLE_LABELS)
edge.global(
  'roleOptions',
  ROLES.map((value) => ({ value, label: ROLE_LABELS[value], help: ROLE_DUTIES[value] }))
)

/**
 * Attributes that make a page refresh itself when something is broadcast on one of the channels:
 * `<main {{{ live('interview/7', 'messages') }}}>`.
 */
edge.global('live', (...channels: string[]) => {
  if (channels.length === 0) return ''
  const list = edge.globals.html.escape(JSON.stringify(channels))
  return `data-controller="live" data-live-channels-value="${list}"`
})

/** An instant as people say it, with the exact one on hover: `{{ timeTag(interview.startsAt, { zone }) }}`. */
edge.global('timeTag', (moment: DateTime | Date, options: TimeTagOptions = {}) => {
  const at = moment instanceof Date ? DateTime.fromJSDate(moment) : moment
  const { html } = edge.globals
  const said = { ...options, zone: options.zone ?? DEFAULT_TIME_ZONE }
  const attributes = html.attrs({ datetime: at.toUTC().toISO(), title: exactTime(at, said) })
  return html.safe(`<time ${attributes.value}>${html.escape(friendlyTime(at, said))}</time>`)
})

/** The theme the person picked, so that a page never flashes in the other one. */
edge.global('chosenTheme', (request?: HttpRequest) => {
  const theme = request?.plainCookie('theme', { encoded: false })
  return THEMES.includes(theme) ? theme : undefined
})
