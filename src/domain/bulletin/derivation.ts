import { differsFromPublished, pointsDifferFromPublished, whyNoFigure } from '@/domain/dustfall/county-month'
import { type PointMonth, shownMeasurement } from '@/domain/dustfall/point-month'
import { roundHalfEven } from '@/domain/dustfall/rounding'
import type { BulletinFacts } from './fields'
import { notCounted } from './not-counted'

/**
 * The derivation of each county's figure, with the columns {@link DERIVATION_COLUMNS}: one row per point, or a single
 * row for a county without points.
 */
export function derivationRows({ report, countyName, pointName }: BulletinFacts): (string | number | null)[][] {
  return report.rows.flatMap(({ county, figure: month }) => {
    const { points, exact, value, origin, now } = month
    const end = [
      exact === null ? null : Number(exact),
      exact === null ? null : roundHalfEven(exact),
      origin === 'published' ? value : null,
      differsFromPublished(month) || pointsDifferFromPublished(month) ? now.value : null,
    ]
    if (points.length === 0)
      return [
        [
          ...[countyName(county), null, null],
          origin === 'published' && value !== null
            ? ['公布值', remarkText(month)].filter(Boolean).join('；')
            : whyNoFigure(month) || '无监测点位',
          ...end,
        ],
      ]
    return points.map((point, i) => {
      const today = now.points.find((each) => each.point === point.point)
      const said = [
        notCounted(point),
        ...(point.counted ? [remarkText(point)] : []),
        ...(today && isOther(point, today) ? [`现有数据：${pointText(today)}`] : []),
        // Of the county's figure, so once: beside its first point.
        ...(i === 0 && month.remark ? [`公布值${remarkText(month)}`] : []),
      ]
      const measured = point.counted ? measuredCell(point) : null
      return [countyName(county), pointName(point.point), measured, said.filter(Boolean).join('；'), ...end]
    })
  })
}

/** What the office wrote beside a figure. */
const remarkText = ({ remark = '' }: { readonly remark?: string }) => (remark === '' ? '' : `备注：${remark}`)

/** A number, so that a spreadsheet can calculate with it; text if the result has none. */
function measuredCell(point: Extract<PointMonth, { counted: true }>): number | string {
  const shown = shownMeasurement(point)
  return Number.isNaN(Number(shown)) ? shown : Number(point.measured)
}

const pointText = (point: PointMonth) => (point.counted ? shownMeasurement(point) : notCounted(point))
const measuredOf = (point: PointMonth) => (point.counted ? Number(point.measured).toFixed(4) : notCounted(point))
const isOther = (kept: PointMonth, today: PointMonth) => measuredOf(kept) !== measuredOf(today)

/** Column headings of the derivation, and the number format of each. */
export const DERIVATION_COLUMNS = [
  ['区县', 'text'],
  ['监测点位', 'text'],
  ['监测值', 'fourth'],
  ['说明', 'text'],
  ['有效点位均值', 'fourth'],
  ['修约后（GB/T 8170）', 'tenth'],
  ['公布值', 'tenth'],
  ['现算', 'tenth'],
] as const
