import { type CountyMonth, isUnmeasured } from '@/domain/dustfall/county-month'
import { FOOTNOTE_MARK, isShownRounded } from '@/domain/dustfall/figure-marks'
import type { RankedCounty } from '@/domain/dustfall/month-report'
import { isShownEqual, tenth, unrounded } from '@/domain/dustfall/rounding'
import { DETECTION_LIMIT } from '@/domain/dustfall/sample'

/**
 * The largest or smallest figure of a month and its counties, for a sentence. A figure that nobody measured as it stands
 * there has a mark, and the counties are followed by the reason.
 */
export function extreme(
  rows: readonly RankedCounty[],
  value: number | null,
  countyName: (code: string) => string,
): { readonly value: string; readonly counties: string } {
  const of = rows.filter((row) => isShownEqual(row.figure.value, value))
  const names = of.map(({ county }) => countyName(county)).join('、')
  const reasons = of.flatMap(({ county, figure }) => {
    const reason = shownOtherwise(figure)
    return reason === '' ? [] : [of.length === 1 ? reason : `${countyName(county)}${reason}`]
  })
  if (reasons.length === 0) return { value: tenth(value), counties: names }
  return { value: `${tenth(value)}${FOOTNOTE_MARK}`, counties: `${names}；${FOOTNOTE_MARK}${reasons.join('；')}` }
}

/** What was measured or published, if a figure is shown as another one; '' if not. */
function shownOtherwise(month: CountyMonth): string {
  const { writtenAs, value, exact } = month
  if (isUnmeasured(month)) return `低于检出限${DETECTION_LIMIT}，按${writtenAs === undefined ? exact : value}计`
  return isShownRounded(month) ? `公布为${unrounded(value!)}` : ''
}
