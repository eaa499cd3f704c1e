import type { FilteredSources } from './filtered-sources'
import { lineKey, lineSources } from './line-sources'
import { type SourceSummary, summarise } from './source-summary'
import { countUnplaced } from './unplaced'

/** What the page sees of the sources that the filters leave. */
export interface ShownSources {
  readonly total: number
  /** How many of them have no position yet and so are on no map. */
  readonly unplaced: number
  /** Keys of those that lie along lines, see {@link lineKey}. */
  readonly lines: readonly string[]
}

/** What the page sees of the filtered sources. */
export function shownSources(filtered: FilteredSources): ShownSources {
  const { evaluated, mask, total } = filtered
  const lines = lineSources(evaluated.opened).filter(({ source }) => mask[source] === 1)
  return {
    total,
    unplaced: countUnplaced(filtered),
    lines: lines.map(({ kind, code, nth }) => lineKey(kind, code, nth)),
  }
}

/** At which place a source stands among the filtered ones, worst first; -1 where they leave it out. */
export const shownPlace = ({ order }: FilteredSources, source: number): number => order.indexOf(source)

/** The filtered sources from place `from` on up to place `to`, worst first. */
export function shownRows({ evaluated, order }: FilteredSources, from: number, to: number): SourceSummary[] {
  return Array.from(order.subarray(from, to), (source) => summarise(evaluated, source))
}
