import { DateTime } from 'luxon'
import { approvedType, type ContentTemplate } from '#simulator/twilio/contents'

const BASE = 'https://content.twilio.com/v1/Content'

const iso = (at: number) =>
  DateTime.fromMillis(at, { zone: 'utc' }).startOf('second').toISO({ suppressMilliseconds: true })

/** A content as the Content API shows it. */
export function contentResource(content: ContentTemplate, accountSid: string) {
  const url = `${BASE}/${content.sid}`
  return {
    sid: content.sid,
    account_sid: accountSid,
    friendly_name: content.friendly_name,
    language: content.language,
    variables: content.variables,
    types: content.types,
    url,
    date_created: iso(content.created_at),
    date_updated: iso(content.updated_at),
    links: {
      approval_create: `${url}/ApprovalRequests/whatsapp`,
      approval_fetch: `${url}/ApprovalRequests`,
    },
  }
}

/** What a request for approval is answered with. */
export function approvalResource(content: ContentTemplate) {
  const { name, category, status, rejection_reason: reason } = content.approval!
  return {
    category,
    status,
    rejection_reason: reason,
    name,
    content_type: `twilio/${approvedType(content)}`,
    flows: null,
    allow_category_change: content.approval!.allow_category_change,
  }
}

/** Where a content stands; what was never submitted says so. */
export function standingResource(content: ContentTemplate, accountSid: string) {
  const whatsapp = content.approval
    ? { type: 'whatsapp', ...approvalResource(content) }
    : { type: 'whatsapp', status: 'unsubmitted', rejection_reason: '' }
  return {
    sid: content.sid,
    account_sid: accountSid,
    url: `${BASE}/${content.sid}/ApprovalRequests`,
    whatsapp,
  }
}

/** A page of the list; `Page` and `PageSize` choose it. */
export function contentPage(contents: ContentTemplate[], query: URLSearchParams, account: string) {
  const size = Math.min(Number(query.get('PageSize')) || 50, 1000)
  const page = Number(query.get('Page')) || 0
  const link = (number: number) => `${BASE}?PageSize=${size}&Page=${number}`
  const hasMore = contents.length > (page + 1) * size
  return {
    meta: {
      page,
      page_size: size,
      first_page_url: link(0),
      previous_page_url: page > 0 ? link(page - 1) : null,
      url: link(page),
      next_page_url: hasMore ? link(page + 1) : null,
      key: 'contents',
    },
    contents: contents
      .slice(page * size, (page + 1) * size)
      .map((content) => contentResource(content, account)),
  }
}
