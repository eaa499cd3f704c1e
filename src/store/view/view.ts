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
import { ALL_DEVICES, type DeviceListFilter } from './device-list-filter'

export const MODES = ['explore', 'meeting', 'monitoring', 'trucks', 'field', 'data'] as const
/** The manual filling the window: a screen that needs no package. */
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
 * Whether a text can be the id of a kind: lowercase ASCII letters, digits and hyphens. Links name kinds before any
 * package is open, so only the form can be checked. Links write ids between commas, before a slash and, under `hidden`,
 * beside names of layers: an id contains neither comma nor slash, and equals no layer's name.
 */
export const isKindId = (text: string): text is KindId => KIND_ID.test(text)

export interface Camera {
  readonly lon: number
  readonly lat: number
  readonly zoom: number
}

/** A source by kind and code, which stay the same when the package is read again. */
export interface SourceKey {
  readonly kind: KindId
  readonly code: string
  /** Which of several with this code, from 1 in the order of the package; the first if absent. */
  readonly nth?: number
}

/** The key of a source; `nth` is only needed from the second source with the same code on. */
export const keyOf = ({ kind, code, sameCode }: SourceKey & { readonly sameCode: SameCode | null }): SourceKey => ({
  kind,
  code,
  ...(sameCode && sameCode.nth > 1 ? { nth: sameCode.nth } : {}),
})

/** Only the key of an object that has more properties. */
export const sourceKey = ({ kind, code, nth }: SourceKey): SourceKey => ({ kind, code, ...(nth && { nth }) })

export const isSameSource = (one: SourceKey, other: SourceKey) =>
  one.kind === other.kind && one.code === other.code && (one.nth ?? 1) === (other.nth ?? 1)
/** A part of the world shown on the map, in degrees of WGS-84. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Sort order of compared counties. */
export interface ComparedSort {
  readonly column: ComparedColumn
  readonly descending: boolean
}

/** Everything that a link restores. Null means the package's value. */
export interface View {
  readonly mode: Mode
  /** The manual page that fills the window; null for its first. */
  readonly manual: string | null
  readonly month: Month | null
  readonly asOf: IsoDay | null
  readonly ring: { readonly basis: RingBasis; readonly radiusMetres: number } | null
  readonly filters: Filters
  /** Names of layers and ids of kinds switched off on the map. */
  readonly hidden: readonly string[]
  /** Ids of kinds that the package hides at first and that were switched on. */
  readonly added: readonly KindId[]
  /** Opacity by layer, 0…1; 1 if absent. */
  readonly opacity: Readonly<Record<string, number>>
  readonly selected: SourceKey | null
  /** Code of the dustfall point whose card is open. */
  readonly point: string | null
  readonly county: string | null
  /** Code of the monitor whose hours are shown. */
  readonly device: string | null
  /** Filter and order of the list of monitors, and the parameter shown. */
  readonly devices: DeviceListFilter
  readonly parameter: Parameter
  /** The trucks shown: `truck/…`, `company/…` or `place/…`; null for all. */
  readonly truck: string | null
  /** Id of the case whose card is open in the panel of cases. */
  readonly case: string | null
  /** The suspected breach that the map of trucks shows, by what its card calls it; null for none. */
  readonly breach: string | null
  readonly panel: Panel | null
  /** Whether the table is shown below the map. */
  readonly table: boolean
  /** Sort columns of the table, most significant first. */
  readonly sort: readonly SortKey[]
  /** Column by which the table is grouped. */
  readonly group: string | null
  /** Hidden columns of the table; null: as stored on this device for the kind, which is that of the filters. */
  readonly without: readonly string[] | null
  readonly clause: number | null
  /** The plan to which the clauses and requirements of the view belong, as in addresses; null if it names none. */
  readonly plan: string | null
  /** Null: the whole city, fitted to the window. */
  readonly camera: Camera | null
  /** Only sources in this box count: the map's window when it last came to rest. Null: everywhere. */
  readonly within: Box | null
  /** How the sources of one kind are drawn; null: by standing, like all others. */
  readonly look: Look | null
  readonly density: Density
  /** Index of the scene in the meeting. */
  readonly scene: number
  /** Whether this is the speaker's window of the meeting. */
  readonly speaker: boolean
  /** Dustfall month and as-of date are linked: choosing one moves the other. */
  readonly linkedDates: boolean
  /** Comparison month, on a map of its own and in the ranking. */
  readonly other: Month | null
  /** Sort order of the ranking when two months are compared. */
  readonly compared: ComparedSort
  /** Checksum of the data from which the link was made. */
  readonly data: string | null
}

export const FIRST_VIEW: View = {
  mode: 'explore',
  manual: null,
  month: null,
  asOf: null,
  ring: null,
  filters: NO_FILTERS,
  // The monitoring points crowd the county names; the user can switch them on.
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
  case: null,
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
  // Largest increase first: people ask about what got worse.
  compared: { column: 'difference', descending: true },
  data: null,
}

/** Whether the panel of cases is on the screen. */
export const isCasesPanelShown = ({ mode, panel }: Pick<View, 'mode' | 'panel'>): boolean =>
  mode === 'explore' && panel === 'cases'
