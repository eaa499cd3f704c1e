import type { Survivor } from './report'

/** Survivors that no test is expected to find, with the reason. */
interface Accepted {
  /** Path within `src`. */
  readonly file: string
  /** `before → after`, each on one line. */
  readonly mutations: readonly string[]
  readonly reason: string
}

export const ACCEPTED: readonly Accepted[] = [
  {
    file: 'domain/dustfall/month-report.ts',
    mutations: ['b === null → true'],
    reason: 'Of two rows the later is always the first that the sort asks about, so that this one is never asked.',
  },
  {
    file: 'domain/field/round.ts',
    mutations: [
      'length(a, metres) <= length(b, metres) → false',
      'length(a, metres) <= length(b, metres) → length(a, metres) < length(b, metres)',
      'from[node]! < from[best]! → from[node]! <= from[best]!',
      'from[node]! < from[best]! → from[node]! >= from[best]!',
      '[0] → []',
      '(node: number) => Math.min(...inRound.map((other) => metres[other]![node]!)) → () => undefined',
      'Math.min(...inRound.map((other) => metres[other]![node]!)) → Math.max(...inRound.map(other => metres[other]![node]!))',
      '(other) => metres[other]![node]! → () => undefined',
      'near(node) < near(best) → true',
      'near(node) < near(best) → false',
      'near(node) < near(best) → near(node) <= near(best)',
      'near(node) < near(best) → near(node) >= near(best)',
      '{ length: order.length + 1 } → {}',
      'order.length + 1 → order.length - 1',
      '(_, at) => length([...order.slice(0, at), next, ...order.slice(at)], metres) → () => undefined',
      '[...order.slice(0, at), next, ...order.slice(at)] → []',
      'order.slice(0, at) → order',
      'order.slice(at) → order',
      'Math.min(...costs) → Math.max(...costs)',
    ],
    reason:
      'Another first order, of which the exchanges then make a short way: never longer than by going to the nearest each time, which is tested.',
  },
  {
    file: 'domain/field/round.ts',
    mutations: [
      'places.length <= EXACT → places.length < EXACT',
      'places.length <= EXACT → false',
      '[] → ["Stryker was here"]',
      'so >= bestLength → so > bestLength',
      'so >= bestLength - 1e-6 → so > bestLength - 1e-6',
      'i < best.length → i <= best.length',
      'j < best.length → j <= best.length',
    ],
    reason:
      'Nine places by exchanges instead of by trying all, orders as long as the best, exchanges that change nothing: the way that is found is as short.',
  },
  {
    file: 'domain/geodesy/area-index.ts',
    mutations: [
      'lon >= west && lon <= east && lat >= south && lat <= north → lon >= west && lon <= east && lat >= south || lat <= north',
      'lon >= west && lon <= east && lat >= south → true',
      'lon >= west && lon <= east && lat >= south → lon >= west && lon <= east || lat >= south',
      'lon >= west && lon <= east → true',
      'lon >= west && lon <= east → lon >= west || lon <= east',
      'lon >= west → true',
      'lon <= east → true',
      'lat >= south → true',
    ],
    reason: 'The bounds answer most positions at once; the edges would answer them alike.',
  },
  {
    file: 'domain/geodesy/area-index.ts',
    mutations: [
      'edges.length / 4 → edges.length * 4',
      'Math.max(1, Math.min(4096, count)) → Math.min(1, Math.min(4096, count))',
      'Math.min(4096, count) → Math.max(4096, count)',
      'bandCount / (north - south || 1) → bandCount * (north - south || 1)',
      'north - south || 1 → true',
      'north - south → north + south',
      'Math.max(0, Math.floor((lat - south) * scale)) → Math.min(0, Math.floor((lat - south) * scale))',
      'lat - south → lat + south',
      '[] → ["Stryker was here"]',
      'edge < count → edge <= count',
    ],
    reason: 'Other bands, or edges that are none, in a band: only how many edges are asked differs.',
  },
  {
    file: 'domain/geodesy/nearest-metres.ts',
    mutations: [
      'Number.isNaN(lons[i]!) → false',
      'i < lons.length → i <= lons.length',
      'point < points.lons.length → point <= points.lons.length',
      'metres < nearest[i]! → metres <= nearest[i]!',
    ],
    reason:
      'What is no number is nearer than nothing, with or without being passed over first; beyond its end a typed array takes nothing.',
  },
  {
    file: 'domain/geodesy/regions.ts',
    mutations: [
      'Number.isNaN(lon) || Number.isNaN(lat) → false',
      'Number.isNaN(lon) || Number.isNaN(lat) → Number.isNaN(lon) && Number.isNaN(lat)',
    ],
    reason: 'No surface contains what is no number; the guard spares asking each of them.',
  },
  {
    file: 'domain/geodesy/edge-distance.ts',
    mutations: [
      'length > 0 → true',
      'length > 0 → false',
      'length > 0 → length >= 0',
      'length > 0 → length <= 0',
      'pass < 2 → pass <= 2',
      '(high - low) * length > SETTLED_METRES → (high - low) * length >= SETTLED_METRES',
      'leftMetres <= rightMetres → leftMetres < rightMetres',
      'measure(next) < measure(best) → measure(next) <= measure(best)',
      'found.metres < nearest.metres → found.metres <= nearest.metres',
    ],
    reason:
      'An edge without length is one place wherever it is searched; of two places that are as far either is the nearest.',
  },
  {
    file: 'domain/geodesy/ring-members.ts',
    mutations: [
      '[] → ["Stryker was here"]',
      'signed + reach <= radiusMetres → signed + reach < radiusMetres',
      'signed - reach > radiusMetres → signed - reach >= radiusMetres',
      'candidates.filter((_, i) => distances[i]! <= least + 2 * reach) → candidates',
      'distances[i]! <= least + 2 * reach → true',
      'distances[i]! <= least + 2 * reach → distances[i]! < least + 2 * reach',
      'reach <= smallest + BAND_METRES → reach < smallest + BAND_METRES',
      'Math.abs(least - radiusMetres) > BAND_METRES → false',
      'Math.abs(least - radiusMetres) > BAND_METRES → Math.abs(least - radiusMetres) >= BAND_METRES',
      'Math.abs(lon - root.lon) <= root.halfLon → Math.abs(lon - root.lon) < root.halfLon',
      'Math.abs(lat - root.lat) <= root.halfLat → Math.abs(lat - root.lat) < root.halfLat',
      'lon > cell.lon → lon >= cell.lon',
      'lat > cell.lat → lat >= cell.lat',
      '(east - west) / 2 → (east - west) * 2',
      '(north - south) / 2 → (north - south) * 2',
      'i < lons.length → i <= lons.length',
    ],
    reason:
      'Larger squares, more edges kept or measured exactly, or the other square on a common border: slower at most, never another answer.',
  },
  {
    file: 'domain/geodesy/ring-members.ts',
    mutations: ["{ ...none, verdict: 'out' } → {}", `'out' → ""`],
    reason: 'A square is in, split, at the edge, or else out, whatever that is called.',
  },
  {
    file: 'domain/intake/rows/measurement-reader.ts',
    mutations: [
      'Math.abs(roundHalfEven(computed) - roundHalfEven(number)) > 0.05 + 1e-9 → Math.abs(roundHalfEven(computed) - roundHalfEven(number)) >= 0.05 + 1e-9',
      '0.05 + 1e-9 → 0.05 - 1e-9',
    ],
    reason: 'Both are rounded to tenths, so that they are the same or a tenth apart.',
  },
  {
    file: 'domain/intake/rows/stated-checks.ts',
    mutations: ['sums.length > 0 → true', 'sums.length > 0 → sums.length >= 0'],
    reason: 'Without a sum there is nothing to say; the guard spares adding up a month for it.',
  },
  {
    file: 'domain/sources/reading/cell.ts',
    mutations: [
      'text.length <= PIECE → true',
      'text.length <= PIECE → false',
      'text.length <= PIECE → text.length < PIECE',
      'text.length <= PIECE → text.length > PIECE',
      'at < text.length → at <= text.length',
      'cell.length > LONGEST_VALUE → true',
      'cell.length > LONGEST_VALUE → cell.length >= LONGEST_VALUE',
      'bare.length > LONGEST_VALUE → false',
      '/^[!-~]*$/ → /^[!-~]$/',
    ],
    reason: 'Pieces and early answers spare the time that long texts would take; what comes of them is the same.',
  },
  {
    file: 'domain/sources/reading/field-reader.ts',
    mutations: [
      'listed.has(cell) → false',
      "[['', ABSENT_FLAG]] → []",
      "['', ABSENT_FLAG] → []",
      "[['', ABSENT_DAY]] → []",
      "['', ABSENT_DAY] → []",
      'value === undefined → true',
      'known.size < REMEMBERED_DAYS → true',
      'known.size < REMEMBERED_DAYS → false',
      'known.size < REMEMBERED_DAYS → known.size <= REMEMBERED_DAYS',
      'known.size < REMEMBERED_DAYS → known.size >= REMEMBERED_DAYS',
      'DIGITS.test(cell) → false',
      'word.toUpperCase() → word.toLowerCase()',
    ],
    reason: 'What is remembered or plain is only not read again; both sides are brought to the same case.',
  },
  {
    file: 'domain/sources/view/spacing.ts',
    mutations: [
      '{ return (Math.floor(x / this.distance) + right) * 0x4000000 + Math.floor(y / this.distance) + down } → {}',
      '(Math.floor(x / this.distance) + right) * 0x4000000 + Math.floor(y / this.distance) + down → (Math.floor(x / this.distance) + right) * 0x4000000 + Math.floor(y / this.distance) - down',
      '(Math.floor(x / this.distance) + right) * 0x4000000 + Math.floor(y / this.distance) → (Math.floor(x / this.distance) + right) * 0x4000000 - Math.floor(y / this.distance)',
      '(Math.floor(x / this.distance) + right) * 0x4000000 → (Math.floor(x / this.distance) + right) / 0x4000000',
      'Math.floor(x / this.distance) + right → Math.floor(x / this.distance) - right',
      '[] → ["Stryker was here"]',
      'i < cell.length → i <= cell.length',
    ],
    reason: 'Places filed under other cells, or entries that are no place: only how many are measured differs.',
  },
  {
    file: 'domain/sources/view/badges.ts',
    mutations: [
      'Math.floor(x * squares) * 0x4000000 + Math.floor(y * squares) → Math.floor(x * squares) * 0x4000000 - Math.floor(y * squares)',
      'Math.floor(x * squares) * 0x4000000 → Math.floor(x * squares) / 0x4000000',
      'rows.reduce((found, row) => Math.max(found, sign * values[row]!), Number.NEGATIVE_INFINITY) * sign → rows.reduce((found, row) => Math.max(found, sign * values[row]!), Number.NEGATIVE_INFINITY) / sign',
    ],
    reason:
      'The key of a square is another number, and as unlike those of the others; a sign divides as it multiplies.',
  },
  {
    file: 'domain/sources/view/area.ts',
    mutations: [
      'lines.length === 0 → false',
      'metresTo([lon, lat]) <= area.metres → metresTo([lon, lat]) < area.metres',
      'row < lons.length → row <= lons.length',
    ],
    reason:
      'No place lies exactly as far as an edge is drawn; without lines none is near; beyond its end a typed array takes nothing.',
  },
  {
    file: 'domain/table/radix-sort.ts',
    mutations: [
      'sorted.length === 0 || starts[token[sorted[0]!]!] === sorted.length → false',
      'sorted.length === 0 || starts[token[sorted[0]!]!] === sorted.length → sorted.length === 0 && starts[token[sorted[0]!]!] === sorted.length',
      'sorted.length === 0 → false',
      'starts[token[sorted[0]!]!] === sorted.length → false',
      'value < VALUES → value <= VALUES',
      'sorted === rows → true',
      'row < places.length → row <= places.length',
      'row < values.length → row <= values.length',
    ],
    reason:
      'What is all of one value is sorted once more to the same; beyond its end a typed array gives and takes nothing.',
  },
  {
    file: 'domain/table/sort.ts',
    mutations: ['value + 0x8000_0000 → value - 0x8000_0000', 'row < table.length → row <= table.length'],
    reason: 'Modulo 2³² adding and taking off 2³¹ are the same; beyond its end a typed array takes nothing.',
  },
  {
    file: 'domain/table/classify.ts',
    mutations: [
      'Math.max(1, values.length / MAX_SAMPLED) → Math.min(1, values.length / MAX_SAMPLED)',
      'Math.abs(each - fixedBreak) < Math.abs(best - fixedBreak) → Math.abs(each - fixedBreak) <= Math.abs(best - fixedBreak)',
      'breaks.map((each) => (each === nearest ? fixedBreak : each)).sort((a, b) => a - b) → breaks.map(each => each === nearest ? fixedBreak : each)',
      '(a, b) => a - b → () => undefined',
      'a - b → a + b',
      'at < breaks.length → true',
      'at < breaks.length → at <= breaks.length',
    ],
    reason:
      'A finer sample of few values, either of two breaks that are as near, breaks that are in order already but for rounding, and a value that is larger than no break.',
  },
  {
    file: 'domain/search/name-index.ts',
    mutations: [
      'place > 0 → place >= 0',
      'commonForms(text).toLowerCase() → commonForms(text).toUpperCase()',
      'found → false',
      `'consecutive' → ""`,
    ],
    reason:
      'A name that begins with the query was taken before; both sides are brought to the same case; a text that is known is only not spelt again; blanks go afterwards.',
  },
  {
    file: 'ledger/bundle.ts',
    mutations: [
      'bytes += chunk.length → bytes -= chunk.length',
      'bytes >= PART_BYTES → true',
      'bytes >= PART_BYTES → false',
      'bytes >= PART_BYTES → bytes > PART_BYTES',
      'bytes >= PART_BYTES → bytes < PART_BYTES',
    ],
    reason: 'Into how many blobs the chunks are gathered changes the memory that is held, not the file.',
  },
  {
    file: 'ledger/chain.ts',
    mutations: [
      'this.count === 0 || this.parts.size < this.count → false',
      'this.count === 0 || this.parts.size < this.count → this.count === 0 && this.parts.size < this.count',
      'this.count === 0 → false',
      'this.parts.size < this.count → false',
    ],
    reason: 'What is not whole does not unpack, or not to its sum; the guard spares trying.',
  },
  {
    file: 'ledger/confirmation.ts',
    mutations: [`'number' → ""`, `'hash' → ""`],
    reason: 'Both are the primary keys of their tables, which is what Dexie takes no name for.',
  },
  {
    file: 'ledger/desk-exchange.ts',
    mutations: [`'number' → ""`],
    reason: 'It is the primary key of both tables, which is what Dexie takes no name for.',
  },
  {
    file: 'ledger/read-bundle.ts',
    mutations: ['brought && known && hexOf(brought) !== hexOf(known) → false', `'too deep' → ""`],
    reason: 'Two keys of one id would need hashes that agree in all of it; what is thrown there is caught beside it.',
  },
  {
    file: 'ledger/receipt.ts',
    mutations: ['{ return null } → {}', '[] → ["Stryker was here"]'],
    reason:
      'No JSON is as little a receipt as null; what is not found here is none of this device, by whatever it is stood for.',
  },
]

/** The reason why a survivor is accepted; undefined if a test is missing. */
export function reasonFor({ file, mutation }: Survivor): string | undefined {
  return ACCEPTED.find((each) => each.file === file && each.mutations.includes(mutation))?.reason
}
