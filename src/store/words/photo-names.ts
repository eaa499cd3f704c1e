import type { TFunction } from 'i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { PhotoRef } from '@/ledger/event'
import type { Dataset } from '@/questions/dataset'
import { itemLabel } from './inspection-line'

/**
 * What photos are called, by hash: what each shows, and which of the photos of that it is in the order in which they were taken. The
 * same on the tablet and at the desk. A photo that was drawn on is called as the copy that is shown for it.
 * @param photos as people see them.
 */
export function photoNames(
  t: TFunction<'texts'>,
  dataset: Dataset,
  kind: KindId,
  photos: readonly PhotoRef[],
  language: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const counts = new Map<string | undefined, number>()
  for (const { hash, markOf, item } of [...photos].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const number = (counts.get(item) ?? 0) + 1
    counts.set(item, number)
    const of = item === undefined ? t('sign.photoOfPlace') : itemLabel(dataset, kind, item, language)
    const name = t('check.photoName', { of, number })
    names.set(hash, name)
    if (markOf !== undefined) names.set(markOf, name)
  }
  return names
}
