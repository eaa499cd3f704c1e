import type { FilteredSources } from './filtered-sources'
import { lineKey, lineSources } from './line-sources'
import { type SourceSummary, summarise } from './source-summary'

/** What the page sees of the sources that the filters leave. */
export interface ShownSources {
  readonly total: number
  /** Keys of those that lie along lines, see {@link lineKey}. */
  readonly lines: readonly string[]
}

/** What the page sees of the filtered sources. */
export function shownSources({ evaluated, mask, total }: FilteredSources): ShownSources {
  const lines = lineSources(evaluated.opened).filter(({ source }) => mask[source] === 1)
  return { total, lines: lines.map(({ kind, code, nth }) => lineKey(kind, code, nth)) }
}

/** The filtered sources from place `from` on up to place `to`, worst first. */
export function shownRows({ evaluated, order }: FilteredSources, from: number, to: number): SourceSummary[] {
  return Array.from(order.subarray(from, to), (source) => summarise(evaluated, source))
}
