import { FIRST_ZONE, LAST_ZONE, type Zone } from '@/domain/geodesy/datum'
import type { Position } from '@/domain/geodesy/position'
import { statedDatum } from '@/domain/intake/recognise/datum'
import type { OutlineNumbers, OutlineReading } from './outline-numbers'

/** What the coordinates look like, and how to read them; `reading` is null if the user must decide. */
export interface OutlineFinding {
  readonly numbers: OutlineNumbers
  readonly reading: OutlineReading | null
}

const PREFIX = 1_000_000
const within = (low: number, high: number) => (value: number) => value >= low && value <= high
/** Covers all of China including its islands. */
const isLon = within(73, 136)
const isLat = within(3, 54)
/** A zone is 3° wide, but a city may extend beyond its edge. */
const isEasting = within(150_000, 850_000)
const isNorthing = within(300_000, 6_000_000)
const isPrefixed = (value: number) =>
  within(FIRST_ZONE, LAST_ZONE)(Math.floor(value / PREFIX)) && isEasting(value % PREFIX)

const FORMS: readonly (readonly [OutlineNumbers, (x: number, y: number) => boolean])[] = [
  ['degrees', (x, y) => isLon(x) && isLat(y)],
  ['metres-prefixed', (x, y) => isPrefixed(x) && isNorthing(y)],
  ['metres', (x, y) => isEasting(x) && isNorthing(y)],
  ['swapped', (x, y) => (isLat(x) && isLon(y)) || (isNorthing(x) && (isEasting(y) || isPrefixed(y)))],
]

/** First EPSG codes of the zones: with the zone number before the easting, and without. */
const [FIRST_PREFIXED, FIRST_PLAIN] = [4513, 4534]
const COUNT = LAST_ZONE - FIRST_ZONE + 1

/** Zone given as an EPSG code in a `crs` member, or null. */
function statedZone(stated: string): Zone | null {
  const number = Number(/epsg:*\s*(\d{4})\b/i.exec(stated)?.[1] ?? Number.NaN)
  for (const [first, prefixed] of [[FIRST_PREFIXED, true] as const, [FIRST_PLAIN, false] as const])
    if (number >= first && number < first + COUNT) return { number: FIRST_ZONE + number - first, prefixed }
  return null
}

/**
 * Recognises the coordinates of outlines from all their values and from what the file states. Without a statement,
 * degrees may be in three datums, and metres without a zone number in twenty-one zones: the user is asked.
 */
export function findReading(positions: readonly Position[], stated: string): OutlineFinding {
  const numbers = FORMS.find(([, fits]) => positions.length > 0 && positions.every(([x, y]) => fits(x, y)))?.[0]
  if (numbers === 'degrees') {
    const datum = statedDatum(stated)
    return { numbers, reading: datum && { unit: 'degrees', datum } }
  }
  if (numbers === 'metres-prefixed') {
    const zones = new Set(positions.map(([x]) => Math.floor(x / PREFIX)))
    const [number] = [...zones]
    if (zones.size > 1) return { numbers: 'elsewhere', reading: null }
    return { numbers, reading: { unit: 'metres', zone: { number: number!, prefixed: true } } }
  }
  if (numbers === 'metres') {
    const zone = statedZone(stated)
    return { numbers, reading: zone && !zone.prefixed ? { unit: 'metres', zone } : null }
  }
  return { numbers: numbers ?? 'elsewhere', reading: null }
}
