import type { MultiLineString } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import type { County } from '@/domain/sources/county'

/** A shape and its source, as text. */
export interface Sourced<T> {
  readonly of: T
  readonly source: string
}

/** A river and its name; '' if the file has none. */
export interface River {
  readonly name: string
  readonly line: MultiLineString
}

/** Everything needed to create a city's package, except its tables and plan. */
export interface CityFacts {
  readonly city: { readonly code: string; readonly zh: string; readonly en: string }
  readonly year: number
  readonly centre: Position
  readonly ringMetres: number
  /** t/(km²·month). */
  readonly dustfallLimit: number
  readonly limitSource: string
  readonly counties: readonly County[]
  /** Outlines by county code, for counties that have one; WGS-84. */
  readonly outlines: Sourced<readonly { readonly code: string; readonly outline: Surface }[]>
  /** Null if the ring is around the centre. */
  readonly builtUp: Sourced<Surface> | null
  /** Null if no rivers are drawn. */
  readonly rivers: Sourced<readonly River[]> | null
}
