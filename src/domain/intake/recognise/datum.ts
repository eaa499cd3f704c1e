import type { Datum } from '@/domain/geodesy/datum'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { commonForms } from '@/domain/sources/reading/cell'

/** Possible datums of degrees from a Chinese map; CGCS2000 counts as WGS-84, from which it does not differ here. */
export const DATUM_CANDIDATES = ['wgs84', 'gcj02', 'bd09'] as const
export type DatumCandidate = (typeof DATUM_CANDIDATES)[number]

/** Their names, the same in all languages. */
export const DATUM_NAMES: Readonly<Record<DatumCandidate, string>> = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' }

/** A row used as evidence. */
export interface EvidenceRow {
  /** Its number in the file, from 1. */
  readonly row: number
  readonly position: Position
  readonly name: string
  readonly code: string
  /** Code of the county stated in the row; null if none or unknown. */
  readonly county: string | null
}

/** Known data to compare the rows with. */
export interface EvidenceBase {
  /** Position of a known source by code or name, or null. */
  readonly known: (row: Pick<EvidenceRow, 'code' | 'name'>) => Position | null
  readonly countyAt: (position: Position) => string | null
  /** Distance to the line named in the row; null if it names none. */
  readonly lineMetres: (row: EvidenceRow, position: Position) => number | null
}

/** Evidence for one candidate. */
export interface DatumEvidence {
  readonly datum: DatumCandidate
  /** Rows at their position in the loaded package; and rows that have one there. */
  readonly knownHits: number
  readonly knownRows: number
  /** Rows in the county that they state; and rows that state one. */
  readonly countyHits: number
  readonly countyRows: number
  /** Rows close to the line after which they are named; and rows named after a line. */
  readonly lineHits: number
  readonly lineRows: number
  /** Mean distance by which this candidate moves the rows. */
  readonly shiftMetres: number
}

/** Result of the evidence: the datum if decided, null if the user must be asked. */
export interface DatumFinding {
  readonly decided: DatumCandidate | null
  /** What decided: the file's own statement, or the strongest evidence. */
  readonly by: 'stated' | 'known' | 'line' | 'county' | 'contradicted' | 'nothing'
  readonly evidence: readonly DatumEvidence[]
}

/** Known sources may have been surveyed elsewhere on the site; the datums differ by about 450 m or more. */
const KNOWN_METRES = 100
const LINE_METRES = 60
/** Fewer known places decide nothing. */
export const MIN_KNOWN = 3
const MIN_LINES = 5
/** Counties distinguish the datums only near their borders, so the lead must be more than chance. */
const MIN_COUNTY_LEAD = 5

/** Whether a position read in a datum lies at a known place. */
export const agreesWith = (datum: DatumCandidate, position: Position, known: Position): boolean =>
  nearbyDistanceMetres(...known, ...toWgs84(datum, position)) <= KNOWN_METRES

/** Counts, for each candidate datum, the rows that lie where they should. */
export function datumEvidence(rows: readonly EvidenceRow[], base: EvidenceBase): DatumEvidence[] {
  const knowns = rows.map(base.known)
  return DATUM_CANDIDATES.map((datum) => {
    const counts = { knownHits: 0, knownRows: 0, countyHits: 0, countyRows: 0, lineHits: 0, lineRows: 0 }
    let shift = 0
    rows.forEach((row, i) => {
      const at = toWgs84(datum, row.position)
      shift += nearbyDistanceMetres(...row.position, ...at)
      const known = knowns[i]
      if (known) {
        counts.knownRows++
        if (nearbyDistanceMetres(...known, ...at) <= KNOWN_METRES) counts.knownHits++
      }
      if (row.county !== null) {
        counts.countyRows++
        if (base.countyAt(at) === row.county) counts.countyHits++
      }
      const metres = base.lineMetres(row, at)
      if (metres !== null) {
        counts.lineRows++
        if (metres <= LINE_METRES) counts.lineHits++
      }
    })
    return { datum, ...counts, shiftMetres: rows.length === 0 ? 0 : shift / rows.length }
  })
}

/** The clear winner by one kind of hits: enough of them, and well ahead of the next. */
function winner(
  evidence: readonly DatumEvidence[],
  hits: (each: DatumEvidence) => number,
  least: number,
  lead: number,
) {
  const [first, second] = [...evidence].sort((a, b) => hits(b) - hits(a))
  return first && second && hits(first) >= least && hits(first) - hits(second) >= lead ? first : null
}

/**
 * Decides between the candidates, or leaves the decision to the user. `stated` is what the file itself says (a heading
 * such as 经度(GCJ-02), a `crs` member); it decides unless known positions contradict it.
 */
export function findDatum(evidence: readonly DatumEvidence[], stated: Datum | null): DatumFinding {
  const known = winner(evidence, ({ knownHits }) => knownHits, MIN_KNOWN, MIN_KNOWN)
  const clearlyKnown = known && known.knownHits >= known.knownRows * 0.6 ? known : null
  if (stated !== null) {
    const datum: DatumCandidate = stated === 'cgcs2000' ? 'wgs84' : stated
    if (clearlyKnown && clearlyKnown.datum !== datum) return { decided: null, by: 'contradicted', evidence }
    return { decided: datum, by: 'stated', evidence }
  }
  if (clearlyKnown) return { decided: clearlyKnown.datum, by: 'known', evidence }
  const line = winner(evidence, ({ lineHits }) => lineHits, MIN_LINES, MIN_LINES)
  if (line && line.lineHits >= line.lineRows * 0.6) return { decided: line.datum, by: 'line', evidence }
  const county = winner(evidence, ({ countyHits }) => countyHits, MIN_COUNTY_LEAD, MIN_COUNTY_LEAD)
  // Nearly all rows must fit, because even a wrong datum leaves most rows in their county.
  if (county && county.countyHits >= county.countyRows * 0.98) return { decided: county.datum, by: 'county', evidence }
  return { decided: null, by: 'nothing', evidence }
}

const STATED: readonly (readonly [Datum, RegExp])[] = [
  ['bd09', /bd-?09|百度/i],
  ['gcj02', /gcj-?02|火星|高德|腾讯|谷歌中国|amap/i],
  ['cgcs2000', /cgcs-?2000|2000\s*(?:国家)?(?:大地)?坐标|(?:国家|大地)\s*2000|epsg:?:?:?\s*4490/i],
  ['wgs84', /wgs-?84|gps|epsg:?:?:?\s*4326|crs84/i],
]

/** The datum named by a heading, a title or a `crs` member; null if none. */
export function statedDatum(text: string): Datum | null {
  const common = commonForms(text)
  return STATED.find(([, pattern]) => pattern.test(common))?.[0] ?? null
}
