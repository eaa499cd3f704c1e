import type { StateCreator } from 'zustand'
import type { IsoDay } from '@/domain/calendar'
import type { Problem } from '@/domain/problem'
import type { DeskWords } from '@/workspace/desk-words'
import type { ItemChoice } from '@/workspace/item-choice'
import type { ItemView } from '@/workspace/item-view'
import type { Progress } from '@/workspace/read-item'
import type { VersionList } from '@/workspace/version-list'

/** What was done last, for the line that says so and offers to undo it. */
export type Outcome =
  /** With the version that was made: only while it is in force it can be undone. */
  | {
      readonly kind: 'taken'
      readonly files: number
      readonly version: number | null
      /** What the files hold: ids of kinds, and of other tables. */
      readonly roles: readonly string[]
      /** The day on which the rules were evaluated before, and the one that the data has moved it to; null where it stays. */
      readonly moved: { readonly from: IsoDay; readonly to: IsoDay } | null
    }
  | { readonly kind: 'undone' | 'opened' }
  /** `what` is the version that is in force again, in words. */
  | { readonly kind: 'restored'; readonly what: string }
  /** The worker died and the files with it: they must be dropped again. */
  | { readonly kind: 'lost'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Files that were read and are not taken over yet. Their tables are in the worker. */
export interface ItemsSlice {
  readonly items: readonly ItemView[]
  /** The item that is looked at. */
  readonly current: number | null
  /** The file that each item came from, by its id. */
  readonly sources: ReadonlyMap<number, File>
  choose(id: number | null): void
  remove(id: number): void
  /** Takes items off the list that the worker no longer has. */
  drop(ids: readonly number[]): void
  /** Puts what was read of a file in the place of items with the same ids, and new ones behind. */
  put(views: readonly ItemView[], source: File): void
}

/** The reading of files, one after the other. */
export interface ReadingSlice {
  readonly reading: { readonly file: string; readonly progress: Progress | null } | null
  /** Files that wait behind the one being read. */
  readonly waiting: number
  /** Has the worker make ready to read files, before the first is there. */
  prepare(): void
  /** Reads files; each that is not read is named in the outcome. `bytes` are the sizes that they had when they were dropped. */
  addFiles(files: readonly File[], bytes?: readonly number[]): Promise<void>
  /** Reads the tables of a file that was taken for a plan, in its place; or says why it has none, and leaves it. */
  readAsData(id: number): Promise<readonly Problem[]>
  /** Reads an item anew as somebody has chosen. */
  change(id: number, choice: ItemChoice): Promise<void>
  /** Ends the reading that is going on, and of new files those that wait behind it. */
  cancel(): void
  /** Reads the items anew against what is in force now. */
  reread(): Promise<void>
}

/** Steps on the package, and what came of the last. */
export interface StepsSlice {
  readonly working: boolean
  readonly outcome: Outcome | null
  refuse(problems: readonly Problem[]): void
  takeOver(words: DeskWords): Promise<void>
  openPackage(id: number): Promise<void>
  /** Goes back to what was before a version that was taken over, where nothing has come after it. */
  undo(version: number): Promise<void>
  /** Puts a version in force again; `what` it is called. */
  restore(version: number | null, what: string): Promise<void>
}

/** What this browser keeps. */
export interface VersionsSlice {
  readonly versions: VersionList | null
  /** Bytes that the browser lets us keep, and that are used; null where it does not say. */
  readonly room: { readonly used: number; readonly quota: number } | null
  /** Looks up versions and room anew. */
  refresh(): Promise<void>
}

export type ImportsState = ItemsSlice & ReadingSlice & StepsSlice & VersionsSlice

/** One idea of the state. It sees the whole. */
export type Slice<Own> = StateCreator<ImportsState, [], [], Own>
