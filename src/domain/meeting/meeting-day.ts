import { addMonths, asOfForNewest, type IsoDay, type Month } from '@/domain/calendar'
import type { Decision } from './decision'

/** When and where a meeting was held, and who led it, as a person wrote it. */
export interface HeldMeeting {
  /** Absent where nobody said; '' where somebody took it off. */
  readonly day?: IsoDay | '' | undefined
  readonly place?: string | undefined
  readonly chair?: string | undefined
  readonly [later: string]: unknown
}

/** What is kept of the meetings. */
export interface MeetingNotes {
  /** By the month whose dustfall the meeting spoke of. */
  readonly held?: Readonly<Record<Month, HeldMeeting>> | undefined
  readonly decisions?: readonly Pick<Decision, 'month' | 'decidedOn'>[] | undefined
}

/** Whether the meeting on a month is still to come or under way: it is held in that month or the one after it. */
export const isBeingHeld = (month: Month, today: IsoDay): boolean =>
  today.slice(0, 7) === month || today.slice(0, 7) === addMonths(month, 1)

/**
 * The day of the meeting on a month: as it was set, else today while it is being held; '' where it is not known. In notes of earlier
 * versions, which had no such day, it is that on which the first decision was noted.
 */
export function meetingDay(notes: MeetingNotes | undefined, month: Month, today: IsoDay): IsoDay | '' {
  const set = notes?.held?.[month]?.day
  if (set !== undefined) return set
  const noted = (notes?.decisions ?? []).filter((each) => each.month === month).map(({ decidedOn }) => decidedOn)
  return noted.sort()[0] ?? (isBeingHeld(month, today) ? today : '')
}

/** The day by which decisions are judged where a month is shown: that of its meeting, else the month's last, and never beyond today. */
export function judgedOn(notes: MeetingNotes | undefined, month: Month, today: IsoDay): IsoDay {
  const day = meetingDay(notes, month, today) || asOfForNewest(month, today)
  return day < today ? day : today
}

/** What is kept of all meetings, with that on a month changed; what a later version added stays. */
export function heldWith(notes: MeetingNotes | undefined, month: Month, change: HeldMeeting) {
  return { ...notes?.held, [month]: { ...notes?.held?.[month], ...change } }
}
