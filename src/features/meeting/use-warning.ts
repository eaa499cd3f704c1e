import { useMemo } from 'react'
import type { IsoDay } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { minuteAfter, minuteAt } from '@/domain/monitoring/minute-of'
import type { Warning } from '@/domain/warnings/warning'
import { calledAt } from '@/ledger/calls'
import type { CalledExceedances } from '@/questions/warnings/called-exceedances'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { READINGS_NAME } from '@/store/exports/exports-worker'
import { useDoubtVerdicts } from '@/store/ledger/use-doubt-verdicts'
import { knownStandings } from '@/store/warnings/call-standing'
import { useCallEvidence } from '@/store/warnings/use-call-evidence'
import { type CalledTally, calledTally, tallyRequest, warningsKnownOn } from '@/store/warnings/warning-of-month'
import { useCountingDay } from './use-counting-day'

/** A warning, and the responses of those it called. */
export interface WarningResponse {
  readonly warning: Warning
  readonly tally: CalledTally
  /** Number of calls made after the counting day; they are not counted. */
  readonly later: number
  /** Exceedances measured by monitors of those called: evidence, not a verdict. */
  readonly over: CalledExceedances
}

/** A month's last warning, as of a day. */
export interface CalledWarning extends WarningResponse {
  readonly day: IsoDay
  /** Other warnings in force in the same month, latest first. */
  readonly others: readonly WarningResponse[]
}

const NONE: readonly Warning[] = []

/**
 * The last warning of a report's month, as of its {@link useCountingDay}. 'none' if none had begun by then or `isAsked`
 * is false; null until all of it is known.
 */
export function useCalledWarning(report: MonthReport | null, isAsked = true): CalledWarning | 'none' | null {
  const { warnings } = useOpened().dataset
  const month = report?.month ?? ''
  const answered = useCallEvidence()
  const verdicts = useDoubtVerdicts()
  const day = useCountingDay(report)
  const all = useMemo(
    () => (month === '' || !isAsked ? NONE : warningsKnownOn(warnings, month, day)),
    [warnings, month, isAsked, day],
  )
  const found = useAnswer(
    async (worker) =>
      answered &&
      Promise.all(
        all.map(async (warning): Promise<WarningResponse> => {
          const known = knownStandings(warning, answered, day)
          const calls = [...(answered.calls.get(warning.code)?.values() ?? [])].flatMap(({ standing }) => standing)
          return {
            warning,
            tally: calledTally(await worker.warningOverview(tallyRequest(warning.code, known))),
            over: await worker.calledExceedances(READINGS_NAME, { code: warning.code, known, day }, verdicts),
            later: calls.filter((event) => minuteAt(calledAt(event)) >= minuteAfter(day)).length,
          }
        }),
      ),
    `${day} ${all.map(({ code }) => code).join('\n')}`,
    [answered, verdicts],
  )
  return useMemo(() => {
    if (all.length === 0) return 'none'
    const [last, ...others] = found ?? []
    return last ? { ...last, day, others } : null
  }, [all, found, day])
}
