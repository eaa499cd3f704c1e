import { useTranslation } from 'react-i18next'
import type { FlagWords } from '@/domain/intake/rows/flag-words'
import classes from './ColumnTable.module.css'

/** How a column's marks (√, 有, 无) were read, so that a person can object before they count. */
export function FlagWordsNote({ words }: { readonly words: FlagWords | undefined }) {
  const { t } = useTranslation()
  if (!words) return null
  const parts = (['yes', 'no'] as const).flatMap((flag) =>
    words[flag].length > 0 ? [t(`data.flagWords.${flag}`, { words: words[flag].join(t('ui.comma')) })] : [],
  )
  return <small className={classes.flags}>{parts.join(t('ui.semicolon'))}</small>
}
