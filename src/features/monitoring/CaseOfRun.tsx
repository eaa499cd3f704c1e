import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { runOpeningKey } from '@/domain/cases/opening-key'
import type { ExceedanceRun } from '@/domain/monitoring/exceedance-runs'
import { useCasePanel } from '@/store/cases/case-panel'
import { useCaseRecords } from '@/store/cases/use-cases'
import { useChentu, useDataset } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useAttempt } from '@/store/page/use-attempt'
import { spanText } from '@/store/words/monitor-figures'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'

/** Leads to 异常处置, to open a case on hours above a limit, or to the one that was opened on them; nothing where the package has no such cases. */
export function CaseOfRun({ run }: { readonly run: ExceedanceRun }) {
  const { t } = useTranslation()
  const { cases: settings } = useDataset()
  const setView = useChentu((state) => state.setView)
  const { show, open } = useCasePanel()
  const cases = useCaseRecords()
  const { running, problems, attempt } = useAttempt()
  const [isGone, setGone] = useState(false)
  if (!settings?.sorts.some(({ from }) => from.exceedance)) return null
  const { device, limit } = run.highest
  const { parameter } = limit
  const caseOf = (key: string) => cases?.find((each) => !each.withdrawn && each.opening?.body.from === key)
  // One that began before what the screen shows is known by its begin, which only the worker tells.
  const known = caseOf(runOpeningKey(device, parameter, run.from))

  async function lead() {
    const opening = await datasetWorker().exceedanceOpening(READINGS_NAME, { device, parameter, hour: run.from })
    const opened = known ?? (opening && caseOf(opening.key))
    setGone(!opened && !opening)
    if (opened) show(opened.id)
    else if (opening) open(opening)
    else return
    setView({ mode: 'explore', panel: 'cases' })
  }
  return (
    <>
      <Button
        disabled={running}
        aria-label={t('monitoring.caseOf', { span: spanText(run.from, run.until) })}
        onClick={() => void attempt(lead)}
      >
        {t(known ? 'cases.see' : 'cases.open')}
      </Button>
      {isGone && <small role="status">{t('monitoring.caseGone')}</small>}
      <Refused problems={problems} />
    </>
  )
}
