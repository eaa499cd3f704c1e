import { addMonths, asOfForNewest, type IsoDay, lastDayOf, type Month } from '@/domain/calendar'
import type { Decision } from './decision'

/** When and where a meeting was held, and who chaired it, as entered by a person. */
export interface HeldMeeting {
  /** Absent if never entered; '' if removed. */
  readonly day?: IsoDay | '' | undefined
  readonly place?: string | undefined
  readonly chair?: string | undefined
  readonly [later: string]: unknown
}

/** The stored notes of all meetings. */
export interface MeetingNotes {
  /** By the month whose dustfall the meeting discussed. */
  readonly held?: Readonly<Record<Month, HeldMeeting>> | undefined
  readonly decisions?: readonly Pick<Decision, 'month' | 'decidedOn'>[] | undefined
}

/** Whether the meeting about a month is still to come or under way: it takes place in that month or the next. */
export const isMeetingPeriod = (month: Month, today: IsoDay): boolean =>
  today.slice(0, 7) === month || today.slice(0, 7) === addMonths(month, 1)

/** The day of the meeting about a month as its notes have it; see {@link meetingDay}. '' if removed, else undefined. */
function notedDay(notes: MeetingNotes | undefined, month: Month): IsoDay | '' | undefined {
  const set = notes?.held?.[month]?.day
  if (set !== undefined) return set
  const noted = (notes?.decisions ?? []).filter((each) => each.month === month).map(({ decidedOn }) => decidedOn)
  return noted.sort()[0]
}

/**
 * The day of the meeting about a month: as entered, else today while meetings about the month take place; '' if
 * unknown. In notes of earlier versions, which had no such day, it is the day on which the first decision was noted.
 */
export function meetingDay(notes: MeetingNotes | undefined, month: Month, today: IsoDay): IsoDay | '' {
  return notedDay(notes, month) ?? (isMeetingPeriod(month, today) ? today : '')
}

/**
 * The day as of which decisions are judged when a month is shown: the day of its meeting, else the last day of the
 * month, but never after today.
 */
export function judgementDay(notes: MeetingNotes | undefined, month: Month, today: IsoDay): IsoDay {
  const day = meetingDay(notes, month, today) || asOfForNewest(month, today)
  return day < today ? day : today
}

/** The as-of date of a view. */
interface ViewDate {
  /** Null if none is set. */
  readonly asOf: IsoDay | null
  /** Whether it moves with the month, to the month's last day. */
  readonly linkedDates: boolean
}

/**
 * The one day as of which all figures of a month's meeting and its papers count, of tasks, warnings and cases: the as-of
 * date that a person chose, else the day of the meeting in its notes, else the last day of the month; never after today.
 * A meeting without a noted day does not count up to today, or a paper printed again would have other figures. A day
 * before the month is no choice, nor is the last day of the month if the date moves with it.
 * @param view null if another month is shown
 */
export function countingDay(
  notes: MeetingNotes | undefined,
  month: Month,
  today: IsoDay,
  view: ViewDate | null,
): IsoDay {
  const { asOf = null, linkedDates = false } = view ?? {}
  const isMoved = linkedDates && asOf === lastDayOf(month)
  const chosen = asOf === null || asOf < month || isMoved ? notedDay(notes, month) || lastDayOf(month) : asOf
  return chosen < today ? chosen : today
}

/** The stored meetings with the one about a month changed; keys of later app versions are kept. */
export function withMeeting(notes: MeetingNotes | undefined, month: Month, change: HeldMeeting) {
  return { ...notes?.held, [month]: { ...notes?.held?.[month], ...change } }
}
