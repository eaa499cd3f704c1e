import type { StateCreator } from 'zustand'
import type { Problem, Result } from '@/domain/problem'
import type { Seen } from '@/domain/rules/seen'
import type { Filters } from '@/domain/sources/view/filters'
import type { Dataset } from '@/questions/dataset'
import type { DayEvaluation } from '@/questions/evaluated-package'
import type { ShownCounts } from '@/questions/shown-counts'
import type { ShownSources } from '@/questions/shown-sources'
import type { SourceSummary } from '@/questions/source-summary'
import type { RingState } from '@/questions/sources-in-ring'
import type { SourceKey, View } from '@/store/view/view'

/** A package that is open and everything that belongs to the view of it. */
export interface Opened {
  readonly dataset: Dataset
  readonly evaluation: DayEvaluation
  readonly ring: RingState
  readonly shown: ShownSources
  /** The filters that it answers; for a moment those before the view's. */
  readonly shownFilters: Filters
  /** Of the shown sources; for a moment of those shown before. */
  readonly counts: ShownCounts
  /** The filters that the counts answer. */
  readonly filters: Filters
}

/** The opening of the package, also in a worker that takes the place of one that died. */
export interface OpeningSlice {
  readonly phase: 'loading' | 'ready' | 'broken'
  readonly problems: readonly Problem[]
  /** Address of the package's descriptor; empty until one is opened. */
  readonly address: string
  /** Opens the package whose descriptor is at `address`, or what was taken over in its place, once the view is known. */
  open(address: string): Promise<void>
  /** Opens it in the worker that lives now. */
  reopen(): Promise<void>
  /** Nothing can be shown any more: says why, and lets nobody wait for the worker. */
  giveUp(problems: readonly Problem[]): void
  /** Shows another state of the package; where there is none, what is shown stays, and the problems are the answer. */
  show(result: Result<Dataset>): Promise<readonly Problem[]>
}

/** What is shown of the package for the view. */
export interface ShownSlice {
  readonly opened: Opened | null
  /** The last question for what is shown, of which dataset: the worker answers what it is asked after it accordingly. */
  readonly asked: { readonly dataset: Dataset } | null
  /** The dataset that the worker has open: another than the one that is shown until that is brought up to it. */
  readonly loaded: Dataset | null
  /** The source that the view names, as it stands on the effective date; null where there is none. */
  readonly selected: SourceSummary | null
  /** The source that the view selects, where the data that is open has none of its code. */
  readonly notFound: SourceKey | null
  /** What field teams saw; null until it is known. */
  readonly seen: readonly Seen[] | null
  /**
   * Brings what is shown up to the view, asking the worker only for what changed. Where the view changes meanwhile it ends
   * with that. @throws what the worker answered with
   */
  refresh(): Promise<void>
  /** Takes in what field teams saw; what depends on it follows. */
  takeSeen(seen: readonly Seen[]): Promise<void>
  /**
   * Takes in what tracks of trucks say that this browser keeps under a name; what depends on it follows where that is another than
   * before, or these are.
   */
  takeTracks(shelf: string, isOther: boolean): Promise<void>
  /** The same of readings of monitors. */
  takeReadings(shelf: string, isOther: boolean): Promise<void>
  /** Another after each change of them. */
  readonly tracked: number
}

/** What is looked at, and how. */
export interface ViewSlice {
  readonly view: View
  /** Changes the view; what depends on it follows. */
  setView(change: Partial<View>): void
}

export type ChentuState = OpeningSlice & ShownSlice & ViewSlice

/** One idea of the state. It sees the whole. */
export type Slice<Own> = StateCreator<ChentuState, [], [], Own>
