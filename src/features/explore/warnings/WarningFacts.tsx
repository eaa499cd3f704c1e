import { useTranslation } from 'react-i18next'
import { localTime, minuteAfter } from '@/domain/monitoring/minute-of'
import { countyName } from '@/domain/sources/county'
import { isInForce, type Warning } from '@/domain/warnings/warning'
import { useOpened } from '@/store/chentu'
import { isMadeUp } from '@/store/warnings/warning-notes'
import { hasBegun } from '@/store/warnings/warning-of-month'
import { useDataWords } from '@/store/words/data-words'
import classes from './WarningsPanel.module.css'

/** A warning as issued: level, time, area, and data class. */
export function WarningFacts({ warning }: { readonly warning: Warning }) {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const { list } = useDataWords()
  const { level, from, until, counties, issuer, name } = warning
  const times = { from: localTime(from), until: until === null ? '' : localTime(until) }
  const names = counties.map((code) => countyName(dataset, code, i18n.language))
  return (
    <div className={classes.facts}>
      <p>
        <span className={classes.level} data-level={level}>
          {t(`warning.level.${level}`)}
        </span>{' '}
        <b>{name}</b>
      </p>
      <p>
        {until === null && !hasBegun(warning, evaluation.asOf)
          ? t('warning.fromLater', times)
          : t(until === null ? 'warning.fromOn' : 'warning.fromUntil', times)}
        {isInForce(warning, minuteAfter(evaluation.asOf) - 1) && <b className={classes.mark}>{t('warning.inForce')}</b>}
        {!hasBegun(warning, evaluation.asOf) && <b className={classes.mark}>{t('warning.notBegun')}</b>}
      </p>
      <p>{t('warning.area', { areas: names.length === 0 ? t('warning.wholeCity') : list(names) })}</p>
      {issuer !== '' && <p>{t('warning.issuer', { issuer })}</p>}
      {isMadeUp(dataset, []) && <p className={classes.mark}>{t('warning.illustrative')}</p>}
    </div>
  )
}
