import type { TFunction } from 'i18next'
import type { Provenance } from '@/io/package/open-package'

/**
 * Footer lines on the origin and data class of a paper's data. `behind` lists the provenance of just the data shown;
 * `word` translates words of the data.
 */
export function sourceLines(
  t: TFunction<'texts'>,
  word: (text: string) => string,
  behind: readonly Provenance[],
): string[] {
  const sources = [...new Set(behind.map(({ source }) => word(source)))].filter(Boolean)
  const classes = [...new Set(behind.map(({ dataClass }) => dataClass))]
  return [
    t('picture.sources', { sources: sources.join(t('ui.semicolon')) }),
    t('picture.class', { classes: classes.map((each) => t(`dataClass.${each}`)).join(t('ui.comma')) }),
    ...(classes.includes('illustrative') ? [t('handover.illustrative')] : []),
  ]
}
