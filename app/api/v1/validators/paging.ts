import vine from '@vinejs/vine'

/** `?limit=&cursor=` of every list. */
export const paging = {
  limit: vine.number().withoutDecimals().range([1, 200]).optional(),
  cursor: vine.string().maxLength(500).optional(),
}
