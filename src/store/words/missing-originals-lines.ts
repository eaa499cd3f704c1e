import type { TFunction } from 'i18next'
import type { MissingOriginals } from '@/ledger/missing-originals'

const MAX_NAMES = 10

/** Sentences on photos and spoken notes that lack their originals; empty if none do. */
export function missingOriginalsLines(
  t: TFunction<'texts'>,
  lacking: readonly MissingOriginals[],
  by: 'desk.lacking' | 'handing.lacking',
): string[] {
  return (['copies', 'missing', 'voices'] as const).flatMap((what) => {
    const these = lacking.filter((each) => each[what] > 0)
    if (these.length === 0) return []
    const names = these
      .slice(0, MAX_NAMES)
      .map((each) => t(what === 'voices' ? 'voice.ofName' : 'handing.ofName', { name: each.name, count: each[what] }))
    const days = [...new Set(these.flatMap((each) => each.releasedOn))].sort()
    return [
      t(`${by}.${what}`, {
        count: these.reduce((sum, each) => sum + each[what], 0),
        when: days.length > 0 ? t('brought.goneOn', { days: days.join(t('ui.comma')) }) : '',
        names: names.join(t('ui.comma')) + (these.length > MAX_NAMES ? '…' : ''),
      }),
    ]
  })
}
