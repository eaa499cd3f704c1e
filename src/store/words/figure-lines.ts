import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { CityMonth } from '@/domain/dustfall/city-month'
import { type CountyMonth, differsFromPublished, isUnmeasured } from '@/domain/dustfall/county-month'
import { isShownRounded } from '@/domain/dustfall/figure-marks'
import { limitInMonth } from '@/domain/dustfall/limit-in-month'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import {
  type ExclusionCause,
  givenMeasurement,
  type PointMonth,
  saysOwnStatus,
  shownMeasurement,
} from '@/domain/dustfall/point-month'
import { roundHalfEven, tenth, unrounded } from '@/domain/dustfall/rounding'
import { translateText } from '@/domain/glossary'
import { countyName } from '@/domain/sources/county'
import type { Dataset } from '@/questions/dataset'
import { differencesText } from './differences-text'
import { publicationText } from './publication-text'

const HAN = /\p{Script=Han}/u

/**
 * Why a point does not count: its stored reason, after what that means unless it says so itself, in words that a reader
 * of the page knows: in English, of a reason that the glossary does not translate, only what it means is understood.
 */
export function excludedText(
  t: TFunction<'texts'>,
  word: (text: string) => string,
  { cause, reason }: { readonly cause: ExclusionCause; readonly reason: string },
): string {
  const [means, said] = [t(`why.cause.${cause}`), word(reason)]
  const isUnderstood = HAN.test(means) || !HAN.test(said)
  return saysOwnStatus(reason) && isUnderstood ? said : `${means} ${said}`.trimEnd()
}

/** What the office wrote beside a figure. */
const remarkLine = (
  t: TFunction<'texts'>,
  word: (text: string) => string,
  { remark }: { readonly remark?: string },
): string[] => (remark === undefined ? [] : [t('why.remark', { text: word(remark) })])

/** How a point's month was measured, or why it does not count; `word` translates words of the data. */
export function measuredText(t: TFunction<'texts'>, word: (text: string) => string, point: PointMonth): string {
  if (!point.counted) return excludedText(t, word, point)
  const { sample } = point
  return [
    // Only a weighing is calculated; a result that was given is shown as it was.
    sample ? t('why.measured', { value: shownMeasurement(point) }) : t('why.given', { value: givenMeasurement(point) }),
    ...(point.belowDetection ? [t('why.belowDetection', { value: point.value })] : []),
    ...(sample
      ? [
          t(sample.mouthCm2 === undefined ? 'why.sample' : 'why.sampleArea', {
            m0: sample.dishGrams,
            m1: sample.dustedGrams,
            m2: sample.blankGrams,
            mouth: sample.mouthCm,
            area: sample.mouthCm2,
            days: sample.days,
          }),
        ]
      : []),
    ...remarkLine(t, word, point),
  ].join(t('why.comma'))
}

/** Name of a dustfall point; its code if the package does not list it. */
export const pointName = ({ dustfallPoints }: Pick<Dataset, 'dustfallPoints'>, code: string) =>
  dustfallPoints.find((each) => each.code === code)?.name ?? code

/** How the city's mean was calculated: the counties' values as they were averaged, and the mean before it is rounded. */
export const cityMeanLines = (
  t: TFunction<'texts'>,
  dataset: Pick<Dataset, 'counties'>,
  { counties, exact, mean }: Pick<CityMonth, 'counties' | 'exact' | 'mean'>,
  language: string,
): string[] => [
  counties
    .map(({ county, value }) => `${countyName(dataset, county, language)} ${unrounded(value)}`)
    .join(t('ui.comma')),
  `${Number(exact ?? 0).toFixed(6)} → ${tenth(mean)} ${t('why.rounded')}`,
]

/** How a county's row of the ranking was calculated, line by line: its points, exclusions, rounding, changes. */
export function figureLines(t: TFunction<'texts'>, dataset: Dataset, row: RankedCounty, language: string): string[] {
  const { figure } = row
  const word = (text: string) => translateText(dataset.glossary, text, language)
  const points = figure.points.map((point) => `${pointName(dataset, point.point)} ${measuredText(t, word, point)}`)
  const formula = figure.exact === null ? [] : [t('why.formula')]
  return [...publishedLines(t, word, row), ...points, ...formula, ...calculationLines(t, dataset, row, language)]
}

/**
 * States that a figure was published, when, its corrections and its remark, and what was published or measured if another
 * figure is shown; empty for one calculated from points and shown as such.
 */
export const publishedLines = (
  t: TFunction<'texts'>,
  word: (text: string) => string,
  { figure }: RankedCounty,
): string[] =>
  figure.origin === 'published'
    ? [
        `${t('why.published')} ${figure.writtenAs ?? (figure.value === null ? '—' : unrounded(figure.value))} ${publicationText(t, figure.publication)}`.trimEnd(),
        ...writtenText(t, figure),
        ...remarkLine(t, word, figure),
      ]
    : writtenText(t, figure)

/** What was published or measured, if the figure shown is not that: below the detection limit, or rounded. */
export function writtenText(t: TFunction<'texts'>, figure: CountyMonth): string[] {
  const { writtenAs, value } = figure
  const shown = tenth(value)
  if (writtenAs !== undefined)
    return [t('why.publishedAs', { given: writtenAs, counted: t('why.belowDetection', { value }), shown })]
  if (isUnmeasured(figure)) return [t('why.allBelowDetection', { shown })]
  return isShownRounded(figure) ? [t('why.publishedRounded', { given: unrounded(value!), shown })] : []
}

/** Changes that are not given, since a figure is below the detection limit, one text for each such figure. */
export const uncomparedText = (t: TFunction<'texts'>, { uncompared }: Pick<RankedCounty, 'uncompared'>): string[] =>
  (['value', 'lastMonth', 'lastYear'] as const).flatMap((figure) => {
    const changes = (['monthOnMonth', 'yearOnYear'] as const).filter((change) => uncompared[change] === figure)
    const names = changes.map((change) => t(`figures.${change}`)).join(t('ui.comma'))
    return names === '' ? [] : [t('why.uncompared', { figure: t(`ranking.${figure}`), changes: names })]
  })

/** From the points' values to the figure and its derived values: mean, rounding, changes, year to date, limit. */
export function calculationLines(
  t: TFunction<'texts'>,
  dataset: Dataset,
  row: RankedCounty,
  language: string,
): string[] {
  const { figure } = row
  const change = (label: string, from: number | null, percent: number | null) =>
    percent === null
      ? []
      : [`${label} ${t('why.change', { to: unrounded(figure.value!), from: unrounded(from!) })} = ${tenth(percent)}%`]
  return [
    ...(figure.exact === null
      ? []
      : [
          `${t('why.mean')} ${Number(figure.exact).toFixed(6)} → ${tenth(roundHalfEven(figure.exact))} ${t('why.rounded')}`,
        ]),
    ...(differsFromPublished(figure)
      ? [t('why.differs', { published: tenth(figure.value), computed: tenth(figure.now.value) })]
      : []),
    ...differencesText(t, row),
    ...change(t('ranking.mom'), row.lastMonth, row.monthOnMonth),
    ...change(t('ranking.yoy'), row.lastYear, row.yearOnYear),
    ...uncomparedText(t, row),
    ...(row.accumulated === null
      ? []
      : [
          `${t('ranking.accumulated')} ${tenth(row.accumulated)} = ${t('why.accumulated')} (${row.accumulatedOf.map(({ value }) => unrounded(value)).join(t('ui.comma'))})`,
        ]),
    ...limitLines(t, dataset, row, language),
  ]
}

/** The limit applied to the row: that of its publication, and the one now valid for its year if different. */
function limitLines(
  t: TFunction<'texts'>,
  { settings }: Dataset,
  { figure, dustfallLimit: limit }: RankedCounty,
  language: string,
) {
  const valid = limitInMonth(settings.dustfall, figure.month)
  const [today, source] = [valid.value, inLanguage(valid.source, language)]
  if (limit !== today)
    return [t('figures.frozen.limitThen', { limit }), t('figures.frozen.limitToday', { limit: today, source })]
  const said = t('why.limit', { limit, source })
  const isNotKept = figure.origin === 'published' && figure.dustfallLimit === undefined
  return isNotKept ? [said, t('figures.frozen.limitNotKept')] : [said]
}
