import type { Surface } from '@/domain/geodesy/area-index'
import { joinSurfaces } from '@/domain/geodesy/join-surfaces'
import type { Position } from '@/domain/geodesy/position'
import type { CityFacts, River, Sourced } from './city-facts'
import { aliasesOf, type CountyDraft, namesOf } from './county-list'
import type { OutlineColumns, OutlineFeature } from './outline-columns'
import type { OutlineNumbers, OutlineReading } from './outline-numbers'
import type { PlacedOutlines } from './placed-outlines'

/** The steps in order; from `plan` on the package exists, and the steps work on it. */
export const CITY_STEPS = ['outlines', 'names', 'ranked', 'centre', 'limit', 'plan', 'tables', 'publish'] as const
export type CityStep = (typeof CITY_STEPS)[number]
/** The steps before the package is created. */
export const DRAFT_STEPS: readonly CityStep[] = CITY_STEPS.slice(0, 5)
export const LAST_OF_DRAFT: CityStep = 'limit'

/** A city being set up: what was read from files, and the user's input as typed. */
export interface CityDraft {
  readonly step: CityStep
  /** Names of the outline files, and the coordinate system that they state (`crs`); '' before files are chosen. */
  readonly file: string
  readonly stated: string
  /** What the coordinates look like. */
  readonly numbers: OutlineNumbers
  readonly features: readonly OutlineFeature[]
  readonly reading: OutlineReading | null
  readonly placed: PlacedOutlines | null
  readonly outlinesSource: string
  readonly columns: OutlineColumns
  readonly counties: readonly CountyDraft[]
  readonly zh: string
  readonly en: string
  readonly code: string
  readonly year: string
  readonly lon: string
  readonly lat: string
  /** Whether the centre is only the middle of the outlines and not yet confirmed. */
  readonly isCentreProposed?: boolean
  readonly ringKilometres: string
  readonly builtUp: { readonly source: string; readonly surface: Surface } | null
  readonly rivers: Sourced<readonly River[]> | null
  readonly limit: string
  readonly limitSource: string
  /** Name of the package created from it; null before. */
  readonly founded: string | null
  /** Whether anything changed since the package was created. */
  readonly changed: boolean
}

/** A reason why the package can't be created yet, and the step that fixes it. */
export interface DraftFault {
  readonly step: CityStep
  readonly code:
    | 'no-outlines'
    | 'no-reading'
    | 'no-city'
    | 'city-code'
    | 'year'
    | 'county-nameless'
    | 'county-twice'
    | 'none-ranked'
    | 'centre'
    | 'centre-outside'
    | 'ring'
    | 'limit'
    | 'limit-source'
  /** The affected item, as text. */
  readonly seen?: string
}

/** Parses a typed number; NaN if it is none. */
export const typedNumber = (text: string): number => {
  // Chinese input methods produce full-width digits.
  const plain = text.normalize('NFKC').trim()
  return plain === '' ? Number.NaN : Number(plain)
}

/** Allowed radius of the ring, in km. */
const RING = [1, 50] as const
const GIVEN_YEARS = [2000, 2100] as const

/** All reasons why a draft can't become a package, in the order of the steps. */
export function draftFaults(draft: CityDraft): DraftFault[] {
  const { features, placed, counties } = draft
  const faults: DraftFault[] = []
  const add = (wrong: boolean, step: CityStep, code: DraftFault['code'], seen?: string) => {
    if (wrong) faults.push({ step, code, ...(seen ? { seen } : {}) })
  }
  add(features.length === 0, 'outlines', 'no-outlines')
  add(features.length > 0 && placed === null, 'outlines', 'no-reading')
  add(draft.zh.trim() === '', 'names', 'no-city')
  add(!/^\d{6}$/.test(draft.code.normalize('NFKC').trim()), 'names', 'city-code')
  const year = typedNumber(draft.year)
  add(!(Number.isInteger(year) && year >= GIVEN_YEARS[0] && year <= GIVEN_YEARS[1]), 'names', 'year')
  const nameless = counties.findIndex(({ code, name }) => code.trim() === '' || name.trim() === '')
  add(nameless >= 0, 'names', 'county-nameless', counties[nameless]?.name || counties[nameless]?.code)
  add(twice(counties) !== null, 'names', 'county-twice', twice(counties) ?? '')
  add(
    counties.every(({ ranked }) => !ranked),
    'ranked',
    'none-ranked',
  )
  const centre = centreOf(draft)
  add(centre === null, 'centre', 'centre')
  add(centre !== null && placed !== null && !nearBounds(centre, boundsOf(placed.surfaces)), 'centre', 'centre-outside')
  const ring = typedNumber(draft.ringKilometres)
  add(!(ring >= RING[0] && ring <= RING[1]), 'centre', 'ring')
  add(!(typedNumber(draft.limit) > 0), 'limit', 'limit')
  add(draft.limitSource.trim() === '', 'limit', 'limit-source')
  return faults
}

/** Names, aliases and codes shared by two counties; null if there are none. */
function twice(counties: readonly CountyDraft[]): string | null {
  const owners = new Map<string, number>()
  const shared = new Set<string>()
  for (const [place, { code, name, aliases }] of counties.entries())
    for (const key of new Set([code.trim(), name.trim(), ...aliasesOf(aliases)])) {
      if (key === '') continue
      if (owners.has(key) && owners.get(key) !== place) shared.add(key)
      owners.set(key, place)
    }
  return shared.size > 0 ? [...shared].join('、') : null
}

export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** West, south, east and north of surfaces. */
export function boundsOf(surfaces: readonly Surface[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const surface of surfaces)
    for (const rings of surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates)
      for (const ring of rings)
        for (const [lon, lat] of ring as unknown as Position[]) {
          west = Math.min(west, lon)
          east = Math.max(east, lon)
          south = Math.min(south, lat)
          north = Math.max(north, lat)
        }
  return [west, south, east, north]
}

const nearBounds = ([lon, lat]: Position, [west, south, east, north]: Bounds) =>
  lon >= west && lon <= east && lat >= south && lat <= north

/** The centre as typed or picked on the map; null if it is not a position. */
export function centreOf({ lon, lat }: Pick<CityDraft, 'lon' | 'lat'>): Position | null {
  const at: Position = [typedNumber(lon), typedNumber(lat)]
  return Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 84 ? at : null
}

/** The facts for the package; null while a fault remains. */
export function factsOf(draft: CityDraft): CityFacts | null {
  const { placed, builtUp } = draft
  const centre = centreOf(draft)
  if (placed === null || centre === null || draftFaults(draft).length > 0) return null
  const source = draft.outlinesSource.trim() || draft.file
  const names = namesOf(draft.counties)
  return {
    city: { code: draft.code.normalize('NFKC').trim(), zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
    year: typedNumber(draft.year),
    centre,
    ringMetres: Math.round(typedNumber(draft.ringKilometres) * 1000),
    dustfallLimit: typedNumber(draft.limit),
    limitSource: draft.limitSource.trim(),
    counties: draft.counties.map(({ code, name, ranked }, place) => ({
      code: code.trim(),
      name: name.trim(),
      nameEn: name.trim(),
      aliases: names[place]!,
      ranked,
    })),
    outlines: {
      of: draft.counties.flatMap(({ code, outlines }) =>
        outlines.length === 0
          ? []
          : [{ code: code.trim(), outline: joinSurfaces(outlines.map((place) => placed.surfaces[place]!)) }],
      ),
      source,
    },
    builtUp: builtUp && { of: builtUp.surface, source: builtUp.source },
    rivers: draft.rivers,
  }
}

/** A draft without any input. */
export const emptyDraft = (year: number): CityDraft => ({
  step: 'outlines',
  file: '',
  stated: '',
  numbers: 'elsewhere',
  features: [],
  reading: null,
  placed: null,
  outlinesSource: '',
  columns: { code: '', name: '' },
  counties: [],
  zh: '',
  en: '',
  code: '',
  year: String(year),
  lon: '',
  lat: '',
  ringKilometres: '25',
  builtUp: null,
  rivers: null,
  limit: '',
  limitSource: '',
  founded: null,
  changed: false,
})
