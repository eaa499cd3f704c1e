import type { TFunction } from 'i18next'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Provenance } from '@/io/package/open-package'

/** Maximum number of named parts per data class. */
const MAX_NAMED = 3

/**
 * The data classes of data, each once, and if `isNamed` with the names of the parts that have it: rows may be real and
 * what they are compared with not. `word` translates words of the data.
 */
export function classText(
  t: TFunction<'texts'>,
  word: (text: string) => string,
  behind: readonly Provenance[],
  isNamed: (of: DataClass) => boolean,
): string {
  const classes = [...new Set(behind.map(({ dataClass }) => dataClass))]
  const textOf = (of: DataClass) => {
    const name = t(`dataClass.${of}`)
    if (!isNamed(of)) return name
    const all = [...new Set(behind.flatMap((each) => (each.dataClass === of ? word(each.title) : [])))]
    const parts = all.slice(0, MAX_NAMED).join(t('ui.comma'))
    return t(all.length <= MAX_NAMED ? 'picture.classOf' : 'picture.classOfMany', {
      ...{ class: name, parts, count: all.length },
    })
  }
  return classes.map(textOf).join(t('ui.comma'))
}

/** The classes of data, where what is converted is named: the word alone does not say what, and from what. */
export const classTextOfConverted = (
  t: TFunction<'texts'>,
  word: (text: string) => string,
  behind: readonly Provenance[],
): string => classText(t, word, behind, (of) => of === 'derived')
