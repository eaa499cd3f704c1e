import { dayNumber, type IsoDay } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { figureLikeness, MIN_FIGURE_LIKENESS } from './carried-figure'
import { likenessOf } from './correspond'

type Deadlines = Clause['deadlines']

/** Words that say that something is done, but not what. */
const DOING = /整治|方案|完成|制定|开展|全部|基本|并/g
const aboutWhat = (words: string) => words.replace(DOING, '')

/** Likeness of two texts about tasks, from 0 to 1. If one of them has only words such as 完成整治, all its words count. */
export function dayLikeness(a: string, b: string): number {
  const [own, other] = [aboutWhat(a), aboutWhat(b)]
  return own === '' || other === '' ? likenessOf(a, b) : figureLikeness(own, other)
}

/**
 * What last year's clause required by the rule's day; if several things, the one most like the rule's title, or
 * undefined if none is.
 */
function saidEarlier(title: string, day: IsoDay, earlier: Deadlines): string | undefined {
  const said = earlier.filter((each) => each.day === day).flatMap(({ what }) => what.zh.split(/[;；]/))
  if (said.length < 2) return said[0]
  const [likest] = [...said].sort((a, b) => dayLikeness(b, title) - dayLikeness(a, title))
  return dayLikeness(likest!, title) >= MIN_FIGURE_LIKENESS ? likest : undefined
}

/** Lower threshold for the same day of the year, because a plan's long wording shares little with a short title. */
const LIKE_ON_SAME_DAY = 0.1

const DAYS_OF_YEAR = 366
/** Days between two dates within the year, ignoring their years. */
function daysApart(a: IsoDay, b: IsoDay): number {
  const inYear = (day: IsoDay) => dayNumber(2000, Number(day.slice(5, 7)), Number(day.slice(8)))!
  const apart = Math.abs(inYear(a) - inYear(b))
  return Math.min(apart, DAYS_OF_YEAR - apart)
}

/**
 * The new clause's day for something that was due on a day of last year's. Only days that the clause names for what the
 * rule is about count; of several, the same day of the year, otherwise the most similar, otherwise the nearest in the
 * year. Null if there is none.
 */
export function carriedDay({ title }: Rule, day: IsoDay, earlier: Deadlines, now: Deadlines): IsoDay | null {
  const said = saidEarlier(title.zh, day, earlier)
  const likeness = (what: string) => Math.max(dayLikeness(title.zh, what), said ? dayLikeness(said, what) : 0)
  // A day that belongs to another requirement of last year's clause, which the new clause repeats on the same day.
  const isOfOther = (each: Deadlines[number]) =>
    daysApart(each.day, day) > 0 &&
    earlier.some(
      (other) =>
        other.day !== day &&
        daysApart(other.day, each.day) === 0 &&
        dayLikeness(other.what.zh, each.what.zh) >= MIN_FIGURE_LIKENESS,
    )
  const fitting = now
    .filter((each) => !isOfOther(each))
    .map((each) => ({
      day: each.day,
      like: likeness(each.what.zh),
      apart: daysApart(each.day, day),
      words: Math.max(likenessOf(title.zh, each.what.zh), said ? likenessOf(said, each.what.zh) : 0),
    }))
    .filter(({ like, apart }) => like >= (apart === 0 ? LIKE_ON_SAME_DAY : MIN_FIGURE_LIKENESS))
    .sort((a, b) => Number(b.apart === 0) - Number(a.apart === 0) || b.words - a.words || a.apart - b.apart)
  return fitting[0]?.day ?? null
}
