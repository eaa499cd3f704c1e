import { formatDay, type IsoDay, parseDay } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { targetKey } from './fold'
import { type AnswerCounts, isPartial, type Visit } from './visit'

/** What one team did in one county in one week. */
export interface CoverageRow {
  /** Monday of the week. */
  readonly week: IsoDay
  readonly team: string
  /** Code of the county; '' where the data does not say. */
  readonly county: string
  /** How often somebody came; a correction is no visit of its own, and what was given back is counted apart. */
  readonly visits: number
  /** How many places that were, each once. */
  readonly sources: number
  /** Visits that found something that does not meet what is asked. */
  readonly failing: number
  /** Those that left items without an answer, and those that answered all, some of them as what could not be checked; whatever they found. */
  readonly partial: number
  readonly unseen: number
  /** Visits that the desk gave back; they count in no other figure. */
  readonly returned: number
}

/** What is to be known of a visit that its records do not say. */
export interface CoverageWords {
  team(visit: Visit): string
  county(visit: Visit): string
  counts(visit: Visit): AnswerCounts
  /** Whether the desk gave it back. */
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

/** What teams did by week, county and team: the last week first. */
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
