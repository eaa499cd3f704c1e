import type { TFunction } from 'i18next'
import { hasFootnoteMark } from '@/domain/dustfall/figure-marks'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { PaperMap } from '@/io/papers/papers'
import { countyShapes } from '@/layers/county-shapes'
import { classOfRow, dustfallBreaks, OVER_CLASS } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import { wallLabels } from '@/map/drawing/wall-labels'
import type { MeetingData } from './bulletin'
import { limitNote, notesOfMonth } from './figure-remarks'

/** Height of a letter, in units of the drawing. */
const LETTER = 42

/** The county map for papers: light palette, Chinese names, labels placed as on the wall. */
export function paperMap(
  { dataset }: MeetingData,
  report: MonthReport,
  countyName: (code: string) => string,
  t: TFunction<'texts'>,
): PaperMap {
  const shapes = countyShapes(dataset.outlines)
  const palette = paletteOf('light')
  const ranked = new Map(report.rows.map((row) => [row.county, row]))
  const classOf = (code: string) => {
    const row = ranked.get(code)
    return row ? classOfRow(row) : null
  }
  const uncoloured = [...shapes.paths.keys()].filter((code) => classOf(code) === null)
  const unranked = uncoloured.filter((code) => !ranked.has(code))
  const whyUncoloured = () => {
    if (unranked.length === 0) return t('ranking.noValue')
    return t(unranked.length < uncoloured.length ? 'figures.notRankedOrWithout' : 'figures.notRanked')
  }
  const isDrawn = new Set(shapes.paths.keys())
  const { labels, box } = wallLabels(dataset, report, 'zh-CN', shapes, LETTER)
  return {
    width: shapes.width,
    height: shapes.height,
    box,
    letter: LETTER,
    counties: [...shapes.paths].map(([code, path]) => {
      const of = classOf(code)
      return { path, colour: of === null ? palette.unranked : palette.dustfall[of]!, over: (of ?? 0) >= OVER_CLASS }
    }),
    labels: labels.map(({ lines, x, y, leader }) => ({ x: Math.round(x), y: Math.round(y), lines, leader })),
    notes: [
      limitNote(report, countyName, t),
      ...notesOfMonth(
        { ...report, rows: report.rows.filter((row) => isDrawn.has(row.county) && hasFootnoteMark(row.figure)) },
        countyName,
        t,
      ),
    ].filter(Boolean),
    legend: [
      ...report.limits.flatMap((limit) => {
        const breaks = dustfallBreaks(limit)
        return palette.dustfall.map((colour, i) => {
          const range = i < breaks.length ? `≤ ${breaks[i]}` : `> ${breaks.at(-1)}`
          const over = i >= OVER_CLASS
          // Under several limits a colour has several ranges; the first entry of each scale names its limit.
          const of = i === 0 && report.limits.length > 1 ? `${t('ranking.limit', { limit })}：` : ''
          return { colour, text: of + (over ? `${range} ${t('ranking.over')}` : range), over }
        })
      }),
      ...(uncoloured.length > 0 ? [{ colour: palette.unranked, text: whyUncoloured(), over: false }] : []),
    ],
  }
}
