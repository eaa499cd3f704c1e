import { useTranslation } from 'react-i18next'
import classes from './WarningChip.module.css'

/** Marks a source of which a warning in force requires something. */
export function WarningChip() {
  const { t } = useTranslation()
  return <span className={classes.chip}>{t('check.underWarning')}</span>
}
