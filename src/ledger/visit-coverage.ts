import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { targetKey } from './shared-code'
import { type AnswerCounts, isPartial, type Visit } from './visit'

/** Visits of one team in one county in one week. */
export interface CoverageRow {
  /** Monday of the week. */
  readonly week: IsoDay
  readonly team: string
  /** County code; '' if the data does not give it. */
  readonly county: string
  /** Number of visits; a correction is not a separate visit, and returned visits are counted in `returned`. */
  readonly visits: number
  /** Number of distinct sources. */
  readonly sources: number
  /** Visits with at least one failed item. */
  readonly failing: number
  /**
   * Visits with unanswered items; and complete visits in which some items could not be checked; whatever they found.
   */
  readonly partial: number
  readonly unseen: number
  /** Visits that the desk returned; they count in no other column. */
  readonly returned: number
}

/** Facts about a visit that its records do not contain. */
export interface CoverageWords {
  team(visit: Visit): string
  county(visit: Visit): string
  counts(visit: Visit): AnswerCounts
  /** Whether the desk returned it. */
  isReturned(visit: Visit): boolean
}

/** 1970-01-01 was a Thursday, three days after a Monday. */
const MONDAY = 3
const WEEK = 7

/** The Monday of a day's week. */
export function weekOf(day: IsoDay): IsoDay {
  const number = parseDay(day)
  return formatDay(number - ((((number + MONDAY) % WEEK) + WEEK) % WEEK))
}

/** Visits by week, county and team; latest week first. */
export function visitCoverage(
  visits: readonly Visit[],
  { team, county, counts, isReturned }: CoverageWords,
): CoverageRow[] {
  const groups = grouped(visits, (visit) => JSON.stringify([weekOf(visit.day), county(visit), team(visit)]))
  const order = (a: CoverageRow, b: CoverageRow) =>
    compare(b.week, a.week) || compare(a.county, b.county) || compare(a.team, b.team)
  return [...groups.values()]
    .map((own) => {
      const standing = own.filter((visit) => !isReturned(visit))
      const answers = standing.map(counts)
      return {
        week: weekOf(own[0]!.day),
        team: team(own[0]!),
        county: county(own[0]!),
        visits: standing.length,
        sources: new Set(standing.map(({ target }) => targetKey(target))).size,
        failing: answers.filter(({ no }) => no > 0).length,
        partial: answers.filter(isPartial).length,
        unseen: answers.filter((each) => !isPartial(each) && each['not-seen'] > 0).length,
        returned: own.length - standing.length,
      }
    })
    .sort(order)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
