import { useMemo } from 'react'
import type { Warning } from '@/domain/warnings/warning'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useAnswered } from '@/store/warnings/use-answered'
import { type CalledTally, calledTally, warningOfMonth } from '@/store/warnings/warning-of-month'

/** A warning, and how those stand whom it asks. */
export interface CalledWarning {
  readonly warning: Warning
  readonly tally: CalledTally
}

/** The warning of the month that is shown; `none` where there was none, or nobody asks; null until all of it is known. */
export function useCalledWarning(isAsked = true): CalledWarning | 'none' | null {
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const answered = useAnswered()
  const warning = month === '' || !isAsked ? null : warningOfMonth(dataset.warnings ?? [], month)
  const code = warning?.code ?? ''
  const sources = useAnswer(async (worker) => (code === '' ? [] : worker.warningDuties(code)), code)
  return useMemo(() => {
    if (!warning) return 'none'
    return sources && answered ? { warning, tally: calledTally(warning, sources, answered) } : null
  }, [warning, sources, answered])
}
