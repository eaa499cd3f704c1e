import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import type { MeetingPapers } from '@/io/papers/papers'
import { countyShapes, countyTexts, withoutOverlap } from '@/layers/county-shapes'
import { dustfallClass, OVER_CLASS } from '@/layers/dustfall-scale'
import { paletteOf } from '@/layers/palette'
import type { MeetingData } from './bulletin'

/** Height of a letter, in units of the drawing. */
const LETTER_HEIGHT = 38

/** The counties as a drawing for paper, which is white. */
export function paperMap(
  { dataset }: MeetingData,
  report: MonthReport,
  name: (code: string) => string,
): MeetingPapers['map'] {
  const shapes = countyShapes(dataset.outlines)
  const palette = paletteOf('light')
  const values = new Map(report.rows.map(({ county, figure }) => [county, figure.value]))
  const classOf = (code: string) => {
    const value = values.get(code)
    return value == null ? null : dustfallClass(value, report.dustfallLimit)
  }
  const placed = withoutOverlap(
    countyTexts(
      dataset.labelPlaces,
      shapes,
      (code) => ({ name: name(code), value: values.get(code) ?? null }),
      LETTER_HEIGHT,
    ),
  )
  return {
    width: shapes.width,
    height: shapes.height,
    counties: [...shapes.paths].map(([code, path]) => {
      const of = classOf(code)
      return { path, colour: of === null ? palette.unranked : palette.dustfall[of]!, over: (of ?? 0) >= OVER_CLASS }
    }),
    labels: placed.map(({ key, x, y }) => ({
      x: Math.round(x),
      // The lines are centred vertically on the position.
      y: Math.round(y - LETTER_HEIGHT * (values.get(key) == null ? -0.35 : 0.15)),
      lines: [name(key), ...(values.get(key) == null ? [] : [tenth(values.get(key)!)])],
    })),
  }
}
