import type { Month } from '@/domain/calendar'
import { isBelowDetection, type PointMonth } from '@/domain/dustfall/point-month'
import { z } from '@/io/zod'

const decimal = z.string().regex(/^\d+(\.\d+)?$/)

/** One point stored beside a published figure; fields of a later version are ignored. */
const keptPoint = z.union([
  z.object({
    point: z.string(),
    value: decimal,
    measured: decimal.optional(),
    writtenAs: z.string().optional(),
  }),
  z.object({ point: z.string(), cause: z.enum(['missing', 'void', 'below-zero']), reason: z.string().default('') }),
])

/** The points of a county's month as cell text, with exact unrounded decimals; '' if there are none. */
export function keptPointsText(points: readonly PointMonth[]): string {
  if (points.length === 0) return ''
  return JSON.stringify(
    points.map((each): z.input<typeof keptPoint> => {
      if (!each.counted) return { point: each.point, cause: each.cause, reason: each.reason }
      const { point, value, measured, writtenAs } = each
      const written = writtenAs === undefined ? {} : { writtenAs }
      return { point, value, ...(measured === value ? {} : { measured }), ...written }
    }),
  )
}

/** Parses what {@link keptPointsText} wrote; null if invalid. */
export function keptPointsOf(text: string, month: Month): PointMonth[] | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const kept = z.array(keptPoint).safeParse(json)
  if (!kept.success) return null
  return kept.data.map((each): PointMonth => {
    if ('cause' in each) return { point: each.point, month, counted: false, cause: each.cause, reason: each.reason }
    const { point, value, measured = value, writtenAs } = each
    // The counted value of a result below the detection limit may equal the measured one.
    const belowDetection = measured !== value || isBelowDetection(measured)
    const written = belowDetection && writtenAs ? { writtenAs } : {}
    return { point, month, counted: true, value, measured, sample: null, belowDetection, ...written }
  })
}
