import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import { SeriesChart } from '@/features/monitoring/SeriesChart'
import { SeriesNotes } from '@/features/monitoring/SeriesNotes'
import { nameOf } from '@/features/monitoring/shown-devices'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useAnswer } from '@/store/answers/use-answer'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { limitNote } from '@/store/words/limit-note'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { dayName } from '@/ui/controls/day-names'
import { Dialog } from '@/ui/Dialog'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './DayCalendar.module.css'

/** The calendar's mark for hours above a limit. */
const OVER = '▲'

interface Props {
  readonly line: MonitorLine
  readonly parameter: Parameter
  readonly day: IsoDay
  onClose(): void
}

/** Dialog with the hours of one day of a device, and the findings in them. */
export function DayDialog({ line, parameter, day, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const asked = { device: line.device, parameter, asOf: day, days: 1 }
  const verdicts = useDoubtVerdicts()
  const series = useAnswer(
    (worker) => worker.monitorSeries(READINGS_NAME, asked, verdicts),
    Object.values(asked).join(' '),
    [verdicts],
  )
  const over = new Set(series?.exceedances.filter(({ isOver }) => isOver).map(({ from }) => from))
  const title = t('monitoring.calendar.dayTitle', {
    day: dayName(day, i18n.language),
    name: nameOf(line),
    parameter: t(`monitoring.names.${parameter}`),
  })
  return (
    <Dialog title={title} size="medium" onClose={onClose}>
      {!series && <Skeleton lines={6} />}
      {series && (
        <>
          <SeriesChart series={series} parameter={parameter} name={nameOf(line)} />
          <dl
            className={classes.hours}
            aria-label={t('monitoring.calendar.hoursOf', { unit: PARAMETER_FACTS[parameter].unit })}
          >
            {Array.from(series.values, (value, hour) => {
              const at = series.from + hour * 60
              return (
                <div key={at} data-over={over.has(at)}>
                  <dt>{hourText(at).slice(11)}</dt>
                  <dd>
                    {Number.isNaN(value) ? '—' : valueText(value, parameter)}
                    {over.has(at) && (
                      <span title={t('monitoring.table.over') + limitNote(t, series.limits)}>{OVER}</span>
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
          <SeriesNotes series={series} parameter={parameter} name={nameOf(line)} />
        </>
      )}
    </Dialog>
  )
}
