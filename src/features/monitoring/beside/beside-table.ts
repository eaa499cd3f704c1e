import type { TFunction } from 'i18next'
import type { ExportTable, ExportValue } from '@/io/export/export'
import type { BesidePlace, BesidePlaces } from '@/questions/month/monitors-beside-dustfall'
import { signedNumber } from '@/store/words/signed-number'

/** Compares a place's two ranks in words: which one is worse, without giving a cause. */
export function agreement(t: TFunction<'texts'>, { apart, agrees, dustfall, monitors }: BesidePlace): string {
  if (apart === null)
    return t(
      dustfall === null && monitors === null
        ? 'monitoring.beside.noEither'
        : dustfall === null
          ? 'monitoring.beside.noDustfall'
          : 'monitoring.beside.noMonitors',
    )
  if (agrees) return t('monitoring.beside.agrees')
  return t(apart > 0 ? 'monitoring.beside.monitorsWorse' : 'monitoring.beside.dustfallWorse')
}

/** Spearman rank correlation over all places, in words. */
export const spearmanText = (t: TFunction<'texts'>, { spearman, count }: Pick<BesidePlaces, 'spearman' | 'count'>) =>
  spearman === null
    ? t('monitoring.beside.noSpearman', { count })
    : t('monitoring.beside.spearman', { count, value: signedNumber(spearman, 2) })

/** Sorted by dustfall rank; places without a rank come last. */
export const inRankOrder = (rows: readonly BesidePlace[]): readonly BesidePlace[] =>
  [...rows].sort(
    (a, b) =>
      (a.dustfallRank ?? Infinity) - (b.dustfallRank ?? Infinity) ||
      (a.dustfall ?? Infinity) - (b.dustfall ?? Infinity) ||
      0,
  )

export const besideHeadings = (t: TFunction<'texts'>, parameterText: string) => [
  t('monitoring.beside.place'),
  t('monitoring.beside.dustfall'),
  t('monitoring.beside.rank'),
  parameterText,
  t('monitoring.beside.monitorsRank'),
  t('monitoring.beside.devices'),
  t('monitoring.beside.apart'),
  t('monitoring.beside.says'),
]

/** Both values side by side as a table for export. */
export function besideTable(
  t: TFunction<'texts'>,
  places: BesidePlaces,
  nameOf: (place: BesidePlace) => string,
  parameterText: string,
  title: string,
  about: readonly (readonly [string, string])[],
): ExportTable {
  const rows = inRankOrder(places.rows).map((each): ExportValue[] => [
    nameOf(each),
    each.dustfall,
    each.dustfallRank,
    each.monitors,
    each.monitorsRank,
    t('monitoring.beside.devicesOf', { counted: each.counted, devices: each.devices }),
    each.apart,
    agreement(t, each),
  ])
  return {
    title,
    headings: besideHeadings(t, parameterText),
    rows,
    positions: rows.map(() => null),
    place: ['', ''],
    about: { title: t('about.title'), lines: about },
  }
}
