import type { Month } from '@/domain/calendar'
import { isBelowDetection, type PointMonth } from '@/domain/dustfall/point-month'
import { z } from '@/io/zod'

const decimal = z.string().regex(/^\d+(\.\d+)?$/)

/** One point as it stands beside a published figure; keys of a later version are passed over. */
const keptPoint = z.union([
  z.object({ point: z.string(), value: decimal, measured: decimal.optional() }),
  z.object({ point: z.string(), cause: z.enum(['missing', 'void', 'below-zero']), reason: z.string().default('') }),
])

/** The points of a county's month as text of one cell, exactly: decimals, not rounded ones; '' where there is none. */
export function keptPointsText(points: readonly PointMonth[]): string {
  if (points.length === 0) return ''
  return JSON.stringify(
    points.map((each): z.input<typeof keptPoint> => {
      if (!each.counted) return { point: each.point, cause: each.cause, reason: each.reason }
      const { point, value, measured } = each
      return measured === value ? { point, value } : { point, value, measured }
    }),
  )
}

/** The points that {@link keptPointsText} wrote; null where the text is none of it. */
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
    const { point, value, measured = value } = each
    // What counts for it may be the very value that was measured.
    const belowDetection = measured !== value || isBelowDetection(measured)
    return { point, month, counted: true, value, measured, sample: null, belowDetection }
  })
}
