import type { TFunction } from 'i18next'
import type { OnlineShares } from '@/domain/monitoring/online-shares'
import { pinyinOrder } from '@/domain/table/pinyin-places'
import type { ExportTable, ExportValue } from '@/io/export/export'
import { percentFigure } from '@/store/words/measured'

/** The counties of some shares, by name; devices without a county come last. */
export const countiesInOrder = ({ groups }: OnlineShares, nameOf: (county: string) => string): readonly string[] =>
  [...groups.keys()].sort(
    (a, b) => Number(a === '') - Number(b === '') || pinyinOrder.compare(nameOf(a), nameOf(b)) || (a < b ? -1 : 1),
  )

/** The shares as a table for export, one row per county and month, and the sum of all counties. */
export function onlineTable(
  t: TFunction<'texts'>,
  shares: OnlineShares,
  nameOf: (county: string) => string,
  about: readonly (readonly [string, string])[],
): ExportTable {
  const of = [
    ...countiesInOrder(shares, nameOf).map((county) => ({ name: nameOf(county), by: shares.groups.get(county)! })),
    { name: t('monitoring.onlineShares.all'), by: shares.all },
  ]
  const rows = of.flatMap(({ name, by }) =>
    shares.months.flatMap((month): ExportValue[][] => {
      const share = by.get(month)
      if (!share) return []
      const { devices, days, hours, of, low } = share
      return [[name, month, devices, days, hours, of, percentFigure(hours / of), low]]
    }),
  )
  return {
    title: t('monitoring.onlineShares.title'),
    headings: (['county', 'month', 'devices', 'days', 'hours', 'of', 'share', 'low'] as const).map((heading) =>
      t(`monitoring.onlineShares.headings.${heading}`),
    ),
    rows,
    positions: rows.map(() => null),
    place: ['', ''],
    about: { title: t('about.title'), lines: about },
  }
}
