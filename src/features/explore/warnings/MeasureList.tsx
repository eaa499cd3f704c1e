import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { WarningLevel } from '@/domain/warnings/warning'
import { useDataset } from '@/store/chentu'
import classes from './WarningsPanel.module.css'

/** The measures of a warning level, folded, each with the document it comes from. */
export function MeasureList({ level }: { readonly level: WarningLevel }) {
  const { t, i18n } = useTranslation()
  const measures = useDataset().warningMeasures.filter(({ levels }) => levels.includes(level))
  return (
    <details>
      <summary>{t('warning.measures', { count: measures.length })}</summary>
      <ul className={classes.measures}>
        {measures.map(({ id, duty, what, source, confirmed }) => (
          <li key={id}>
            <b>{t(`warning.duty.${duty}`)}</b> {inLanguage(what, i18n.language)}
            <small>
              {inLanguage(source, i18n.language)}
              {!confirmed && <span className={classes.mark}>{t('warning.unconfirmed')}</span>}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
