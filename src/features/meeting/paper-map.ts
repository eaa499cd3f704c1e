import type { TFunction } from 'i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { MARK, type PaperMap } from '@/io/papers/papers'
import { countyShapes, countyTexts, withoutOverlap } from '@/layers/county-shapes'
import { dustfallBreaks, dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import type { MeetingData } from './bulletin'
import { isMarked } from './paper-marks'

/** Height of a letter, in units of the drawing. */
const LETTER_HEIGHT = 44

/** The counties as a drawing for paper, which is white. */
export function paperMap(
  { dataset }: MeetingData,
  report: MonthReport,
  name: (code: string) => string,
  t: TFunction<'texts'>,
): PaperMap {
  const shapes = countyShapes(dataset.outlines)
  const palette = paletteOf('light')
  const figures = new Map(report.rows.map(({ county, figure }) => [county, figure]))
  const figureOf = (code: string) => figures.get(code)?.value ?? null
  const classOf = (code: string) => {
    const value = figureOf(code)
    return value === null ? null : dustfallClass(value, report.dustfallLimit)
  }
  const textOf = (code: string) => {
    const [value, figure] = [figureOf(code), figures.get(code)]
    return value === null ? [] : [tenth(value) + (figure && isMarked(figure) ? MARK : '')]
  }
  const placed = withoutOverlap(
    countyTexts(dataset.labelPlaces, shapes, (code) => ({ name: name(code), value: figureOf(code) }), LETTER_HEIGHT),
  )
  const breaks = dustfallBreaks(report.dustfallLimit)
  const isUnranked = [...shapes.paths.keys()].some((code) => classOf(code) === null)
  return {
    width: shapes.width,
    height: shapes.height,
    letter: LETTER_HEIGHT,
    counties: [...shapes.paths].map(([code, path]) => {
      const of = classOf(code)
      return { path, colour: of === null ? palette.unranked : palette.dustfall[of]!, over: (of ?? 0) >= OVER_CLASS }
    }),
    labels: placed.map(({ key, x, y }) => ({
      x: Math.round(x),
      // The lines are centred vertically on the position.
      y: Math.round(y - LETTER_HEIGHT * (figureOf(key) === null ? -0.35 : 0.15)),
      lines: [name(key), ...textOf(key)],
    })),
    legend: [
      ...palette.dustfall.map((colour, i) => {
        const range = i < breaks.length ? `≤ ${breaks[i]}` : `> ${breaks.at(-1)}`
        const over = i >= OVER_CLASS
        return { colour, text: over ? `${range} ${t('ranking.over')}` : range, over }
      }),
      ...(isUnranked ? [{ colour: palette.unranked, text: t('ranking.noValue'), over: false }] : []),
    ],
  }
}
