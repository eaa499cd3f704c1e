import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundOrder } from '@/domain/field/round-order'
import { useRecorder } from '@/features/cases/use-recorder'
import { offeredTime, stepTime, timeNeeds } from '@/features/explore/cases/step-time'
import { assignmentSteps } from '@/store/cases/assigned-case'
import type { CaseView } from '@/store/cases/case-view'
import { useRecordAssignment } from '@/store/cases/use-record-assignment'
import { useOpened } from '@/store/chentu'
import { useMinute } from '@/store/device/today'

export type Assignment = ReturnType<typeof useAssignment>

/** Who gives a case to a team, and when: by default the last author, and the time of `offeredTime`. Without a case nothing is asked. */
export function useAssignment(of: CaseView | null, to: Pick<RoundOrder, 'team' | 'day'>) {
  const { t } = useTranslation()
  const recorder = useRecorder()
  const record = useRecordAssignment()
  const { asOf } = useOpened().evaluation
  const now = useMinute()
  const [typedWhen, setWhen] = useState<string | null>(null)
  const when = typedWhen ?? (of ? offeredTime(of, asOf, now) : '')
  // Giving a case again to the same team for the same day adds no record.
  const time = of && assignmentSteps(of.record, to).length === 0 ? stepTime(of, 'given', when, now) : null
  const ofTime = timeNeeds(time, t('cases.form.givenAt'))
  return {
    ...{ recorder, when, setWhen },
    /** The time as read; null if nothing is asked. */
    time,
    /** What the user entered. */
    typed: [recorder.typed, typedWhen],
    missing: [...ofTime.missing, ...(time && recorder.isMissing ? [t('cases.form.stepBy')] : [])],
    wrong: ofTime.wrong,
    /** @throws if it could not be written. */
    async record(order: RoundOrder): Promise<void> {
      if (!of || !time) return
      await recorder.remember()
      await record(of, order, typedWhen === null ? new Date().toISOString() : time.at!)
    },
  }
}
