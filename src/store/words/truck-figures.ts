import type { TFunction } from 'i18next'
import { localMinute } from '@/domain/calendar'
import type { DayShare } from '@/domain/trucks/day-share'
import type { Second } from '@/domain/trucks/positions'
import type { TripLine, TripPlace } from '@/questions/trucks/truck-card'
import { percentFigure } from './measured'

type Texts = TFunction<'texts'>

/** A moment in the office's time, 2022-10-31 08:15. */
export const secondText = (second: Second): string => localMinute(new Date(second * 1000).toISOString())

/** The daytime share in percent with one decimal, rounded down: 79.96 % is not 80 %. */
export const shareText = ({ trips, byDay }: DayShare): string => `${percentFigure(byDay / trips).toFixed(1)}%`

/** Kilometres, with thousands separators. */
export function kmText(metres: number): string {
  const digits = metres < 100_000 ? 1 : 0
  return (metres / 1000).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A second of the day as 08:15. */
export const timeOfDayText = (second: number): string =>
  [second / 3600, (second / 60) % 60].map((each) => String(Math.floor(each)).padStart(2, '0')).join(':')

/** A span of time by minutes; a single time if it begins and ends in the same minute. */
export function spanText(t: Texts, { from, until }: { readonly from: Second; readonly until: Second }): string {
  const [begin, end] = [secondText(from), secondText(until)]
  if (begin === end) return begin
  const isOneDay = begin.slice(0, 10) === end.slice(0, 10)
  return t('trucks.span', { from: begin, until: isOneDay ? end.slice(11) : end })
}

/** Where a trip begins or ends. */
export function tripPlaceText(t: Texts, place: TripPlace): string {
  if (place === null) return t('trucks.card.elsewhere')
  return 'use' in place ? t(`trucks.use.${place.use}`) : place.name || t(`trucks.role.${place.role}`)
}

/** Whether a trip counts as day or night, or why it does not count; '' if no rule defines the hours of day. */
export function tripCountText(t: Texts, { isCounted, isByDay, uncounted }: TripLine): string {
  if (isCounted) return t(isByDay ? 'trucks.card.byDay' : 'trucks.card.byNight')
  return uncounted ? t(`trucks.card.uncounted.${uncounted}`) : ''
}
