import type { TFunction } from 'i18next'
import { type CountyMonth, differsNow, isCorrected } from '@/domain/dustfall/county-month'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { tenth } from '@/domain/dustfall/rounding'
import { MARK } from '@/io/papers/papers'
import { dayName } from '@/store/words/day-name'
import { monthName } from '@/store/words/month-name'

type Texts = TFunction<'texts'>

const ISO_DAY = /\d{4}-\d\d-\d\d/g

/** Whether ※ stands behind a published figure: it was corrected, or later data leads to another one. */
export const isMarked = (figure: CountyMonth): boolean => isCorrected(figure) || differsNow(figure)

/** Why ※ stands behind a figure; '' where it does not. */
export function remarkOf(figure: CountyMonth, t: Texts): string {
  return [
    ...(isCorrected(figure) ? [figure.publication.replace(ISO_DAY, (day) => dayName(t, day))] : []),
    ...(differsNow(figure)
      ? [t('why.differs', { published: tenth(figure.value), computed: tenth(figure.now.value) })]
      : []),
  ].join('；')
}

/** What ※ says, a line for each marked figure, the newest month first. */
export function footnotesOf(reports: readonly MonthReport[], countyName: (code: string) => string, t: Texts): string[] {
  return [...reports]
    .reverse()
    .flatMap(({ month, rows }) =>
      rows.flatMap(({ county, figure }) =>
        isMarked(figure) ? [`${MARK} ${countyName(county)}（${monthName(t, month)}）：${remarkOf(figure, t)}`] : [],
      ),
    )
}
