import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import type { MonitorSeries } from '@/questions/monitors/monitor-series'
import { useOpened } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { hourText, spanText, valueText } from '@/store/words/monitor-figures'
import { originLines, readingsClass } from './export-lines'
import { gapText } from './gap-text'
import { seriesTable } from './series-table'
import { nameOf } from './shown-devices'
import { TableExport } from './TableExport'

/** Characters of the day in an hour's text. */
const DAY = '2022-10-31'.length

interface Props {
  readonly line: MonitorLine
  readonly series: MonitorSeries
  readonly parameter: Parameter
}

/** Saves the hours shown to a file for Excel or WPS, with a description and the sources of their limits. */
export function SeriesExport({ line, series, parameter }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { device, isKept } = line
  const name = nameOf(line)
  const named = t(`monitoring.names.${parameter}`)
  const { unit } = PARAMETER_FACTS[parameter]
  const until = series.from + (series.values.length - 1) * 60
  const dayOf = (minute: number) => hourText(minute).slice(0, DAY)
  function table() {
    const limits = series.limits.map(({ limit, value }): [string, string] => [
      t('monitoring.limit'),
      [
        `${valueText(value, parameter)} ${unit}`,
        inLanguage(limit.source, i18n.language),
        ...(limit.confirmed ? [] : [t('monitoring.unconfirmed')]),
      ].join(' · '),
    ])
    return seriesTable(t, device, series, parameter, useLedger.getState().verdicts, `${name} ${named}`, [
      [t('about.package'), dataset.name],
      [t('monitoring.device'), name === device ? device : `${name} ${device}`],
      [t('monitoring.parameter'), `${named} (${unit})`],
      [t('monitoring.period'), `${hourText(series.from)} – ${hourText(until)}`],
      ...limits,
      [t('monitoring.table.doubts'), t('monitoring.doubtsNote')],
      ...series.gaps.map((gap): [string, string] => [
        t('monitoring.table.gap'),
        `${spanText(gap.from, gap.until)} · ${t('monitoring.gapLine', { hours: gap.hours, why: gapText(t, gap) })}`,
      ]),
      ...originLines(t, dataset, isKept),
      [t('about.link'), location.href],
    ])
  }
  return (
    <TableExport
      name={t('monitoring.table.file', {
        ...{ name, parameter: named },
        ...{ from: dayOf(series.from), until: dayOf(until) },
      })}
      note={t('monitoring.table.note')}
      table={table}
      dataClass={readingsClass(dataset, isKept)}
    />
  )
}
