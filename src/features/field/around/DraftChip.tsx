import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import classes from './DraftChip.module.css'

/** Says that a check of a source was begun and is no record yet, and on which day; nothing for null. */
export function DraftChip({ day }: { readonly day: IsoDay | null }) {
  const { t } = useTranslation()
  if (day === null) return null
  return <span className={classes.draft}>{day === '' ? t('round.draftUndated') : t('round.draft', { day })}</span>
}
