import { FIRST_ZONE, LAST_ZONE, type Zone, zoneOf } from '@/domain/geodesy/datum'
import type { Position } from '@/domain/geodesy/position'
import { valueText } from '@/domain/sources/reading/cell'

/** How positions are written: degrees in some datum, or metres in a 3° zone. */
export type PositionForm = { readonly unit: 'degrees' } | { readonly unit: 'metres'; readonly zone: Zone }

const DEGREES =
  /^([EWNS东西南北])?(?:经|纬)?\s*([+-]?\d+(?:\.\d+)?)\s*(?:[°度]\s*(?:(\d+(?:\.\d+)?)\s*['′’分]\s*(?:(\d+(?:\.\d+)?)\s*(?:["″”秒]|''|′′)?)?)?)?\s*([EWNS东西南北])?$/i
const PLAIN = /^-?\d+(?:\.\d+)?$/
const SPACED = /^(\d{1,3})[\s:-](\d{1,2})[\s:-](\d{1,2}(?:\.\d+)?)$/

/**
 * Parses degrees such as `108.7089`, `108°42′33″`, `E108°42.55′`, `108度42分33秒`, `108:42:33`; plain numbers such as
 * metres are returned unchanged. Null if it is none.
 */
export function parseCoordinate(cell: string): number | null {
  if (PLAIN.test(cell)) return Number(cell)
  const text = valueText(cell).replace(/,(?=\d{3}(\D|$))/g, '')
  const spaced = SPACED.exec(text)
  if (spaced) return sexagesimal(spaced[1]!, spaced[2]!, spaced[3]!)
  const match = DEGREES.exec(text)
  if (!match) return null
  const [, before, degrees, minutes, seconds, behind] = match
  const value = minutes === undefined ? Number(degrees) : sexagesimal(degrees!, minutes, seconds ?? '0')
  if (value === null) return null
  return /[WS西南]/i.test(before ?? behind ?? '') ? -value : value
}

function sexagesimal(degrees: string, minutes: string, seconds: string): number | null {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
}

/**
 * Parses two coordinates in one cell: `108.7,34.3`, `(34.3 108.7)`, `108°42′33″E，34°19′46″N`; null if there are not
 * two.
 */
export function parsePair(cell: string): [number, number] | null {
  const text = valueText(cell)
    .replace(/^[([{]|[)\]}]$/g, '')
    .replace(/^POINT\s*\(/i, '')
  const parts = text.split(/\s*[,;、|]\s*|\s+(?=[\dEN东北])/).filter((part) => part !== '')
  if (parts.length !== 2) return null
  const [first, second] = parts.map(parseCoordinate)
  return first == null || second == null ? null : [first, second]
}

const isLatitude = (value: number) => value >= 3 && value <= 54
const isLongitude = (value: number) => value >= 73 && value <= 136
const isNorthing = (value: number) => value >= 300_000 && value <= 6_000_000
const isEasting = (value: number) => value >= 200_000 && value <= 800_000
const isPrefixedEasting = (value: number) => {
  const zone = Math.floor(value / 1_000_000)
  return zone >= FIRST_ZONE && zone <= LAST_ZONE
}

/**
 * Tells by their range whether pairs of numbers are degrees or metres, and in which zone. Eastings without a zone
 * number belong to the zone around `centre`. Null if the numbers are neither.
 */
export function positionForm(pairs: readonly (readonly [number, number])[], centre: Position): PositionForm | null {
  let [degrees, plain, prefixed, northings] = [0, 0, 0, 0]
  const zones = new Map<number, number>()
  for (const pair of pairs) {
    const [small, large] = pair[0] < pair[1] ? pair : [pair[1], pair[0]]
    if (isLatitude(small) && isLongitude(large)) degrees++
    else if (isPrefixedEasting(large) && isNorthing(small)) {
      prefixed++
      const zone = Math.floor(large / 1_000_000)
      zones.set(zone, (zones.get(zone) ?? 0) + 1)
    } else if (isEasting(small) && isNorthing(large)) plain++
    else northings++
  }
  const most = Math.max(degrees, plain, prefixed)
  if (most === 0 || most < northings) return null
  if (degrees === most) return { unit: 'degrees' }
  if (prefixed === most) {
    const number = [...zones].sort((a, b) => b[1] - a[1])[0]![0]
    return { unit: 'metres', zone: { number, prefixed: true } }
  }
  return { unit: 'metres', zone: { number: zoneOf(centre[0]), prefixed: false } }
}

/** Puts easting or longitude first, by range alone; null if the numbers do not fit the form. */
export function orderPair(
  [a, b]: readonly [number, number],
  form: PositionForm,
): { pair: Position; swapped: boolean } | null {
  if (form.unit === 'degrees') {
    if (isLongitude(a) && isLatitude(b)) return { pair: [a, b], swapped: false }
    return isLatitude(a) && isLongitude(b) ? { pair: [b, a], swapped: true } : null
  }
  const easting = form.zone.prefixed ? isPrefixedEasting : isEasting
  if (easting(a) && isNorthing(b)) return { pair: [a, b], swapped: false }
  return easting(b) && isNorthing(a) ? { pair: [b, a], swapped: true } : null
}
