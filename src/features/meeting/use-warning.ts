import { useMemo } from 'react'
import type { Warning } from '@/domain/warnings/warning'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened, useReport } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { type CalledTally, calledTally, warningOfMonth } from '@/store/warnings/warning-of-month'

/** A warning, and how those stand whom it asks. */
export interface CalledWarning {
  readonly warning: Warning
  readonly tally: CalledTally
}

/** The warning of the month that is shown; null where there was none, where nobody asks, and until its answer is there. */
export function useCalledWarning(isAsked = true): CalledWarning | null {
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const { calls, state } = useLedger()
  const warning = month === '' || !isAsked ? null : warningOfMonth(dataset.warnings ?? [], month)
  const code = warning?.code ?? ''
  const sources = useAnswer(async (worker) => (code === '' ? [] : worker.warningDuties(code)), code)
  return useMemo(
    () => (warning && sources ? { warning, tally: calledTally(warning, sources, calls, state) } : null),
    [warning, sources, calls, state],
  )
}
