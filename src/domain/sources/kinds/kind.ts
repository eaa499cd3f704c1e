import type { Bilingual } from '@/domain/bilingual'
import { type Field, fieldMeaning } from './field'
import type { KindGroup } from './group'
import type { Ladder } from './ladder'
import type { Meaning } from './meaning'
import type { Shape } from './shape'
import type { Surveys } from './surveys'

/** Id of a kind: lower-case letters, digits and hyphens, because it occurs in links, file names and records. */
export type KindId = string
export const KIND_ID = /^[a-z0-9][a-z0-9-]*$/

/** A kind of source as its package declares it (`kinds.json`). */
export interface Kind {
  readonly id: KindId
  readonly title: Bilingual
  readonly group?: KindGroup
  /** Whether it is on the map by default. */
  readonly shown: boolean
  /** Own position, line of a GeoJSON file (positioned at its middle), or a whole county. */
  readonly place: 'point' | 'line' | 'county'
  /** Shape on the map; `mark` is a letter or character within it. */
  readonly symbol: { readonly shape: Shape; readonly mark?: string }
  /** Words by which a file, sheet or title of this kind is recognised. */
  readonly words: readonly string[]
  /** Whether a team may record a new source of this kind. */
  readonly findable: boolean
  /** Whether the ring concerns this kind. */
  readonly ring: boolean
  /**
   * What a team may find of a whole source, so that one press answers all of its items: `finished` (已完工), `stopped`
   * (已停工). Absent: undeclared.
   */
  readonly wholeSite?: readonly string[]
  readonly fields: readonly Field[]
  /** Surveys over time of its sources' state. */
  readonly surveys?: Surveys
  /** Grades of its sources. */
  readonly ladder?: Ladder
  /** Frequent findings when a checklist item is not met, by the item's id: one tap instead of typing. */
  readonly shortcomings?: Readonly<Record<string, readonly Bilingual[]>>
}

/** The kind with an id; undefined if the package declares none. */
export function kindWithId(kinds: readonly Kind[], id: KindId): Kind | undefined {
  return kinds.find((kind) => kind.id === id)
}

/** Name of the kind's field with a meaning. */
export function fieldNameByMeaning(kind: Pick<Kind, 'fields'>, meaning: Meaning): string | undefined {
  return fieldMeaning(kind.fields, meaning)?.name
}

/** Whether the kind is a list of tasks that the plan names: tracked by their deadlines, not shown on the map. */
export function isTaskList(kind: Pick<Kind, 'fields'>): boolean {
  return fieldMeaning(kind.fields, 'task') !== undefined
}

/** Whether its sources form a map layer: figures of whole counties and tasks do not. */
export const isOnMaps = (kind: Kind): boolean => kind.place !== 'county' && !isTaskList(kind)

/** Whether the kind is a list of monitors, which measure pollution rather than cause it. */
export const isMonitorList = (kind: Pick<Kind, 'fields'>): boolean => fieldMeaning(kind.fields, 'device') !== undefined
