import type { TFunction } from 'i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { meets, type PlanTarget } from '@/domain/rules/clause'
import type { Measured } from '@/domain/rules/measure'
import type { MeasuredByTracks } from '@/domain/rules/measured-by-tracks'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'

/** Minimum and maximum number of decimals of a measured value. */
const [PLACES, MAX_PLACES] = [2, 12]

/**
 * A measured value as displayed on the wall and on paper: dustfall to one decimal as everywhere, others without
 * trailing zeros, and with as many decimals as needed to show the judgement: a value that misses the target never reads
 * as if it met it.
 */
export function measuredText(
  target: Pick<PlanTarget, 'measure' | 'comparison' | 'value'>,
  { value }: Measured,
): string {
  if (target.measure?.of === 'worst-dustfall') return tenth(value)
  const texts = Array.from({ length: MAX_PLACES - PLACES }, (_, i) => String(Number(value.toFixed(PLACES + i))))
  return texts.find((text) => meets(target, Number(text)) === meets(target, value)) ?? String(value)
}

/** Maximum number of counties with the same value that are named. */
const MAX_NAMED = 1

/** The counties a measured value belongs to, if it is the largest or smallest of several; '' otherwise. */
const namesOf = (t: TFunction<'texts'>, { counties = [] }: Measured, nameOf: (county: string) => string): string =>
  counties.length > MAX_NAMED
    ? t('meeting.wall.counties', { count: counties.length })
    : counties.map(nameOf).join(t('meeting.comma'))

/** Month or day of a measured value, or that it reflects the data as it is. */
const whenOf = (t: TFunction<'texts'>, { day, month }: Measured): string =>
  month ? monthName(t, month) : day ? dayName(t, day) : t('figures.asItIs')

const rangeText = ([least, most]: readonly [number, number]): string =>
  least === most ? `${least}` : `${least}–${most}`

/** Days, trips and trucks on which rows decided by tracks rest. */
function tracksOfRows(t: TFunction<'texts'>, { rows, days, trips, trucks }: MeasuredByTracks): string {
  const said = { days: rangeText(days), trips }
  if (trucks === null) return t(rows === 1 ? 'figures.trackedNoTrucksOfOne' : 'figures.trackedNoTrucks', said)
  const known = { ...said, trucks: rangeText(trucks) }
  return t(rows === 1 ? 'figures.trackedBasisOfOne' : 'figures.trackedBasis', known)
}

/**
 * For how much of its scope a value has data (有数据 38/46), and how much comes from tracks, with what these
 * rest on; '' if complete and without tracks.
 */
export const coverageText = (
  t: TFunction<'texts'>,
  { known, of, tracked }: Pick<Measured, 'known' | 'of' | 'tracked'>,
): string =>
  [
    ...(known < of ? [t('figures.partly', { known, of })] : []),
    ...(tracked
      ? [
          t(tracked.isMadeUp ? 'figures.trackedMadeUp' : 'figures.tracked', {
            count: tracked.rows,
            basis: tracksOfRows(t, tracked),
          }),
        ]
      : []),
  ].join(t('meeting.comma'))

/** That a measured value is not a mean but the largest or smallest of several; '' otherwise. */
export const extremeText = (
  t: TFunction<'texts'>,
  { measure }: Pick<PlanTarget, 'measure'>,
  { counties = [] }: Measured,
): string => (counties.length === 0 ? '' : t(measure?.of === 'smallest' ? 'figures.lowestOne' : 'figures.highestOne'))

/** What a measured value refers to: its county, if it is the largest or smallest of several, and its month or day. */
export function measuredScope(
  t: TFunction<'texts'>,
  { measure }: Pick<PlanTarget, 'measure'>,
  measured: Measured,
  nameOf: (county: string) => string,
): string {
  const names = namesOf(t, measured, nameOf)
  const whose = t(measure?.of === 'smallest' ? 'figures.lowestOf' : 'figures.highestOf', { names })
  return [...(names ? [whose] : []), whenOf(t, measured)].join(t('meeting.comma'))
}

/** A measured value in one line: with its `unit`, its county if it is one of several, and its month or day. */
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
