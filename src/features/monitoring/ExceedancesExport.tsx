import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '@/domain/calendar'
import { doubtVerdicts } from '@/ledger/verdicts'
import { useOpened } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useLedger } from '@/store/ledger'
import { limitConversion } from '@/store/words/limit-note'
import { hourText } from '@/store/words/monitor-figures'
import { datasetWorker } from '@/workers/client'
import { exceedanceTable } from './exceedance-table'
import { originLines, readingsClass } from './export-lines'
import { type Period, PeriodControl } from './PeriodControl'
import { TableExport } from './TableExport'

interface Props {
  readonly asOf: IsoDay
  /** True if readings of any device were imported in this browser. */
  readonly hasKept: boolean
  countyOf(code: string): string
}

/** Saves all devices' exceedances in a chosen period as one list. */
export function ExceedancesExport({ asOf, hasKept, countyOf }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const [period, setPeriod] = useState<Period>('7')
  const table = async () => {
    // The verdicts at the time of saving.
    const { verdicts } = useLedger.getState()
    const list = await datasetWorker().exceedances(READINGS_NAME, asOf, Number(period), doubtVerdicts(verdicts))
    // An empty list would wrongly state that there were no exceedances.
    if (!list) return null
    const limits = new Set(list.rows.map(({ limit }) => limit))
    const conversions = new Set([...limits].flatMap((limit) => limitConversion(t, limit).map(({ text }) => text)))
    return exceedanceTable(t, list, countyOf, verdicts, i18n.language, [
      [t('about.package'), dataset.name],
      [t('app.asOf'), asOf],
      [t('monitoring.period'), `${hourText(list.from)} – ${hourText(list.until)}`],
      [t('about.count'), String(list.rows.length)],
      [t('monitoring.limit'), t('monitoring.exceedances.about')],
      ...[...conversions].map((text) => [t('monitoring.limit'), text] as const),
      [t('monitoring.table.doubts'), t('monitoring.list.doubtsNote')],
      [t('monitoring.exceedances.title'), t('monitoring.why.person')],
      ...list.problems.map(({ file }) => [t('monitoring.unreadable'), file] as const),
      ...originLines(t, dataset, hasKept),
      [t('about.link'), location.href],
    ])
  }
  return (
    <details>
      <summary>{t('monitoring.exceedances.save')}</summary>
      <PeriodControl period={period} onChange={setPeriod} />
      <TableExport
        name={`${t('monitoring.exceedances.title')} ${t(`monitoring.days.${period}`)}`}
        label={t('monitoring.exceedances.export')}
        note={t('monitoring.exceedances.note')}
        table={table}
        dataClass={readingsClass(dataset, hasKept)}
      />
    </details>
  )
}
