import { useTranslation } from 'react-i18next'
import { runOpeningKey } from '@/domain/cases/opening-key'
import type { ExceedanceRun } from '@/domain/monitoring/exceedance-runs'
import { useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { spanText } from '@/store/words/monitor-figures'
import { datasetWorker } from '@/workers/client'
import { CaseOfSignal } from './CaseOfSignal'

interface Props {
  readonly run: ExceedanceRun
  /** False if all hours of the run were found invalid: then only a case that was already opened is shown. */
  readonly canOpen: boolean
}

/** Link to a case on hours above a limit; renders nothing if the package defines no such cases. */
export function CaseOfRun({ run, canOpen }: Props) {
  const { t } = useTranslation()
  const verdicts = useDoubtVerdicts()
  const { cases: settings } = useDataset()
  if (!settings?.sorts.some(({ from }) => from.exceedance)) return null
  const { device, limit } = run.highest
  const { parameter } = limit
  return (
    <CaseOfSignal
      of={[{ key: runOpeningKey(device, parameter, run.from), until: run.until }]}
      text={t('cases.open')}
      canOpen={canOpen}
      label={(action) => t('monitoring.caseOf', { span: spanText(run.from, run.until), action })}
      gone={t('monitoring.caseGone')}
      ask={() => datasetWorker().exceedanceOpening(READINGS_NAME, { device, parameter, hour: run.from }, verdicts)}
    />
  )
}
