import { useTranslation } from 'react-i18next'
import type { Parameter } from '@/domain/monitoring/parameter'
import { originLines, readingsClass } from '@/features/monitoring/export-lines'
import { nameOf } from '@/features/monitoring/shown-devices'
import { TableExport } from '@/features/monitoring/TableExport'
import type { MonitorDay, MonitorDays } from '@/questions/monitors/monitor-days'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useOpened } from '@/store/chentu'
import { doubtedLines } from '@/store/words/doubt-text'
import { HeadRow } from '@/ui/HeadRow'
import classes from './DayCalendar.module.css'
import { dayHeadings, dayRow, daysTable } from './days-table'

interface Props {
  readonly days: readonly MonitorDay[]
  readonly of: MonitorDays
  readonly line: MonitorLine
  readonly parameter: Parameter
}

/** The calendar's days as a table, which can be exported. */
export function DayRows({ days, of, line, parameter }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const name = `${nameOf(line)} ${t('monitoring.calendar.title')}`
  const table = () =>
    daysTable(t, days, of, parameter, name, [
      [t('about.package'), dataset.name],
      [t('monitoring.device'), `${nameOf(line)} ${line.device}`],
      [t('monitoring.calendar.year'), String(of.year)],
      ...doubtedLines(t, of.doubted).map((text) => [t('monitoring.table.doubts'), text] as const),
      ...originLines(t, dataset, line.isKept),
      [t('about.link'), location.href],
    ])
  return (
    <>
      <TableExport
        name={name}
        note={t('monitoring.calendar.exportNote')}
        table={table}
        dataClass={readingsClass(dataset, line.isKept)}
      />
      <details>
        <summary>{t('monitoring.calendar.asTable')}</summary>
        <table className={classes.rows}>
          <HeadRow headings={dayHeadings(t, of, parameter)} />
          <tbody>
            {days.map((each) => {
              const [day, ...cells] = dayRow(t, each, of, parameter)
              return (
                <tr key={each.day}>
                  <th scope="row">{day}</th>
                  {cells.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are identified by column
                    <td key={at}>{cell ?? '—'}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </details>
    </>
  )
}
