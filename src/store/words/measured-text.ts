import type { TFunction } from 'i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { meets, type PlanTarget } from '@/domain/rules/clause'
import type { Measured } from '@/domain/rules/measure'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'

/** Fewest and most places of a measured value. */
const [PLACES, MOST_PLACES] = [2, 12]

/**
 * A measured value as it is written, on the wall and on paper: dustfall to a tenth like everywhere, anything else without
 * needless zeros, and with as many places as it takes to read as it is judged: what misses never reads as what is asked.
 */
export function measuredText(
  target: Pick<PlanTarget, 'measure' | 'comparison' | 'value'>,
  { value }: Measured,
): string {
  if (target.measure?.of === 'worst-dustfall') return tenth(value)
  const texts = Array.from({ length: MOST_PLACES - PLACES }, (_, i) => String(Number(value.toFixed(PLACES + i))))
  return texts.find((text) => meets(target, Number(text)) === meets(target, value)) ?? String(value)
}

/** So many counties that share the value are named. */
const MOST_NAMED = 1

/** Whose a measured value is, where it is the largest or the smallest of several; '' otherwise. */
const namesOf = (t: TFunction<'texts'>, { counties = [] }: Measured, nameOf: (county: string) => string): string =>
  counties.length > MOST_NAMED
    ? t('meeting.wall.counties', { count: counties.length })
    : counties.map(nameOf).join(t('meeting.comma'))

/** Of which month or day a measured value is; that it is of the data as it is, where that has no days. */
const whenOf = (t: TFunction<'texts'>, { day, month }: Measured): string =>
  month ? monthName(t, month) : day ? dayName(t, day) : t('figures.asItIs')

/** Of how much of what a value is about something is known (有数据 38/46), and of how much by tracks; '' where of all and by none. */
export const coverageText = (
  t: TFunction<'texts'>,
  { known, of, tracked }: Pick<Measured, 'known' | 'of' | 'tracked'>,
): string =>
  [
    ...(known < of ? [t('figures.partly', { known, of })] : []),
    ...(tracked ? [t(tracked.isMadeUp ? 'figures.trackedMadeUp' : 'figures.tracked', { count: tracked.rows })] : []),
  ].join(t('meeting.comma'))

/** What a measured value is of: whose it is, where it is the largest or the smallest of several, and its own month or day. */
export function measuredOf(
  t: TFunction<'texts'>,
  { measure }: Pick<PlanTarget, 'measure'>,
  measured: Measured,
  nameOf: (county: string) => string,
): string {
  const names = namesOf(t, measured, nameOf)
  const whose = t(measure?.of === 'smallest' ? 'figures.lowestOf' : 'figures.highestOf', { names })
  return [...(names ? [whose] : []), whenOf(t, measured)].join(t('meeting.comma'))
}

/** A measured value in one line: itself with its `unit`, whose it is where it is one of several, and its own month or day. */
export function measuredLine(
  t: TFunction<'texts'>,
  target: Pick<PlanTarget, 'measure' | 'comparison' | 'value'>,
  measured: Measured,
  nameOf: (county: string) => string,
  unit = '',
): string {
  const value = `${measuredText(target, measured)} ${unit}`.trim()
  const names = namesOf(t, measured, nameOf)
  const said = { names, value, when: whenOf(t, measured) }
  if (names === '') return t('figures.nowIs', said)
  return t(target.measure?.of === 'smallest' ? 'figures.lowestIs' : 'figures.highestIs', said)
}
