import { useTranslation } from 'react-i18next'
import type { Parameter } from '@/domain/monitoring/parameter'
import shared from '@/features/monitoring/Monitoring.module.css'
import type { MonitorDays } from '@/questions/monitors/monitor-days'
import { useDataset } from '@/store/chentu'
import { limitNote } from '@/store/words/limit-note'
import classes from './DayCalendar.module.css'
import { LEVELS, levelBy, levelRange } from './day-level'

/** Legend of the calendar's colours, hatching and marks. */
export function DayLegend({ of, parameter }: { readonly of: MonitorDays; readonly parameter: Parameter }) {
  const { t } = useTranslation()
  const { monitoring } = useDataset()
  const by = levelBy(of)
  return (
    <ul className={shared.legend} aria-label={t('monitoring.calendar.legend')}>
      {by === null && <li>{t('monitoring.calendar.noLimit', { parameter: t(`monitoring.names.${parameter}`) })}</li>}
      {by !== null && (
        <li>
          {t(`monitoring.calendar.by.${by}`)}
          {limitNote(t, by === 'mean' ? of.dayLimits : of.hourLimits)}
        </li>
      )}
      {by !== null &&
        LEVELS.map((level) => {
          const { from, until } = levelRange(by, level)
          return (
            <li key={level}>
              <span className={classes.swatch} data-level={level} aria-hidden />
              {until === 0
                ? t('monitoring.calendar.level.zero')
                : from === null
                  ? t('monitoring.calendar.level.upTo', { until })
                  : until === null
                    ? t('monitoring.calendar.level.above', { from })
                    : t('monitoring.calendar.level.between', { from, until })}
            </li>
          )
        })}
      {monitoring && (
        <li>
          <span className={classes.swatch} data-counts={false} aria-hidden />
          {t('monitoring.calendar.hatched', { least: monitoring.day.leastHours })}
        </li>
      )}
      {of.hourLimits.length > 0 && (
        <li>
          {t('monitoring.calendar.mark')}
          {limitNote(t, of.hourLimits)}
        </li>
      )}
    </ul>
  )
}
