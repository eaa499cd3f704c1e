import type { Bilingual } from '@/domain/bilingual'
import { type Field, fieldMeaning } from './field'
import type { KindGroup } from './group'
import type { Ladder } from './ladder'
import type { Meaning } from './meaning'
import type { Shape } from './shape'
import type { Surveys } from './surveys'

/** Id of a kind: lower-case letters, digits and hyphens, since it stands in links, file names and records. */
export type KindId = string
export const KIND_ID = /^[a-z0-9][a-z0-9-]*$/

/** A kind of source as its package declares it (`kinds.json`). */
export interface Kind {
  readonly id: KindId
  readonly title: Bilingual
  readonly group?: KindGroup
  /** Whether it is on the map until somebody says otherwise. */
  readonly shown: boolean
  /** Own position, line of a GeoJSON file (whose middle is its position), or a county as a whole. */
  readonly place: 'point' | 'line' | 'county'
  /** Shape on the map; `mark` is a letter or character within it. */
  readonly symbol: { readonly shape: Shape; readonly mark?: string }
  /** Words that a file, a sheet or a title of this kind carries. */
  readonly words: readonly string[]
  /** Whether a team may record one that no list has. */
  readonly findable: boolean
  /** Whether it is what the ring is about. */
  readonly ring: boolean
  readonly fields: readonly Field[]
  /** Surveys over time that say how its sources stand. */
  readonly surveys?: Surveys
  /** Grades that its sources climb. */
  readonly ladder?: Ladder
  /** What teams often find where an item of its checklist is not met, by the item's id: one press instead of typing. */
  readonly shortcomings?: Readonly<Record<string, readonly Bilingual[]>>
}

/** The kind with an id, or undefined where the package declares none. */
export function kindWithId(kinds: readonly Kind[], id: KindId): Kind | undefined {
  return kinds.find((kind) => kind.id === id)
}

/** Name of the kind's field of a meaning. */
export function nameMeaning(kind: Pick<Kind, 'fields'>, meaning: Meaning): string | undefined {
  return fieldMeaning(kind.fields, meaning)?.name
}

/** Whether the kind is a list of tasks that the plan gives by name: followed by their deadlines, no layer of the map. */
export function isTaskList(kind: Pick<Kind, 'fields'>): boolean {
  return fieldMeaning(kind.fields, 'task') !== undefined
}

/** Whether its sources are a layer of the map: figures of whole counties are none, and tasks are followed elsewhere. */
export const isOnMaps = (kind: Kind): boolean => kind.place !== 'county' && !isTaskList(kind)

/** Whether the kind is a list of monitors: they measure, and are no sources of what they measure. */
export const isMonitorList = (kind: Pick<Kind, 'fields'>): boolean => fieldMeaning(kind.fields, 'device') !== undefined
