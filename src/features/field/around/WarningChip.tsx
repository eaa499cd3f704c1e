import { useTranslation } from 'react-i18next'
import classes from './WarningChip.module.css'

/** Says that a warning that is in force asks something of a source. */
export function WarningChip() {
  const { t } = useTranslation()
  return <span className={classes.chip}>{t('check.underWarning')}</span>
}
