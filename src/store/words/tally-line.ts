import type { TFunction } from 'i18next'
import { RECORD_TYPES, type Tally } from '@/ledger/tally'

/** Numbers of records by sort, without zero counts; '' if there are none. */
export const sortsLine = (t: TFunction<'texts'>, { sorts }: Pick<Tally, 'sorts'>): string =>
  RECORD_TYPES.filter((each) => sorts[each] > 0)
    .map((each) => t(`handing.sort.${each}`, { count: sorts[each] }))
    .join(t('ui.comma'))

/** Numbers of records by sort, and of their sources, photos and spoken notes; zero counts are omitted. */
export function tallyLine(t: TFunction<'texts'>, { sorts, sources, photos, voices }: Tally): string {
  const rest = [
    sources > 0 && t('handing.sources', { count: sources }),
    photos > 0 && t('where.photos', { count: photos }),
    voices > 0 && t('voice.count', { count: voices }),
  ]
  return [sortsLine(t, { sorts }), rest.filter((each) => each !== false).join(t('ui.comma'))]
    .filter(Boolean)
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
