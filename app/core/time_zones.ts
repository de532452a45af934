import { DateTime } from 'luxon'

/** Brazil's, as Brazilians call them; the others go by the city in their name. */
const BRAZILIAN: [zone: string, label: string][] = [
  ['America/Sao_Paulo', 'Brasília'],
  ['America/Manaus', 'Manaus'],
  ['America/Cuiaba', 'Cuiabá'],
  ['America/Campo_Grande', 'Campo Grande'],
  ['America/Porto_Velho', 'Porto Velho'],
  ['America/Boa_Vista', 'Boa Vista'],
  ['America/Belem', 'Belém'],
  ['America/Fortaleza', 'Fortaleza'],
  ['America/Recife', 'Recife'],
  ['America/Maceio', 'Maceió'],
  ['America/Bahia', 'Bahia'],
  ['America/Araguaina', 'Araguaína'],
  ['America/Rio_Branco', 'Rio Branco'],
  ['America/Noronha', 'Fernando de Noronha'],
]

const LABELS = new Map(BRAZILIAN)

/** *Brasília (UTC−03:00)* */
export function zoneLabel(zone: string) {
  const city = LABELS.get(zone) ?? zone.replaceAll('_', ' ')
  return `${city} (UTC${DateTime.utc().setZone(zone).toFormat('ZZ').replace('-', '−')})`
}

/** Every zone of the world, Brazil's first. `current` is among them even when it is an old name. */
export function zoneOptions(current?: string | null) {
  const zones = [
    ...LABELS.keys(),
    ...Intl.supportedValuesOf('timeZone'),
    ...(current ? [current] : []),
  ]
  return [...new Set(zones)].map((zone) => ({ value: zone, label: zoneLabel(zone) }))
}
