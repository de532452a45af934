import type { Place } from '#whatsapp/content'

type Point = Pick<Place, 'latitude' | 'longitude'>

export const UNREADABLE =
  'Não encontramos as coordenadas. Cole “-23.5614, -46.6559” ou o link completo do mapa, com os números dentro; links curtos não servem.'

const NUMBER = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`
const PAIR = String.raw`${NUMBER}\s*[,;\s]\s*${NUMBER}`

/** As maps write a place into their addresses; the pin comes before what the screen happened to show. */
const IN_LINKS = [
  new RegExp(String.raw`!3d${NUMBER}!4d${NUMBER}`),
  new RegExp(String.raw`[?&]mlat=${NUMBER}&mlon=${NUMBER}`),
  new RegExp(String.raw`[?&](?:q|query|ll|sll|daddr|destination|coordinate)=(?:loc:)?${PAIR}`),
  new RegExp(String.raw`/(?:place|search|dir)/(?:@?${PAIR})`),
  new RegExp(String.raw`@${PAIR}`),
  new RegExp(String.raw`#map=[\d.]+/${NUMBER}/${NUMBER}`),
  new RegExp(String.raw`^geo:${PAIR}`),
]
const BARE = new RegExp(`^${PAIR}$`)
/** As a Brazilian keyboard writes decimals. */
const WITH_COMMAS = /^([+-]?\d{1,3},\d+)\s*[;\s]\s*([+-]?\d{1,3},\d+)$/

/** Coordinates from `lat, long` or from the address of a map; null when there are none on Earth. */
export function readCoordinates(text: string): Point | null {
  const typed = text.trim()
  const commas = WITH_COMMAS.exec(typed)
  if (commas) return pointOf(commas[1].replace(',', '.'), commas[2].replace(',', '.'))
  const bare = BARE.exec(typed)
  if (bare) return pointOf(bare[1], bare[2])
  const link = decoded(typed)
  const found = IN_LINKS.map((form) => form.exec(link)).find(Boolean)
  return found ? pointOf(found[1], found[2]) : null
}

function decoded(link: string) {
  try {
    return decodeURIComponent(link.replaceAll('+', ' '))
  } catch {
    return link
  }
}

function pointOf(north: string, east: string): Point | null {
  const [latitude, longitude] = [Number(north), Number(east)]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}
