import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { RoundOrder } from '@/domain/field/round-order'
import { stepTime } from '@/features/explore/cases/step-time'
import { assignmentSteps } from '@/store/cases/assigned-case'
import type { CaseView } from '@/store/cases/case-view'
import { useRecordAssignment } from '@/store/cases/use-record-assignment'
import { useMinute } from '@/store/device/today'
import { useAuthor } from '@/store/ledger/use-author'

export type Assignment = ReturnType<typeof useAssignment>

/** Who gives a case to a team, and when: by default the last author, and now. Without a case nothing is asked. */
export function useAssignment(of: CaseView | null, to: Pick<RoundOrder, 'team' | 'day'>) {
  const { t } = useTranslation()
  const { author, remember } = useAuthor()
  const record = useRecordAssignment()
  const now = useMinute()
  const [typedBy, setBy] = useState<string | null>(null)
  const [typedWhen, setWhen] = useState<string | null>(null)
  const by = typedBy ?? author
  const when = typedWhen ?? localMinute(new Date(now).toISOString())
  // Giving a case again to the same team for the same day adds no record.
  const time = of && assignmentSteps(of.record, to).length === 0 ? stepTime(of, 'given', when, now) : null
  return {
    ...{ by, setBy, when, setWhen },
    /** The time as read; null if nothing is asked. */
    time,
    /** What the user entered. */
    typed: [typedBy, typedWhen],
    missing: [
      ...(time?.isMissing ? [t('cases.form.givenAt')] : []),
      ...(time && by.trim() === '' ? [t('cases.form.stepBy')] : []),
    ],
    wrong: time?.isWrong ? [t('cases.form.givenAt')] : [],
    /** @throws if it could not be written. */
    async record(order: RoundOrder): Promise<void> {
      if (!of || !time) return
      await remember(by.trim())
      await record(of, order, typedWhen === null ? new Date().toISOString() : time.at!)
    },
  }
}
