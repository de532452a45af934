import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { IANAZone } from 'luxon'

/** An IANA time zone, for instance `America/Sao_Paulo`. */
export const zoneRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string' || IANAZone.isValidZone(value)) return
  field.report(
    'Fuso horário desconhecido. Use um nome como America/Sao_Paulo ou America/Manaus.',
    'time_zone',
    field
  )
})
