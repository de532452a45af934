import { paging } from '#api/v1/validators/paging'
import { phoneRule } from '#contacts/phone_rule'
import { rowId } from '#core/row_id'
import { withoutNul } from '#core/text_rules'
import { INTERVIEW_STATUSES } from '#interviews/interview_status'
import { MESSAGE_STATUSES } from '#messages/message_status'
import { MESSAGE_DIRECTIONS, MESSAGE_KINDS } from '#messages/models/message'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

const text = (limit: number) => vine.string().use(withoutNul()).maxLength(limit).optional()

export const contactListValidator = vine.create({
  ...paging,
  q: text(200),
  external_id: text(120),
  phone: vine.string().maxLength(40).use(phoneRule()).optional(),
})

export const interviewListValidator = vine.create({
  ...paging,
  q: text(200),
  status: vine.enum(INTERVIEW_STATUSES).optional(),
  candidate_id: rowId().optional(),
  job_opening_id: rowId().optional(),
  from: text(40),
  to: text(40),
  updated_since: text(40),
})

export const senderListValidator = vine.create(paging)

export const messageListValidator = vine.create({
  ...paging,
  interview_id: rowId().optional(),
  contact_id: rowId().optional(),
  status: vine.enum(MESSAGE_STATUSES).optional(),
  kind: vine.enum(MESSAGE_KINDS).optional(),
  direction: vine.enum(MESSAGE_DIRECTIONS).optional(),
})

export type InterviewListInput = Infer<typeof interviewListValidator>
