import { formatDay, type IsoDay } from '@/domain/calendar'
import { STATUS, type Status } from '@/domain/rules/status'
import { countFilteredFindings, type FilteredSources } from '@/questions/filtered-sources'
import { leadsOfSource } from '@/questions/plan/leads'
import { lineKey, lineSources } from '@/questions/source/line-sources'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import { isPastUnknown } from '@/questions/unmet/past-unknown'
import { unmetFindings } from '@/questions/unmet/unmet'
import type { UnmetRequirement } from '@/questions/unmet/unmet-cell'
import { countMonitors, countTasks, countUnplaced } from './unplaced'

/** Summary of the filtered sources for the page. */
export interface ShownSources {
  readonly total: number
  /** How many of them are tasks named by the plan, not sources. */
  readonly tasks: number
  /** How many of them are monitors, not sources. */
  readonly monitors: number
  /** How many are overdue or failing towards what is asked; they come first. */
  readonly problems: number
  /** How many of the others have a due day that is past without a record. */
  readonly pastUnknown: number
  /** Number of wanted findings: the rows of an export of findings. */
  readonly findings: number
  /** How many have no position, and so are on no map. */
  readonly unplaced: number
  /** Keys of those that follow lines, see {@link lineKey}. */
  readonly lines: readonly string[]
}

export function shownSources(filtered: FilteredSources): ShownSources {
  const { evaluated, mask, total, order, status } = filtered
  const lines = lineSources(evaluated.opened).filter(({ source }) => mask[source] === 1)
  let problems = 0
  while (problems < total && status[order[problems]!]! >= STATUS.failing) problems++
  return {
    total,
    tasks: countTasks(filtered),
    monitors: countMonitors(filtered),
    problems,
    pastUnknown: countPastUnknown(filtered),
    findings: countFilteredFindings(filtered),
    unplaced: countUnplaced(filtered),
    lines: lines.map(({ kind, code, nth }) => lineKey(kind, code, nth)),
  }
}

function countPastUnknown({ evaluated, asked, mask, status }: FilteredSources): number {
  const counted = new Uint8Array(mask.length)
  let count = 0
  for (const { findings } of asked) {
    const isPast = isPastUnknown(evaluated, findings)
    if (isPast === null) continue
    for (let row = 0; row < findings.status.length; row++) {
      const source = findings.first + row
      if (mask[source] !== 1 || counted[source] === 1 || status[source]! >= STATUS.failing || !isPast(row)) continue
      counted[source] = 1
      count++
    }
  }
  return count
}

/**
 * A source as a list row: standing towards what is asked, unmet requirements, since when, and the responsible
 * departments.
 */
export interface ShownRow extends SourceSummary {
  /** The requirements with the same standing as the source, most overdue first. */
  readonly requirements: readonly UnmetRequirement[]
  /** First day of the first requirement; null if nobody recorded it. */
  readonly since: IsoDay | null
  /** Due day of the first requirement; null if there is none. */
  readonly due: IsoDay | null
  readonly leads: readonly string[]
}

/** Index of a source among the filtered ones, worst first; -1 if filtered out. */
export const indexInList = ({ order }: FilteredSources, source: number): number => order.indexOf(source)

/** The filtered sources from index `from` up to `to` (exclusive), worst first. */
export const shownRows = (filtered: FilteredSources, from: number, to: number): ShownRow[] =>
  Array.from(filtered.order.subarray(from, to), (source) => shownRow(filtered, source))

/** Some sources as list rows, worst first. */
export const listedRows = (filtered: FilteredSources, sources: readonly number[]): ShownRow[] =>
  [...sources].sort((a, b) => filtered.rank[a]! - filtered.rank[b]!).map((source) => shownRow(filtered, source))

function shownRow(filtered: FilteredSources, source: number): ShownRow {
  const { evaluated, status, overdueDays } = filtered
  const { findings, since, due } = unmetFindings(filtered, source)
  const worst = findings.filter((finding) => finding.status === status[source])
  return {
    ...summarise(evaluated, source),
    status: status[source] as Status,
    overdueDays: overdueDays[source]!,
    requirements: worst.map(({ rule, items, isToVerify }) => ({ rule, items, ...(isToVerify && { isToVerify }) })),
    since: since === null ? null : formatDay(since),
    due: due === null ? null : formatDay(due),
    leads: [...new Set(worst.flatMap(({ rule }) => leadsOfSource(evaluated.opened, rule, source)))],
  }
}
