import type { TFunction } from 'i18next'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Provenance } from '@/io/package/open-package'

/** Maximum number of named parts per data class. */
const MAX_NAMED = 3

/**
 * Footer lines on the origin and data class of a paper's data. `behind` lists the provenance of just the data shown;
 * `word` translates words of the data. A line without content is left out.
 */
export function sourceLines(
  t: TFunction<'texts'>,
  word: (text: string) => string,
  behind: readonly Provenance[],
): string[] {
  const sources = [...new Set(behind.map(({ source }) => word(source)))].filter(Boolean)
  const classes = [...new Set(behind.map(({ dataClass }) => dataClass))]
  /** Rows may be real and what they are judged by not: then what is not real is named. */
  const classText = (of: DataClass) => {
    const name = t(`dataClass.${of}`)
    if (of === 'real' || classes.length === 1) return name
    const titles = [...new Set(behind.flatMap(({ dataClass, title }) => (dataClass === of ? word(title) : [])))]
    const parts = titles.slice(0, MAX_NAMED).join(t('ui.comma'))
    const isAll = titles.length <= MAX_NAMED
    return t(isAll ? 'picture.classOf' : 'picture.classOfMany', { class: name, parts, count: titles.length })
  }
  return [
    ...(sources.length > 0 ? [t('picture.sources', { sources: sources.join(t('ui.semicolon')) })] : []),
    ...(classes.length > 0 ? [t('picture.class', { classes: classes.map(classText).join(t('ui.comma')) })] : []),
    ...(classes.includes('illustrative') ? [t('handover.illustrative')] : []),
  ]
}
