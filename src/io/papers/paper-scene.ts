import type { SceneName } from '@/io/package/descriptor'
import type { PaperTable } from './papers'

/** A scene of the meeting on paper: what it finds, one chart, and its tables. */
export interface PaperScene {
  readonly scene: SceneName
  readonly title: string
  /** The finding, as a sentence. */
  readonly headline: string
  /** The speaker's, from the agenda. */
  readonly notes: string
  readonly chart: PaperChart | null
  readonly tables: readonly PaperTable[]
  /** A pinned view as it was seen; absent elsewhere. */
  readonly picture?: PaperPicture
}

export interface PaperPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What a series is to the reader: spoken of, the city's mean, one that is compared with, one of the many behind, a standing. */
export type SeriesRole = 'main' | 'city' | 'before' | 'behind' | 'overdue' | 'failing'

export interface PaperSeries {
  readonly name: string
  readonly role: SeriesRole
  /** One for each category; null where there is none. */
  readonly values: readonly (number | null)[]
}

/** A chart by what it says, not by how it is drawn: slides have their own charts, a page has its drawings. */
export interface PaperChart {
  /**
   * `bars`: one figure of each; `pairs`: two of each; `lines`: figures over months; `ranks`: places over months, 1 above;
   * `stacked`: counts of each, end to end.
   */
  readonly type: 'bars' | 'pairs' | 'lines' | 'ranks' | 'stacked'
  readonly unit: string
  readonly categories: readonly string[]
  readonly series: readonly PaperSeries[]
  /** Categories over the limit, where it is about one month. */
  readonly over: readonly boolean[]
  readonly limit: { readonly value: number; readonly name: string } | null
}
