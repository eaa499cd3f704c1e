import type { StateCreator } from 'zustand'
import type { Problem, Result } from '@/domain/problem'
import type { TeamObservation } from '@/domain/rules/team-observations'
import type { Filters } from '@/domain/sources/view/filters'
import type { Dataset } from '@/questions/dataset'
import type { DayEvaluation } from '@/questions/evaluated-package'
import type { RingState } from '@/questions/map/sources-in-ring'
import type { ShownCounts } from '@/questions/shown/shown-counts'
import type { ShownSources } from '@/questions/shown/shown-sources'
import type { SourceSummary } from '@/questions/source/source-summary'
import type { SourceKey, View } from '@/store/view/view'

/** An open package with everything computed for the view. */
export interface Opened {
  readonly dataset: Dataset
  readonly evaluation: DayEvaluation
  readonly ring: RingState
  readonly shown: ShownSources
  /** The filters applied to `shown`; briefly those before the view's. */
  readonly shownFilters: Filters
  /** Counts of the shown sources; briefly of those shown before. */
  readonly counts: ShownCounts
  /** The filters for which the counts were made. */
  readonly filters: Filters
}

/** Opening of the package, also in a worker that replaces a dead one. */
export interface OpeningSlice {
  readonly phase: 'loading' | 'ready' | 'broken'
  readonly problems: readonly Problem[]
  /** Whether the browser was offline when the package was opened. */
  readonly wasOffline: boolean
  /** Address of the package's descriptor; empty until one is opened. */
  readonly address: string
  /**
   * Opens the package with the descriptor at `address`, or the version in force in its place, once the view is known.
   */
  open(address: string): Promise<void>
  /** Opens it in the current worker. */
  reopen(): Promise<void>
  /** Nothing can be shown any more: reports why, and releases everybody waiting for the worker. */
  giveUp(problems: readonly Problem[]): void
  /** Shows another state of the package; if there is none, the current one stays, and the problems are returned. */
  show(result: Result<Dataset>): Promise<readonly Problem[]>
}

/** What is shown of the package for the view. */
export interface ShownSlice {
  readonly opened: Opened | null
  /** The dataset of the last `show` request: later requests to the worker refer to it. */
  readonly asked: { readonly dataset: Dataset } | null
  /** The dataset open in the worker; differs from the shown one until `refresh` is done. */
  readonly loaded: Dataset | null
  /** The selected source in its state on the effective date; null if there is none. */
  readonly selected: SourceSummary | null
  /** The selected source if the open data has no source with its code. */
  readonly notFound: SourceKey | null
  /** Observations of field teams; null until known. */
  readonly seen: readonly TeamObservation[] | null
  /**
   * Updates what is shown to the view, requesting only what changed. If the view changes meanwhile, it ends with that
   * later update. @throws the worker's error
   */
  refresh(): Promise<void>
  /** Applies observations of field teams and updates everything that depends on them. */
  takeSeen(seen: readonly TeamObservation[]): Promise<void>
  /**
   * Applies the truck tracks that this browser stores under a name; updates what depends on them if the counts changed,
   * or if `isOther` states that the tracks did.
   */
  takeTracks(shelf: string, isOther: boolean): Promise<void>
  /** The same for readings of monitors. */
  takeReadings(shelf: string, isOther: boolean): Promise<void>
  /** Incremented after each change of tracks or readings. */
  readonly tracked: number
}

/** The view: what is shown, and how. */
export interface ViewSlice {
  readonly view: View
  /** Changes the view and updates what depends on it. */
  setView(change: Partial<View>): void
}

export type ChentuState = OpeningSlice & ShownSlice & ViewSlice

/** One slice of the state; it can access the whole. */
export type Slice<Own> = StateCreator<ChentuState, [], [], Own>
