import type { Codes } from './column'
import { sortByTokens, tokensOfPlaces } from './radix-sort'

/**
 * Sorts rows by code (in the order of the codes' texts), then by time; rows with equal code and time keep their order.
 * `codes[code[row]]` is the text; times are integers and may be negative.
 */
export function rowsByCodeAndTime(codes: readonly string[], code: Codes, time: Int32Array | Uint32Array): Uint32Array {
  const places = codes.map((_, i) => i).sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1))
  const placeOf = new Uint32Array(codes.length)
  for (const [place, at] of places.entries()) placeOf[at] = place
  const [byCode, byTime] = [new Uint32Array(code.length), new Uint32Array(code.length)]
  // Flips the sign bit so that negative numbers sort correctly.
  const turn = time instanceof Int32Array ? 0x8000_0000 : 0
  for (let row = 0; row < code.length; row++) {
    byCode[row] = placeOf[code[row]!]!
    byTime[row] = time[row]! ^ turn
  }
  const all = new Uint32Array(code.length)
  for (let row = 0; row < all.length; row++) all[row] = row
  return sortByTokens(all, [...tokensOfPlaces(byCode), ...tokensOfPlaces(byTime)])
}
