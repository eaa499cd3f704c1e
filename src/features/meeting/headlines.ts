import type { TFunction } from 'i18next'
import type { IsoDay } from '@/domain/calendar'
import { markedExtreme, markedTenth } from '@/domain/dustfall/figure-marks'
import { lastMonths } from '@/domain/dustfall/last-months'
import type { MonthReport, RankedCounty } from '@/domain/dustfall/month-report'
import { type MostMoved, mostMoved, rankMoves } from '@/domain/dustfall/rank-moves'
import { isShownEqual, tenth } from '@/domain/dustfall/rounding'
import { overStreak, type Streak } from '@/domain/dustfall/streak'
import { TARGET_STANDINGS } from '@/domain/rules/outcome'
import { dayName } from '@/store/words/day-name'
import { classMark } from '@/store/words/measured'
import type { CountedStanding, TaskFacts } from './task-facts'

/** Data from which a headline is made. */
export interface HeadlineGround {
  readonly t: TFunction<'texts'>
  readonly report: MonthReport
  /** All months, since streaks reach back. */
  readonly reports: readonly MonthReport[]
  nameOf(county: string): string
}

/** The finding of a scene in one line. */
export interface Headline {
  /** The first part, in the colour for "over the limit"; '' if none. */
  readonly over: string
  readonly rest: string
}

export const headlineText = ({ over, rest }: Headline): string => over + rest

/** Most counties named; if there are more, their number is given instead. */
const MAX_NAMED = 2

const plain = (rest: string): Headline => ({ over: '', rest })
const valued = (rows: readonly RankedCounty[]) => rows.filter(({ figure }) => figure.value !== null)
const overOf = ({ rows }: MonthReport) => rows.filter(({ over }) => over)

/** Names a few counties; for more, gives their number. */
function namesOf({ t, nameOf }: HeadlineGround, counties: readonly string[]): string {
  return counties.length <= MAX_NAMED
    ? counties.map(nameOf).join(t('meeting.comma'))
    : t('meeting.wall.counties', { count: counties.length })
}

/** The largest value and all rows that have it; null if no row has a value or the largest is not positive. */
function largest<T extends { readonly county: string }>(
  rows: readonly T[],
  of: (row: T) => number | null,
): { readonly counties: readonly string[]; readonly rows: readonly T[]; readonly value: number } | null {
  const known = rows.filter((row) => of(row) !== null)
  const value = Math.max(...known.map((row) => of(row)!))
  if (known.length === 0 || value <= 0) return null
  const found = known.filter((row) => of(row) === value)
  return { counties: found.map(({ county }) => county), rows: found, value }
}

/** How long the county already named in the line has been over the limit. */
const ownStreak = (t: TFunction<'texts'>, { months, atLeast }: Streak) =>
  t(atLeast ? 'meeting.wall.ownAtLeast' : 'meeting.wall.ownStreak', { count: months })

const streakOf = (t: TFunction<'texts'>, names: string, { months, atLeast }: Streak) =>
  t(atLeast ? 'meeting.wall.streakAtLeast' : 'meeting.wall.streak', { names, count: months })

/** A clause on who has been over the limit longest; '' if it adds nothing. */
function longestOver(ground: HeadlineGround): string {
  const { t, report, reports } = ground
  const over = overOf(report)
  const streaks = over.map(({ county }) => ({ county, ...overStreak(reports, county, report.month) }))
  const longest = largest(streaks, ({ months }) => months)
  if (!longest) return ''
  if (longest.value === 1) {
    // Without an earlier month nothing can be said about new exceedances.
    if (longest.rows.some(({ atLeast }) => atLeast)) return ''
    return t(over.length === 1 ? 'meeting.wall.new' : 'meeting.wall.allNew')
  }
  const streak = { months: longest.value, atLeast: longest.rows.some(({ atLeast }) => atLeast) }
  return over.length === 1 ? ownStreak(t, streak) : streakOf(t, namesOf(ground, longest.counties), streak)
}

/** A clause naming the counties without a figure; '' if all have one. */
function missing(ground: HeadlineGround): string {
  const without = ground.report.rows.filter(({ figure }) => figure.value === null).map(({ county }) => county)
  return without.length === 0 ? '' : ground.t('figures.without', { names: namesOf(ground, without) })
}

/** Ranking: how many counties are over the limit, and which has been for longest. */
export function rankingHeadline(ground: HeadlineGround): Headline {
  const { t, report, nameOf } = ground
  const over = overOf(report)
  const known = valued(report.rows)
  if (known.length === 0) return plain(t('meeting.wall.nothing'))
  if (over.length === 0) {
    const highest = known
      .filter(({ figure }) => isShownEqual(figure.value, report.city.max))
      .map(({ county }) => county)
    const rest = t('meeting.wall.highest', {
      names: namesOf(ground, highest),
      value: markedExtreme(known, report.city.max),
    })
    return plain(t('meeting.wall.noneOver', { count: known.length }) + rest + missing(ground))
  }
  const one = over.length === 1 ? over[0]! : null
  return {
    over: one
      ? t('meeting.wall.oneOver', { name: nameOf(one.county), value: markedTenth(one.figure) })
      : t('meeting.wall.over', { count: over.length }),
    rest: longestOver(ground) + missing(ground),
  }
}

/** Map: which counties are over the limit, with their values. */
export function mapHeadline(ground: HeadlineGround): Headline {
  const { t, report, nameOf } = ground
  const known = valued(report.rows)
  if (known.length === 0) return plain(t('meeting.wall.nothing'))
  const over = overOf(report).toReversed()
  if (over.length === 0) {
    const of = (value: number | null) =>
      namesOf(
        ground,
        known.filter(({ figure }) => isShownEqual(figure.value, value)).map(({ county }) => county),
      )
    const { min, max } = report.city
    const shown = (value: number | null) => markedExtreme(known, value)
    const range = isShownEqual(min, max)
      ? t('meeting.wall.highest', { names: of(max), value: shown(max) })
      : t('meeting.wall.range', { lowest: of(min), min: shown(min), highest: of(max), max: shown(max) })
    return plain(t('meeting.wall.noneOver', { count: known.length }) + range + missing(ground))
  }
  const named = over
    .slice(0, MAX_NAMED)
    .map(({ county, figure }) => `${nameOf(county)} ${markedTenth(figure)}`)
    .join(t('meeting.comma'))
  const others = over.length > MAX_NAMED ? t('meeting.wall.among', { count: over.length }) : ''
  return { over: t('meeting.wall.overAre', { names: named }) + others, rest: missing(ground) }
}

/** Twelve months: how many counties were over the limit in any month, and which most often. */
export function yearHeadline(ground: HeadlineGround): Headline {
  const { t, report, reports } = ground
  const months = lastMonths(reports, report)
  if (months.every(({ rows }) => valued(rows).length === 0)) return plain(t('meeting.wall.nothing'))
  const counts = report.rows.map(({ county }) => ({
    county,
    count: months.filter(({ rows }) => rows.some((row) => row.county === county && row.over)).length,
  }))
  if (months.length === 1) return plain(t('figures.oneMonth'))
  const ever = counts.filter(({ count }) => count > 0)
  const most = largest(counts, ({ count }) => count)
  if (!most) return plain(t('meeting.wall.yearNone', { months: months.length }))
  return {
    over: t('meeting.wall.yearOver', { months: months.length, count: ever.length }),
    rest: t('meeting.wall.yearMost', { names: namesOf(ground, most.counties), count: most.value }),
  }
}

/** The counties named among those that moved most. */
export const namedCounties = ({ counties }: MostMoved): readonly string[] => counties.slice(0, MAX_NAMED)

/** Race: which counties rose and fell most in rank since the month before, among those ranked in both. */
export function raceHeadline({ t, report, nameOf }: HeadlineGround): Headline {
  const moves = rankMoves(report)
  if (moves.length === 0) return plain(t('meeting.wall.raceNothing'))
  const names = (moved: MostMoved) => {
    const named = namedCounties(moved)
    const { length: count } = moved.counties
    return named.map(nameOf).join(t('meeting.comma')) + (count > named.length ? t('meeting.wall.among', { count }) : '')
  }
  const { risen, fallen } = mostMoved(moves)
  const parts = [
    risen && t('meeting.wall.risen', { names: names(risen), count: risen.places }),
    fallen && t('meeting.wall.fallen', { names: names(fallen), count: fallen.places }),
  ].filter((part) => part !== null)
  if (parts.length === 0) return plain(t('meeting.wall.raceSame'))
  return plain(t('meeting.wall.toLastMonth') + parts.join(t('meeting.wall.semicolon')))
}

/** Compared with last year: how many counties improved and worsened, and which rose most. */
export function moversHeadline(ground: HeadlineGround): Headline {
  const { t, report } = ground
  const compared = report.rows.filter(({ yearOnYear }) => yearOnYear !== null)
  if (compared.length === 0) return plain(t('meeting.wall.moversNothing'))
  const better = compared.filter(({ yearOnYear }) => yearOnYear! < 0).length
  const worse = largest(compared, ({ yearOnYear }) => yearOnYear)
  const risen = compared.filter(({ yearOnYear }) => yearOnYear! > 0).length
  const rest = worse && t('meeting.wall.worst', { names: namesOf(ground, worse.counties), percent: tenth(worse.value) })
  return plain(t('meeting.wall.movers', { better, worse: risen }) + (rest ?? ''))
}

/** One county: its figure, its rank, and how long it has been over the limit. */
export function countyHeadline(ground: HeadlineGround, county: string): Headline {
  const { t, report, reports, nameOf } = ground
  const row = report.rows.find((each) => each.county === county)
  const name = nameOf(county)
  if (row?.figure.value == null) return plain(t('meeting.wall.countyNothing', { name }))
  const value = markedTenth(row.figure)
  const place = t('meeting.wall.place', { rank: row.rank, of: valued(report.rows).length })
  if (!row.over) return plain(t('meeting.wall.countyWithin', { name, value }) + place)
  const streak = overStreak(reports, county, report.month)
  return {
    over: t('meeting.wall.oneOver', { name, value }),
    rest: (streak.months > 1 ? ownStreak(t, streak) : '') + place,
  }
}

/** How many findings rest on readings and need verifying, with the data class of the readings; '' if none. */
const toVerifyText = (t: HeadlineGround['t'], toVerify: TaskFacts['toVerify']): string =>
  toVerify === null ? '' : t('meeting.wall.toVerify', { count: toVerify.count, mark: classMark(t, toVerify.dataClass) })

/** How many targets have each of these statuses, without those that none has. */
const countsText = (t: HeadlineGround['t'], facts: TaskFacts, standings: readonly CountedStanding[]): string =>
  standings
    .filter((standing) => facts[standing] > 0)
    .map((standing) => t(`figures.counts.${standing}`, { count: facts[standing] }))
    .join(t('meeting.comma'))

/** All statuses, and those that a headline with missed targets leaves to {@link tasksRemainder}. */
const COUNTED = TARGET_STANDINGS.filter((standing) => standing !== 'base')
const NOT_MISSED = COUNTED.filter((standing) => standing !== 'notMet')

/**
 * Tasks: how many targets are missed, or if none is, how many have which status; and how much is overdue on the day.
 * Nothing overdue is only said together with what is past its deadline without data.
 */
export function tasksHeadline({ t }: Pick<HeadlineGround, 't'>, facts: TaskFacts): Headline {
  const { notJudgedUntil, targets, overdue, pastUnknown } = facts
  if (notJudgedUntil) return plain(t('figures.notJudged', { day: dayName(t, notJudgedUntil) }))
  const late =
    overdue > 0
      ? t('meeting.wall.overdue', { count: overdue })
      : t('meeting.wall.noneOverdue') +
        (pastUnknown === 0 ? '' : t('meeting.wall.semicolon') + t('meeting.wall.pastUnknown', { count: pastUnknown }))
  if (facts.noData === targets.length) return plain(t('meeting.wall.noTargets') + late)
  const counts = countsText(t, facts, facts.notMet > 0 ? ['notMet'] : COUNTED)
  return plain(t('figures.targets', { count: targets.length }) + counts + late)
}

/** What the headline of the tasks leaves out, in one line; '' if nothing. */
export function tasksRemainder({ t }: Pick<HeadlineGround, 't'>, facts: TaskFacts): string {
  const { notJudgedUntil, overdue, pastUnknown, toVerify } = facts
  if (notJudgedUntil) return ''
  return [
    facts.notMet > 0 ? countsText(t, facts, NOT_MISSED) : '',
    overdue > 0 && pastUnknown > 0 ? t('meeting.wall.pastUnknown', { count: pastUnknown }) : '',
    toVerifyText(t, toVerify),
  ]
    .filter(Boolean)
    .join(t('meeting.wall.semicolon'))
}

/**
 * That the tasks stand at the end of the month although the meeting counts its cases up to a later day; '' if it does
 * not.
 */
export const tasksUntilText = ({ t }: Pick<HeadlineGround, 't'>, day: IsoDay, counted: IsoDay): string =>
  counted > day ? t('meeting.scenes.tasksUntil', { day: dayName(t, day), later: dayName(t, counted) }) : ''

/** Subtitle below a headline: the city's mean of the month, and its changes. */
export function citySubtitle({ t, report }: Pick<HeadlineGround, 't' | 'report'>): string {
  const { mean, yearOnYear, monthOnMonth } = report.city
  if (mean === null) return ''
  const change = (percent: number | null, to: 'lastYear' | 'lastMonth') => {
    if (percent === null) return ''
    const way = percent > 0 ? 'up' : percent < 0 ? 'down' : 'same'
    return t(`meeting.wall.${to}.${way}`, { percent: tenth(Math.abs(percent)) })
  }
  return (
    t('meeting.wall.city', { mean: tenth(mean) }) + change(yearOnYear, 'lastYear') + change(monthOnMonth, 'lastMonth')
  )
}
