import vine from '@vinejs/vine'

export const LARGEST_BATCH = 200

/** Each interview is validated by itself: one bad row must not stop the others. */
export const batchValidator = vine.create({
  interviews: vine.array(vine.any().nullable()).minLength(1).maxLength(LARGEST_BATCH),
})
