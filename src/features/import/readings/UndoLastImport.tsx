import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import workspace from '@/features/import/workspace/Workspace.module.css'
import type { LastImport } from '@/io/readings/last-import'
import { reportFailure } from '@/store/page/failure'
import { useAttempt } from '@/store/page/use-attempt'
import { lastImport, undoReadings, useReadings } from '@/store/readings'
import { monthName } from '@/store/words/month-name'
import { ConfirmButton } from '@/ui/ConfirmButton'
import { Refused } from '@/ui/Refused'

/** Undoes the last import, also after the page was opened again; what was just stored has its button beside its notice. */
export function UndoLastImport() {
  const { t } = useTranslation()
  const { kept, done, keeping } = useReadings()
  const [last, setLast] = useState<LastImport | null>(null)
  const { running, problems, attempt } = useAttempt()
  useEffect(() => {
    let isOld = false
    // Another list has another last import.
    if (kept) lastImport().then((found) => !isOld && setLast(found), reportFailure)
    return () => {
      isOld = true
    }
  }, [kept])
  if (!last || !kept?.length || done) return null
  const of = {
    months: last.months.map((month) => monthName(t, month)).join(t('ui.comma')),
    devices: last.devices,
  }
  return (
    <div className={workspace.version}>
      <span>
        {t('readings.last', of)}
        <Refused problems={problems} />
      </span>
      <ConfirmButton
        weight="quiet"
        disabled={running || keeping !== null}
        label={t('readings.undoLast')}
        title={t('readings.undoLastTitle')}
        question={t('readings.undoLastAsk', of)}
        refusal={t('readings.undoNot')}
        onConfirm={() => void attempt(() => undoReadings(last.ids))}
      />
    </div>
  )
}
