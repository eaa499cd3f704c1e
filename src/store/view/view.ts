import type { IsoDay, Month } from '@/domain/calendar'
import type { ComparedColumn } from '@/domain/dustfall/comparison'
import type { RingBasis } from '@/domain/geodesy/ring'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { SameCode } from '@/domain/sources/inventory'
import { KIND_ID, type KindId } from '@/domain/sources/kinds/kind'
import type { Density } from '@/domain/sources/view/drawn-sources'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import type { Look } from '@/domain/sources/view/look'
import type { SortKey } from '@/domain/table/sort'
import { ALL_DEVICES, type AskedDevices } from './asked-devices'

export const MODES = ['explore', 'meeting', 'monitoring', 'trucks', 'field', 'data'] as const
/** Where the manual fills the window: a screen that needs no package. */
export const MANUAL = 'help'
export type Mode = (typeof MODES)[number] | typeof MANUAL

/** The panels in the order of the rail. */
export const PANELS = [
  'layers',
  'plan',
  'board',
  'filters',
  'area',
  'upwind',
  'visits',
  'warnings',
  'grades',
  'cases',
] as const
export type Panel = (typeof PANELS)[number]

/**
 * Whether a text can be the id of a kind of sources: small letters of ASCII, digits and hyphens. Links name kinds before any
 * package is open, so that this shape is all that is known of them. They put ids between commas, before a slash and, under
 * `hidden`, beside the names of layers: an id holds neither comma nor slash, and is no layer's name.
 */
export const isKindId = (text: string): text is KindId => KIND_ID.test(text)

export interface Camera {
  readonly lon: number
  readonly lat: number
  readonly zoom: number
}

/** A source by its kind and code, which stay the same when the package is read anew. */
export interface SourceKey {
  readonly kind: KindId
  readonly code: string
  /** Which of several with this code, from 1 in the order of the package; the first where it is not said. */
  readonly nth?: number
}

/** The key of a source: the code of most stands once, and then says all. */
export const keyOf = ({ kind, code, sameCode }: SourceKey & { readonly sameCode: SameCode | null }): SourceKey => ({
  kind,
  code,
  ...(sameCode && sameCode.nth > 1 ? { nth: sameCode.nth } : {}),
})

/** The key alone of what says more of a source. */
export const sourceKey = ({ kind, code, nth }: SourceKey): SourceKey => ({ kind, code, ...(nth && { nth }) })

export const isSameSource = (one: SourceKey, other: SourceKey) =>
  one.kind === other.kind && one.code === other.code && (one.nth ?? 1) === (other.nth ?? 1)
/** A part of the world as the map shows it, in degrees of WGS-84. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** An order of compared counties. */
export interface ComparedSort {
  readonly column: ComparedColumn
  readonly descending: boolean
}

/** Everything that a link restores. Null means: as the package says. */
export interface View {
  readonly mode: Mode
  /** The page of the manual where that fills the window; null for its first. */
  readonly manual: string | null
  readonly month: Month | null
  readonly asOf: IsoDay | null
  readonly ring: { readonly basis: RingBasis; readonly radiusMetres: number } | null
  readonly filters: Filters
  /** Names of layers and ids of kinds that were taken off the map. */
  readonly hidden: readonly string[]
  /** Ids of kinds that the package keeps off the map at first, and that were put on it. */
  readonly added: readonly KindId[]
  /** Opacity by layer, 0…1; 1 where not said. */
  readonly opacity: Readonly<Record<string, number>>
  readonly selected: SourceKey | null
  /** Code of the dustfall point whose card is open. */
  readonly point: string | null
  readonly county: string | null
  /** Code of the monitor whose hours are shown. */
  readonly device: string | null
  /** What the list of monitors is narrowed to and sorted by, and what they measure that is shown. */
  readonly devices: AskedDevices
  readonly parameter: Parameter
  /** What of the trucks is shown: `truck/…`, `company/…` or `place/…`; null for all. */
  readonly truck: string | null
  /** The suspected breach that the map of trucks shows, by what its card calls it; null for none. */
  readonly breach: string | null
  readonly panel: Panel | null
  /** The table stands under the map. */
  readonly table: boolean
  /** Columns that the table is sorted by, the first before all. */
  readonly sort: readonly SortKey[]
  /** Column whose equal values stand together in the table. */
  readonly group: string | null
  /** Columns left out of the table; null: as this device remembers for the kind. Its kind is that of the filters. */
  readonly without: readonly string[] | null
  readonly clause: number | null
  /** Which plan the clauses and requirements of the view are of, as addresses tell plans; null where it names none. */
  readonly plan: string | null
  /** Null: the whole city, fitted into whatever window shows it. */
  readonly camera: Camera | null
  /** Only what lies in this box counts: what the map showed when it last came to rest. Null: wherever it lies. */
  readonly within: Box | null
  /** How the sources of one kind are drawn; null: by their standing, as all others. */
  readonly look: Look | null
  readonly density: Density
  /** Place of the scene among those of the meeting. */
  readonly scene: number
  /** The speaker's window of the meeting. */
  readonly speaker: boolean
  /** Dustfall's month and the as-of date go together: choosing one moves the other. */
  readonly linkedDates: boolean
  /** Month that the chosen one is compared with, on a map of its own and in the ranking. */
  readonly other: Month | null
  /** What the ranking of two compared months is sorted by. */
  readonly compared: ComparedSort
  /** Checksum of the data that the link was made of. */
  readonly data: string | null
}

export const FIRST_VIEW: View = {
  mode: 'explore',
  manual: null,
  month: null,
  asOf: null,
  ring: null,
  filters: NO_FILTERS,
  // The monitoring points crowd the counties' names; an officer switches them on.
  hidden: ['points'],
  added: [],
  opacity: {},
  selected: null,
  point: null,
  county: null,
  device: null,
  devices: ALL_DEVICES,
  parameter: 'tsp',
  truck: null,
  breach: null,
  panel: 'board',
  table: false,
  sort: [],
  group: null,
  without: null,
  clause: null,
  plan: null,
  camera: null,
  within: null,
  look: null,
  density: { form: 'auto', of: 'count' },
  scene: 0,
  speaker: false,
  linkedDates: false,
  other: null,
  // The greatest rise first: what got worse is what is asked about.
  compared: { column: 'difference', descending: true },
  data: null,
}
