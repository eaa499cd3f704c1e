import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import classes from './DraftChip.module.css'

/** Marks a source with an unfinished check and the day it was begun ('' for an unknown day); nothing for null. */
export function DraftChip({ day }: { readonly day: IsoDay | null }) {
  const { t } = useTranslation()
  if (day === null) return null
  return <span className={classes.draft}>{day === '' ? t('round.draftUndated') : t('round.draft', { day })}</span>
}
