import { addMonths, formatDay, type IsoDay, lastDayOf, type Month, parseDay } from '@/domain/calendar'
import type { BreachReason } from '@/domain/cases/breach-reason'
import type { ExceedanceReason } from '@/domain/cases/exceedance-reason'
import { alreadyOpened, type OpenedOn } from '@/domain/cases/opened-on'
import { isOpeningOf, openingKey, pointOpening, sourceOpening } from '@/domain/cases/opening-key'
import type { CaseType } from '@/domain/cases/settings'
import type { UnlistedReason } from '@/domain/cases/unlisted-reason'
import type { Position } from '@/domain/geodesy/position'
import { grouped } from '@/domain/grouped'
import { columnByMeaning } from '@/domain/sources/kinds/by-meaning'
import { ABSENT_DAY } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { memoOf } from '@/questions/memo'
import { isPlaced } from '@/questions/points/nearest-point'
import { risesBetween } from '@/questions/points/worsened-points'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'

/** Why a case is proposed. */
export type OpeningReason =
  | { readonly of: 'reported'; readonly day: IsoDay }
  | { readonly of: 'dustfall'; readonly month: Month; readonly before: number; readonly after: number }
  | ExceedanceReason
  | UnlistedReason
  | BreachReason

/** An abnormal value on which the user may open a case. */
export interface CaseOpening {
  /** The key that a case opened on it keeps, so that it is not proposed again. */
  readonly key: string
  /** Id of the sort of case. */
  readonly sort: string
  readonly name: string
  readonly reason: OpeningReason
  /** Null if it is about no source. */
  readonly source: SourceSummary | null
  readonly position: Position | null
  readonly county: string
  readonly isIllustrative: boolean
}

/** Proposed cases from a package, for the sorts of case that it declares; cases opened already are not removed. */
export const caseOpenings = memoOf((evaluated: EvaluatedPackage): readonly CaseOpening[] =>
  (evaluated.opened.pack.cases?.sorts ?? []).flatMap((sort) => [
    ...ofKind(evaluated, sort),
    ...ofDustfall(evaluated, sort),
  ]),
)

/** The proposal for a source or a point, matched by its key without the day; null if there is none. */
export const caseOpeningOf = (evaluated: EvaluatedPackage, of: string): CaseOpening | null =>
  caseOpenings(evaluated).find(({ key }) => isOpeningOf(key, of)) ?? null

/** What a case on a proposal is opened on. */
export const openedOn = ({ key, reason }: Pick<CaseOpening, 'key' | 'reason'>): OpenedOn => ({
  key,
  ...(reason.of === 'exceedance' && { until: reason.until }),
})

/** Proposals of one sort of case: the count, and the first of them. */
export interface ProposedCases {
  readonly sort: string
  readonly count: number
  readonly first: readonly CaseOpening[]
}

/**
 * Proposals not yet opened, by sort.
 * @param ofSignals proposals from monitors' hours and trucks' tracks, if there are any.
 * @param done on what cases were opened already.
 * @param most maximum returned per sort, except for the sorts in `whole`.
 */
export function caseProposals(
  evaluated: EvaluatedPackage,
  ofSignals: readonly CaseOpening[],
  done: readonly OpenedOn[],
  most: number,
  whole: readonly string[],
): readonly ProposedCases[] {
  const isDone = alreadyOpened(done)
  const left = [...ofSignals, ...caseOpenings(evaluated)].filter((each) => !isDone(openedOn(each)))
  return [...grouped(left, ({ sort }) => sort)].map(([sort, some]) => ({
    ...{ sort, count: some.length },
    first: whole.includes(sort) ? some : some.slice(0, most),
  }))
}

/**
 * Sources reported within the sort's number of days before the as-of date and not known to be settled; latest first.
 */
function ofKind(evaluated: EvaluatedPackage, { id, from }: CaseType): CaseOpening[] {
  if (!from.kind) return []
  const { id: wanted, withinDays } = from.kind
  const asOf = parseDay(evaluated.evaluation.asOf)
  return evaluated.tables
    .filter(({ kind }) => kind === wanted)
    .flatMap((kind) => {
      const reported = columnByMeaning(kind, 'reportedOn')
      const settled = columnByMeaning(kind, 'settled')
      if (reported?.type !== 'day') return []
      return Array.from({ length: kind.table.length }, (_, row) => row).flatMap((row) => {
        const day = reported.values[row]!
        if (day === ABSENT_DAY || day > asOf || day < asOf - withinDays) return []
        if (settled?.type === 'flag' && settled.values[row] === 1) return []
        return [{ row: kind.first + row, day }]
      })
    })
    .sort((a, b) => b.day - a.day || a.row - b.row)
    .map(({ row, day }): CaseOpening => {
      const source = summarise(evaluated, row)
      const { kind, code, sameCode, name, position, county, dataClass } = source
      return {
        key: openingKey(sourceOpening({ kind, code, nth: sameCode?.nth }), formatDay(day)),
        sort: id,
        reason: { of: 'reported', day: formatDay(day) },
        isIllustrative: dataClass === 'illustrative',
        ...{ name, source, position, county },
      }
    })
}

/**
 * Points whose dustfall rose by at least the sort's threshold from the previous month to the last complete month on
 * the as-of date; largest rise first.
 */
function ofDustfall({ opened, evaluation }: EvaluatedPackage, { id, from }: CaseType): CaseOpening[] {
  const { reports, pack } = opened
  const month = reports.findLast((report) => lastDayOf(report.month) <= evaluation.asOf)?.month
  if (!from.dustfall || month === undefined) return []
  const { leastRise } = from.dustfall
  const isIllustrative = pack.provenance.some(
    ({ role, dataClass }) => role.startsWith('dustfall') && dataClass === 'illustrative',
  )
  return risesBetween(reports, addMonths(month, -1), month)
    .filter(({ before, after }) => after - before >= leastRise)
    .flatMap(({ point, county, before, after }): CaseOpening[] => {
      const place = pack.dustfallPoints.find(({ code }) => code === point)
      if (!place) return []
      return [
        {
          key: openingKey(pointOpening(point), month),
          sort: id,
          name: place.name,
          reason: { of: 'dustfall', month, before, after },
          source: null,
          position: isPlaced(place) ? [place.lon, place.lat] : null,
          ...{ county, isIllustrative },
        },
      ]
    })
}
