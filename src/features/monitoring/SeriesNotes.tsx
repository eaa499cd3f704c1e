import { useTranslation } from 'react-i18next'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { MonitorSeries } from '@/questions/monitor-series'
import { doubtText } from './doubt-text'
import classes from './Monitoring.module.css'
import { hourText } from './time-of'
import { valueText } from './values'

/** As many are read; the chart marks all. */
const MOST = 50

/** What is found in the hours of a device, the latest first: those above a limit, and what is doubted and why. */
export function SeriesNotes({ series, parameter }: { readonly series: MonitorSeries; readonly parameter: Parameter }) {
  const { t } = useTranslation()
  const { unit } = PARAMETER_FACTS[parameter]
  const over = [...series.exceedances].reverse()
  const doubts = [...series.doubts].sort((a, b) => b.from - a.from)
  return (
    <div className={classes.notes}>
      {series.limits.length > 0 && (
        <section>
          <h3>{over.length > 0 ? t('monitoring.over', { count: over.length }) : t('monitoring.overNone')}</h3>
          <ul>
            {over.slice(0, MOST).map(({ from, limit, value, compared, background }) => (
              <li key={`${from} ${limit.value}`}>
                <time>{hourText(from)}</time>
                {t(background === null ? 'monitoring.overLinePlain' : 'monitoring.overLine', {
                  value: valueText(value, parameter),
                  unit,
                  compared: valueText(compared, parameter),
                })}
              </li>
            ))}
          </ul>
          <More count={over.length - MOST} />
        </section>
      )}
      <section>
        <h3>{doubts.length > 0 ? t('monitoring.doubts', { count: doubts.length }) : t('monitoring.doubtsNone')}</h3>
        {doubts.length > 0 && <p className="quiet">{t('monitoring.doubtsNote')}</p>}
        <ul>
          {doubts.slice(0, MOST).map((doubt) => (
            <li key={`${doubt.kind} ${doubt.from}`}>
              <time>{hourText(doubt.from)}</time>
              {doubtText(t, doubt, parameter)}
            </li>
          ))}
        </ul>
        <More count={doubts.length - MOST} />
      </section>
    </div>
  )
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return count > 0 ? <p className="quiet">{t('monitoring.more', { count })}</p> : null
}
