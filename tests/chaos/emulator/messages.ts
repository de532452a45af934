/** A message the emulated provider has taken. */
export interface Taken {
  sid: string
  uuid: string
  to: string
  from: string
  body: string
  callback: string | null
  createdAt: number
  status: string
}

const VERSION = '2010-04-01'

/** As Twilio's REST API shows it: dates have whole seconds. */
export const resourceOf = (message: Taken, account: string) => ({
  account_sid: account,
  api_version: VERSION,
  body: message.body,
  date_created: new Date(message.createdAt).toUTCString().replace('GMT', '+0000'),
  date_sent: null,
  date_updated: new Date(message.createdAt).toUTCString().replace('GMT', '+0000'),
  direction: 'outbound-api',
  error_code: null,
  error_message: null,
  from: message.from,
  num_media: '0',
  num_segments: '1',
  sid: message.sid,
  status: message.status,
  to: message.to,
  uri: `/${VERSION}/Accounts/${account}/Messages/${message.sid}.json`,
})

/** One page, newest first, of those visible by `until`. */
export function pageOf(messages: Taken[], query: URLSearchParams, account: string, until: number) {
  const size = Number(query.get('PageSize')) || 50
  const page = Number(query.get('Page')) || 0
  const found = messages
    .filter(({ to, from }) => to === query.get('To') && from === query.get('From'))
    .filter(({ createdAt }) => createdAt <= until)
    .reverse()
  const shown = found.slice(page * size, (page + 1) * size)
  const next = new URLSearchParams(query)
  next.set('Page', String(page + 1))
  const path = `/${VERSION}/Accounts/${account}/Messages.json`
  return {
    messages: shown.map((message) => resourceOf(message, account)),
    page,
    page_size: size,
    start: page * size,
    end: page * size + shown.length - 1,
    uri: `${path}?${query}`,
    first_page_uri: path,
    next_page_uri: found.length > (page + 1) * size ? `${path}?${next}` : null,
    previous_page_uri: null,
  }
}
