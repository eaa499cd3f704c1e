import { useTranslation } from 'react-i18next'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { PollutionRose, RoseMean, RoseRule } from '@/domain/monitoring/pollution-rose'
import { originLines, readingsClass } from '@/features/monitoring/export-lines'
import { nameOf } from '@/features/monitoring/shown-devices'
import { TableExport } from '@/features/monitoring/TableExport'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useOpened } from '@/store/chentu'
import { useCompassName } from '@/store/words/compass'
import { valueText } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'
import classes from './RoseView.module.css'
import { classText, roseTable } from './rose-table'

interface Props {
  readonly rose: PollutionRose
  readonly rule: RoseRule
  readonly line: MonitorLine
  readonly parameter: Parameter
  /** Text about the number of hours used. */
  readonly said: string
  /** The sector chosen by the user. */
  readonly chosen: number | null
  onChoose(sector: number): void
}

/** The rose as a table, which can be exported: each mean with its number of hours. */
export function RoseRows({ rose, rule, line, parameter, said, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const directionOf = useCompassName()
  const title = `${nameOf(line)} ${t('monitoring.views.rose')}`
  const table = () =>
    roseTable(t, rose, rule, parameter, directionOf, title, [
      [t('about.package'), dataset.name],
      [t('monitoring.device'), `${nameOf(line)} ${line.device}`],
      [t('monitoring.parameter'), t(`monitoring.names.${parameter}`)],
      [t('monitoring.rose.hours'), said],
      [t('monitoring.rose.note'), t('monitoring.rose.why.screening')],
      ...originLines(t, dataset, line.isKept),
      [t('about.link'), location.href],
    ])
  const cell = ({ mean, hours }: RoseMean) =>
    mean === null ? '—' : t('monitoring.rose.short', { value: valueText(mean, parameter), hours })
  const row = (name: string, of: RoseMean, by: readonly RoseMean[], sector: number | null = null) => (
    <tr key={name} data-few={of.hours < rule.leastHours} data-chosen={sector !== null && sector === chosen}>
      <th scope="row">
        {sector === null ? (
          name
        ) : (
          <Button weight="quiet" aria-pressed={sector === chosen} onClick={() => onChoose(sector)}>
            {name}
          </Button>
        )}
      </th>
      <td>{cell(of)}</td>
      {[...rule.speeds, null].map((_, nth) => (
        <td key={classText(t, rule, nth)}>{by[nth] ? cell(by[nth]) : ''}</td>
      ))}
    </tr>
  )
  return (
    <div className={classes.tableBox}>
      <TableExport
        name={title}
        note={t('monitoring.rose.exportNote')}
        table={table}
        dataClass={readingsClass(dataset, line.isKept)}
      />
      <table className={classes.rows}>
        <caption>{t('monitoring.rose.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('monitoring.rose.direction')}</th>
            <th scope="col">{t('monitoring.rose.allSpeeds')}</th>
            {[...rule.speeds, null].map((_, nth) => {
              const text = classText(t, rule, nth)
              return (
                <th key={text} scope="col">
                  {text}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rose.sectors.map((of, at) => row(directionOf(at), of, of.classes, at))}
          {row(t('monitoring.rose.calm'), rose.calm, [])}
        </tbody>
      </table>
    </div>
  )
}
