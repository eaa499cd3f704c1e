import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { valueText } from '@/store/words/monitor-figures'
import { DOT } from '@/ui/dot'
import { LEVELS, levelRange } from './days/day-level'
import classes from './HourMap.module.css'
import shared from './Monitoring.module.css'

interface Props {
  readonly devices: readonly MonitorLine[]
  readonly parameter: Parameter
}

/** Legend of the circle colours: the value relative to the device's limit, and the limits used. */
export function HourMapKey({ devices, parameter }: Props) {
  const { t, i18n } = useTranslation()
  const held = devices.flatMap(({ limit }) => (limit ? [limit] : []))
  const { unit } = PARAMETER_FACTS[parameter]
  if (held.length === 0)
    return <p className="quiet">{t('monitoring.map.noLimit', { parameter: t(`monitoring.names.${parameter}`) })}</p>
  // Limits of several construction stages may have the same value and source.
  const limits = new Map(
    held.map(({ limit, value }) => {
      const said = [
        t('monitoring.limitText', { value: valueText(value, parameter), unit }),
        ...(limit.stage === undefined ? [] : [t('monitoring.stage', { stage: limit.stage })]),
        inLanguage(limit.source, i18n.language),
        ...(limit.confirmed ? [] : [t('monitoring.unconfirmed')]),
      ].join(DOT)
      return [said, value] as const
    }),
  )
  return (
    <>
      <ul className={shared.legend} aria-label={t('monitoring.map.key')}>
        <li>{t('monitoring.map.by')}</li>
        {LEVELS.map((level) => {
          const { from, until } = levelRange('mean', level)
          return (
            <li key={level}>
              <svg className={classes.swatch} viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="7" className={classes.device} data-level={level} />
              </svg>
              {from === null
                ? t('monitoring.calendar.level.upTo', { until })
                : until === null
                  ? t('monitoring.map.above')
                  : t('monitoring.calendar.level.between', { from, until })}
            </li>
          )
        })}
        {held.length < devices.length && (
          <li>
            <svg className={classes.swatch} viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="7" className={classes.device} />
            </svg>
            {t('monitoring.map.without')}
          </li>
        )}
      </ul>
      <ul className={shared.legend} aria-label={t('monitoring.map.limits')}>
        {[...limits]
          .sort(([, a], [, b]) => a - b)
          .map(([said]) => (
            <li key={said}>{said}</li>
          ))}
      </ul>
    </>
  )
}
