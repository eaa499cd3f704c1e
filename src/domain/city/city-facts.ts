import type { MultiLineString } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import type { County } from '@/domain/sources/county'

/** A shape and where it comes from, in words. */
export interface Sourced<T> {
  readonly of: T
  readonly source: string
}

/** A river and its name; empty where the file has none. */
export interface River {
  readonly name: string
  readonly line: MultiLineString
}

/** All that makes a city's package but its tables and its plan. */
export interface CityFacts {
  readonly city: { readonly code: string; readonly zh: string; readonly en: string }
  readonly year: number
  readonly centre: Position
  readonly ringMetres: number
  /** t/(km²·month). */
  readonly dustfallLimit: number
  readonly limitSource: string
  readonly counties: readonly County[]
  /** Of the counties that have one, by code; WGS-84. */
  readonly outlines: Sourced<readonly { readonly code: string; readonly outline: Surface }[]>
  /** Null where the ring lies about the centre. */
  readonly builtUp: Sourced<Surface> | null
  /** Null where none are drawn. */
  readonly rivers: Sourced<readonly River[]> | null
}
