import type { TFunction } from 'i18next'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { Provenance } from '@/io/package/open-package'
import type { DrawnCounts } from '@/questions/map/drawn-counts'
import { classText } from '@/store/words/class-text'

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
  const isNamed = (of: DataClass) => of !== 'real' && classes.length > 1
  return [
    ...(sources.length > 0 ? [t('picture.sources', { sources: sources.join(t('ui.semicolon')) })] : []),
    ...(classes.length > 0 ? [t('picture.class', { classes: classText(t, word, behind, isNamed) })] : []),
    ...(classes.includes('illustrative') ? [t('handover.illustrative')] : []),
  ]
}

/** How many sources a map shows, and why not the others. */
export const drawnText = (t: TFunction<'texts'>, { drawn, outside, off }: DrawnCounts): string =>
  [
    t('picture.drawn', { count: drawn }),
    ...(outside > 0 ? [t('picture.outside', { count: outside })] : []),
    ...(off.count > 0 ? [t('picture.off', off)] : []),
  ].join(t('ui.semicolon'))
