import { FIRST_ZONE, LAST_ZONE, type Zone } from '@/domain/geodesy/datum'
import type { Position } from '@/domain/geodesy/position'
import { statedDatum } from '@/domain/intake/recognise/datum'
import type { OutlineNumbers, OutlineReading } from './outline-numbers'

/** What was found of the numbers, and how they are read; null where a person must say it. */
export interface OutlineFinding {
  readonly numbers: OutlineNumbers
  readonly reading: OutlineReading | null
}

const PREFIX = 1_000_000
const within = (low: number, high: number) => (value: number) => value >= low && value <= high
/** All of China with its islands. */
const isLon = within(73, 136)
const isLat = within(3, 54)
/** A zone is 3° wide; a city may reach over its edge. */
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

/** EPSG of the zones: with their number before the easting, and without it. */
const [FIRST_PREFIXED, FIRST_PLAIN] = [4513, 4534]
const COUNT = LAST_ZONE - FIRST_ZONE + 1

/** The zone that a `crs` member names by its EPSG number, or null. */
function statedZone(stated: string): Zone | null {
  const number = Number(/epsg:*\s*(\d{4})\b/i.exec(stated)?.[1] ?? Number.NaN)
  for (const [first, prefixed] of [[FIRST_PREFIXED, true] as const, [FIRST_PLAIN, false] as const])
    if (number >= first && number < first + COUNT) return { number: FIRST_ZONE + number - first, prefixed }
  return null
}

/**
 * What positions of outlines are, by all of their numbers, and by what the file states of itself. Degrees of a file that
 * states nothing may be of three datums, and metres without a zone's number of twenty-one zones: a person is asked.
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
