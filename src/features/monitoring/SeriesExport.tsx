import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { PARAMETER_FACTS, type Parameter } from '@/domain/monitoring/parameter'
import type { MonitorLine } from '@/questions/monitor-list'
import type { MonitorSeries } from '@/questions/monitor-series'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { hourText, valueText } from '@/store/words/monitor-figures'
import { useFileName } from '@/store/words/use-file-name'
import { Menu } from '@/ui/controls/Menu'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import { seriesTable } from './series-table'

const FORMATS = ['xlsx', 'csv'] as const

interface Props {
  readonly line: MonitorLine
  readonly series: MonitorSeries
  readonly parameter: Parameter
}

/** Saves the hours that are shown as a file for Excel or WPS, with what they are and where their limits are from. */
export function SeriesExport({ line: { device, place, isKept }, series, parameter }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { problems, attempt, running } = useAttempt()
  const nameOf = useFileName()
  const name = place?.name ?? device
  const named = t(`monitoring.names.${parameter}`)
  const { unit } = PARAMETER_FACTS[parameter]

  async function save(format: (typeof FORMATS)[number]) {
    const until = series.from + (series.values.length - 1) * 60
    const hours = dataset.provenance.filter(({ role }) => role === 'readings-hourly')
    const limits = series.limits.map(({ limit, value }): [string, string] => [
      t('monitoring.limit'),
      [
        `${valueText(value, parameter)} ${unit}`,
        inLanguage(limit.source, i18n.language),
        ...(limit.confirmed ? [] : [t('monitoring.unconfirmed')]),
      ].join(' · '),
    ])
    const table = seriesTable(t, series, parameter, `${name} ${named}`, [
      [t('about.package'), dataset.name],
      [t('monitoring.device'), name === device ? device : `${name} ${device}`],
      [t('monitoring.parameter'), `${named} (${unit})`],
      [t('monitoring.period'), `${hourText(series.from)} – ${hourText(until)}`],
      ...limits,
      [t('monitoring.table.doubts'), t('monitoring.doubtsNote')],
      ...(isKept ? [[t('monitoring.table.from'), t('monitoring.table.kept')] as [string, string]] : []),
      ...(hours.some(({ dataClass }) => dataClass === 'illustrative')
        ? [[t('monitoring.table.from'), t('monitoring.table.illustrative')] as [string, string]]
        : []),
      [t('about.link'), location.href],
    ])
    saveFile(await datasetWorker().exportRows(table, format), nameOf(`${name} ${named}`, format))
  }

  return (
    <>
      <Menu
        label={t('frame.export')}
        disabled={running}
        entries={FORMATS.map((format) => ({
          key: format,
          label: t(`frame.exportAs.${format}`),
          note: t('monitoring.table.note'),
          onChoose: () => void attempt(() => save(format)),
        }))}
      />
      <Refused problems={problems} />
    </>
  )
}
