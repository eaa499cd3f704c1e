import { useMemo } from 'react'
import type { Warning } from '@/domain/warnings/warning'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useAnswered } from '@/store/warnings/use-answered'
import { type CalledTally, calledTally, warningsOfMonth } from '@/store/warnings/warning-of-month'

/** A warning, and how those stand whom it asks. */
export interface CalledWarning {
  readonly warning: Warning
  readonly tally: CalledTally
  /** Others that were in force in the same month; their answers stand in 预警响应. */
  readonly others: readonly Warning[]
}

const NONE: readonly Warning[] = []

/** The warning of the month that is shown; `none` where there was none, or nobody asks; null until all of it is known. */
export function useCalledWarning(isAsked = true): CalledWarning | 'none' | null {
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const answered = useAnswered()
  const { warnings = NONE } = dataset
  const all = useMemo(
    () => (month === '' || !isAsked ? NONE : warningsOfMonth(warnings, month)),
    [warnings, month, isAsked],
  )
  const [warning = null] = all
  const code = warning?.code ?? ''
  const sources = useAnswer(async (worker) => (code === '' ? [] : worker.warningDuties(code)), code)
  return useMemo(() => {
    if (!warning) return 'none'
    return sources && answered
      ? { warning, tally: calledTally(warning, sources, answered), others: all.slice(1) }
      : null
  }, [warning, all, sources, answered])
}
