import type { TFunction } from 'i18next'
import { RECORD_TYPES, type Tally } from '@/ledger/tally'

/** Numbers of records by sort, and of their sources, photos and spoken notes; zero counts are omitted. */
export function tallyLine(t: TFunction<'texts'>, { sorts, sources, photos, voices }: Tally): string {
  const comma = t('ui.comma')
  const records = RECORD_TYPES.filter((each) => sorts[each] > 0).map((each) =>
    t(`handing.sort.${each}`, { count: sorts[each] }),
  )
  const rest = [
    sources > 0 && t('handing.sources', { count: sources }),
    photos > 0 && t('where.photos', { count: photos }),
    voices > 0 && t('voice.count', { count: voices }),
  ]
  return [records, rest.filter((each) => each !== false)]
    .filter((each) => each.length > 0)
    .map((each) => each.join(comma))
    .join(t('ui.semicolon'))
}

/**
 * Content of a bundle or chain of codes from this tablet: number of records, how many of them were not sent before, and
 * their photos and spoken notes.
 */
export function bundleLine(t: TFunction<'texts'>, { records, photos, voices }: Tally, fresh: number, foreign: number) {
  const before = records - fresh
  return [
    before > 0
      ? t('handing.given.both', { count: records, fresh, before })
      : t('handing.given.all', { count: records }),
    t('where.photos', { count: photos }),
    ...(voices > 0 ? [t('voice.count', { count: voices })] : []),
    ...(foreign > 0 ? [t('handing.foreign', { count: foreign })] : []),
  ].join(t('ui.comma'))
}
