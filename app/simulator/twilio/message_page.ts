import type { Message } from '#simulator/messages'
import { API_VERSION, messageResource } from '#simulator/twilio/message_resource'

interface Page {
  messages: Message[]
  pageSize: number
  hasMore: boolean
}

/** A page of the list in the API's envelope; the links keep the filters. */
export function messagePage(
  { messages, pageSize, hasMore }: Page,
  query: URLSearchParams,
  accountSid: string
) {
  const page = Number(query.get('Page')) || 0
  const link = (number: number, token?: string) => {
    const linked = new URLSearchParams(query)
    linked.set('PageSize', String(pageSize))
    linked.set('Page', String(number))
    if (token) linked.set('PageToken', token)
    else linked.delete('PageToken')
    return `/${API_VERSION}/Accounts/${accountSid}/Messages.json?${linked}`
  }

  return {
    messages: messages.map((message) => messageResource(message, accountSid)),
    page,
    page_size: pageSize,
    start: page * pageSize,
    end: page * pageSize + messages.length - 1,
    uri: link(page, query.get('PageToken') ?? undefined),
    first_page_uri: link(0),
    next_page_uri: hasMore ? link(page + 1, `PA${messages.at(-1)!.sid}`) : null,
    previous_page_uri: null,
  }
}
