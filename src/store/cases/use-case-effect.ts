import type { CaseEffect, UnreadEffect } from '@/questions/cases/case-effect'
import { useAnswer } from '@/store/answers/use-answer'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import type { CaseView } from './case-view'

const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000)

/**
 * What hourly values of nearby monitors show about the effect of a case, once a team has reported; null before that,
 * without a monitor nearby, and without a case. Where readings of the time cannot be read, why.
 */
export function useCaseEffect(caseView: CaseView | null): CaseEffect | UnreadEffect | null {
  const verdicts = useDoubtVerdicts()
  const opened = caseView?.opened
  const reported = caseView?.record.standing.current.findLast(({ step }) => step === 'reported')
  const asked = opened &&
    reported && {
      from: opened.from,
      position: opened.position,
      noticed: minuteOf(opened.observed),
      settled: minuteOf(reported.when),
    }
  return useAnswer(
    async (worker) => (asked ? await worker.caseEffect(READINGS_NAME, asked, verdicts) : null),
    JSON.stringify(asked ?? null),
    [verdicts],
  )
}
