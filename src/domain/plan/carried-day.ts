import { dayNumber, type IsoDay } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import type { Rule } from '@/domain/rules/rule'
import { figureLikeness, LIKE } from './carried-figure'
import { likenessOf } from './correspond'

type Deadlines = Clause['deadlines']

/** Words that say that something is done, not what it is done with. */
const DOING = /整治|方案|完成|制定|开展|全部|基本|并/g
const aboutWhat = (words: string) => words.replace(DOING, '')

/** How much two texts of what is to be done are about the same thing, from 0 to 1; 完成整治 names none, and all its words count. */
export function dayLikeness(a: string, b: string): number {
  const [own, other] = [aboutWhat(a), aboutWhat(b)]
  return own === '' || other === '' ? likenessOf(a, b) : figureLikeness(own, other)
}

/** What last year's clause wanted of the rule's things by its day: of several things by one day the likest to the rule's title. */
function saidEarlier(title: string, day: IsoDay, earlier: Deadlines): string | undefined {
  const said = earlier.filter((each) => each.day === day).flatMap(({ what }) => what.zh.split(/[;；]/))
  if (said.length < 2) return said[0]
  const [likest] = [...said].sort((a, b) => dayLikeness(b, title) - dayLikeness(a, title))
  return dayLikeness(likest!, title) >= LIKE ? likest : undefined
}

/** On the same day of the year so little is enough: long words of a plan have little in common with a short title. */
const LIKE_ON_SAME_DAY = 0.1

const DAYS_OF_YEAR = 366
/** How many days apart two days are in the year, whichever their years. */
function daysApart(a: IsoDay, b: IsoDay): number {
  const inYear = (day: IsoDay) => dayNumber(2000, Number(day.slice(5, 7)), Number(day.slice(8)))!
  const apart = Math.abs(inYear(a) - inYear(b))
  return Math.min(apart, DAYS_OF_YEAR - apart)
}

/**
 * The day of the new clause for what had to be done by one of last year's: only a day that the clause names for the things that
 * the rule is about; of several the same day of the year, else the likest, else the nearest in the year. Null where it names none.
 */
export function carriedDay({ title }: Rule, day: IsoDay, earlier: Deadlines, now: Deadlines): IsoDay | null {
  const said = saidEarlier(title.zh, day, earlier)
  const likeness = (what: string) => Math.max(dayLikeness(title.zh, what), said ? dayLikeness(said, what) : 0)
  // What last year's clause wanted by another day, and the new one wants on that day again, is that other thing.
  const isOfOther = (each: Deadlines[number]) =>
    daysApart(each.day, day) > 0 &&
    earlier.some(
      (other) =>
        other.day !== day && daysApart(other.day, each.day) === 0 && dayLikeness(other.what.zh, each.what.zh) >= LIKE,
    )
  const fitting = now
    .filter((each) => !isOfOther(each))
    .map((each) => ({
      day: each.day,
      like: likeness(each.what.zh),
      apart: daysApart(each.day, day),
      words: Math.max(likenessOf(title.zh, each.what.zh), said ? likenessOf(said, each.what.zh) : 0),
    }))
    .filter(({ like, apart }) => like >= (apart === 0 ? LIKE_ON_SAME_DAY : LIKE))
    .sort((a, b) => Number(b.apart === 0) - Number(a.apart === 0) || b.words - a.words || a.apart - b.apart)
  return fitting[0]?.day ?? null
}
