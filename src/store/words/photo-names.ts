import type { TFunction } from 'i18next'
import { grouped } from '@/domain/grouped'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { PhotoRef } from '@/ledger/references'
import type { Dataset } from '@/questions/dataset'
import { itemLabel } from './inspection-line'

/** What a photo shows, and its number among those of the same subject. */
export interface NamedPhoto {
  readonly of: string
  readonly number: number
}

/**
 * Names of photos by hash, numbered in the order they were taken: the same on tablet and desk. An annotated photo has
 * the name of its annotated copy.
 * @param photos as shown to people.
 */
export function photoNames(
  t: TFunction<'texts'>,
  dataset: Dataset,
  kind: KindId,
  photos: readonly PhotoRef[],
  language: string,
): ReadonlyMap<string, NamedPhoto> {
  const names = new Map<string, NamedPhoto>()
  const counts = new Map<string, number>()
  for (const { hash, markOf, item } of [...photos].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const of = item === undefined ? t('sign.photoOfPlace') : itemLabel(dataset, kind, item, language)
    const number = (counts.get(of) ?? 0) + 1
    counts.set(of, number)
    const name = { of, number }
    names.set(hash, name)
    if (markOf !== undefined) names.set(markOf, name)
  }
  return names
}

/** Some of the named photos in one line: `物料覆盖第 1、2 张`. '' for none. */
export function photosLine(
  t: TFunction<'texts'>,
  names: ReadonlyMap<string, NamedPhoto>,
  isMeant: (hash: string) => boolean,
): string {
  // An annotated photo has two hashes and one name.
  const meant = new Set([...names].flatMap(([hash, name]) => (isMeant(hash) ? name : [])))
  return [...grouped(meant, ({ of }) => of)]
    .map(([of, own]) => t('check.photoName', { of, number: own.map(({ number }) => number).join(t('ui.comma')) }))
    .join(t('ui.comma'))
}
