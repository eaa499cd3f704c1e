import type { TFunction } from 'i18next'
import type { Provenance } from '@/io/package/open-package'

/** Where the data of a paper is from and how real it is, for its foot: only of what is in it, `behind` as the dataset has them; `word` says words of the data. */
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
