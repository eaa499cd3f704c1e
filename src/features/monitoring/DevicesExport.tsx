import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import type { DeviceListFilter } from '@/store/view/device-list-filter'
import { hourText } from '@/store/words/monitor-figures'
import { devicesTable } from './devices-table'
import { originLines, readingsClass } from './export-lines'
import type { Findings } from './shown-devices'
import { TableExport } from './TableExport'

interface Props {
  /** In display order. */
  readonly lines: readonly MonitorLine[]
  readonly findings: Findings
  readonly asked: DeviceListFilter
  readonly parameter: Parameter
  /** The last hour of the list. */
  readonly hour: Minute
  readonly asOf: IsoDay
  countyOf(code: string): string
}

/** Saves the devices shown to a file that also states the filters. */
export function DevicesExport({ lines, findings, asked, parameter, hour, asOf, countyOf }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const hasKept = lines.some(({ isKept }) => isKept)
  const table = () =>
    devicesTable(t, lines, findings, useLedger.getState().verdicts, parameter, countyOf, [
      [t('about.package'), dataset.name],
      [t('app.asOf'), asOf],
      [t('monitoring.hour'), hourText(hour)],
      [t('monitoring.list.filter'), t(`monitoring.list.filterTitle.${asked.filter}`)],
      [t('monitoring.list.county'), asked.county === null ? t('monitoring.list.allCounties') : countyOf(asked.county)],
      ...(asked.text.trim() === '' ? [] : [[t('monitoring.list.search'), asked.text.trim()] as const]),
      [t('monitoring.list.sort'), t(`monitoring.list.sorts.${asked.sort}`)],
      [t('monitoring.table.doubts'), t('monitoring.list.doubtsNote')],
      [t('monitoring.list.overHours'), t('monitoring.why.person')],
      ...originLines(t, dataset, hasKept),
      [t('about.link'), location.href],
    ])
  return (
    <TableExport
      name={t('monitoring.title')}
      label={t('monitoring.list.export')}
      note={t('monitoring.list.exportNote')}
      table={table}
      dataClass={readingsClass(dataset, hasKept)}
    />
  )
}
