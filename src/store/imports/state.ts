import type { StateCreator } from 'zustand'
import type { IsoDay } from '@/domain/calendar'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { Problem } from '@/domain/problem'
import type { DeskWords } from '@/workspace/import/desk-words'
import type { ItemChoice } from '@/workspace/import/item-choice'
import type { ItemView } from '@/workspace/import/item-view'
import type { Progress } from '@/workspace/import/read-item'
import type { VersionList } from '@/workspace/version-list'

/** What imported files of one kind of table did to the existing data, in rows. */
export interface ImportedTable {
  readonly role: TargetRole
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Existing rows that the files lack: kept, or removed as the user chose. */
  readonly kept: number
  readonly removed: number
  /** Existing rows, made up, that were replaced as a whole; all rows of the files are then new. */
  readonly replaced: number
  /** Points, made up, that are no longer there. */
  readonly pointsGone: number
}

/** The last action, for the line that reports it and offers undo. */
export type ImportOutcome =
  /** With the version created: undo is possible only while it is in force. */
  | {
      readonly kind: 'taken'
      readonly files: number
      /** Number of their rows that were imported, and that were not. */
      readonly rows: { readonly taken: number; readonly left: number }
      readonly tables: readonly ImportedTable[]
      readonly version: number | null
      /** Content of the files: ids of kinds, and of other tables. */
      readonly roles: readonly string[]
      /**
       * The previous day for which rules were evaluated, and the one that the new data moved it to; null if unchanged.
       */
      readonly moved: { readonly from: IsoDay; readonly to: IsoDay } | null
    }
  | { readonly kind: 'undone' | 'opened' }
  /** `what` describes the version that is in force again. */
  | { readonly kind: 'restored'; readonly what: string }
  /** The worker died and lost the files: they must be dropped again. */
  | { readonly kind: 'lost'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Files that were read and not imported yet. Their tables are in the worker. */
export interface ItemsSlice {
  readonly items: readonly ItemView[]
  /** The item being viewed. */
  readonly current: number | null
  /** The source file of each item, by item id. */
  readonly sources: ReadonlyMap<number, File>
  choose(id: number | null): void
  remove(id: number): void
  /** Removes items that the worker no longer has. */
  drop(ids: readonly number[]): void
  /**
   * Replaces items by those read from a file, matched by id, and appends new ones. `together`: the files with which it was
   * dropped.
   */
  put(views: readonly ItemView[], source: File, together?: readonly File[]): void
}

/** Reading of files, one after the other. */
export interface ReadingSlice {
  readonly reading: { readonly file: string; readonly progress: Progress | null } | null
  /** Number of files waiting behind the one being read. */
  readonly waiting: number
  /** Lets the worker prepare for reading files before the first one arrives. */
  prepare(): void
  /** Reads files; each that is not read is named in the outcome. `bytes` are the sizes when they were dropped. */
  addFiles(files: readonly File[], bytes?: readonly number[]): Promise<void>
  /**
   * Reads the tables of a file that was taken for a plan, and replaces the item; or returns why there are none, and
   * leaves it.
   */
  readAsData(id: number): Promise<readonly Problem[]>
  /** Reads an item again with the user's choices. */
  change(id: number, choice: ItemChoice): Promise<void>
  /** Reads items again with one choice for all of them. */
  changeTogether(ids: readonly number[], choice: ItemChoice): Promise<void>
  /** Compares the items of a kind again, after one of them was removed. */
  viewAgain(role: string): Promise<void>
  /** Cancels the current reading, and, when adding files, those waiting behind it. */
  cancel(): void
  /** Reads the items again, based on the version now in force. */
  reread(): Promise<void>
}

/** Steps on the package, and the result of the last one. */
export interface StepsSlice {
  readonly working: boolean
  /** The step running is an undo, which may take as long as the import did. */
  readonly undoing: boolean
  readonly outcome: ImportOutcome | null
  refuse(problems: readonly Problem[]): void
  /**
   * Called when something else was stored or removed: the outcome is no longer what was done last, so its undo button
   * would take back something else. What was refused or lost stays.
   */
  passOutcome(): void
  takeOver(words: DeskWords): Promise<void>
  openPackage(id: number): Promise<void>
  /** Returns to the state before an imported version, provided that nothing came after it. */
  undo(version: number): Promise<void>
  /** Puts a version in force again; `what` is its description. */
  restore(version: number | null, what: string): Promise<void>
}

/** What this browser stores. */
export interface VersionsSlice {
  readonly versions: VersionList | null
  /** Bytes used and available; null if the browser does not report it. */
  readonly room: { readonly used: number; readonly quota: number } | null
  /** Reloads versions and space. */
  refresh(): Promise<void>
}

export type ImportsState = ItemsSlice & ReadingSlice & StepsSlice & VersionsSlice

/** One slice of the state; it can access the whole. */
export type Slice<Own> = StateCreator<ImportsState, [], [], Own>
