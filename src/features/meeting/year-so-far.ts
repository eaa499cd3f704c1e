import type { TFunction } from 'i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'

/** Counties whose mean of the year covers fewer months than that of others, with both numbers. */
function fewerMonths({ rows }: Pick<MonthReport, 'rows'>): readonly { county: string; known: number; of: number }[] {
  const of = Math.max(0, ...rows.map(({ accumulatedOf }) => accumulatedOf.length))
  return rows.flatMap(({ county, accumulatedOf: { length: known } }) =>
    known > 0 && known < of ? [{ county, known, of }] : [],
  )
}

/** A sentence naming the counties with fewer months of the year than others; '' if there are none. */
export function fewerMonthsText(
  t: TFunction<'texts'>,
  report: Pick<MonthReport, 'rows'>,
  nameOf: (county: string) => string,
): string {
  const fewer = fewerMonths(report).map(({ county, known, of }) =>
    t('figures.fewerMonths', { name: nameOf(county), known, of }),
  )
  return fewer.length === 0 ? '' : t('figures.fewerNote', { fewer: fewer.join(t('meeting.comma')) })
}

/** The months that 累计均值 covers, from the year's first with figures, and which counties have fewer of them. */
export function yearSoFar(
  t: TFunction<'texts'>,
  reports: readonly MonthReport[],
  report: MonthReport,
  nameOf: (county: string) => string,
): string {
  const { month } = report
  const known = reports.find(
    (each) => each.month.slice(0, 4) === month.slice(0, 4) && each.month <= month && each.city.mean !== null,
  )
  const [first, last] = [Number((known?.month ?? month).slice(5)), Number(month.slice(5))]
  const said = first === last ? t('figures.yearOne', { month: last }) : t('figures.yearSoFar', { first, last })
  const fewer = fewerMonthsText(t, report, nameOf)
  return [said, fewer].filter(Boolean).join(t('figures.semicolon'))
}
