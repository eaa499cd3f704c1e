import { useMemo } from 'react'
import { type CaseFigures, caseFigures } from '@/store/cases/case-figures'
import { useCases } from '@/store/cases/use-cases'
import { useReport } from '@/store/chentu'

/** What the cases of the month that is shown come to; null until the records of this device are read. */
export function useCaseFigures(): CaseFigures | null {
  const cases = useCases()
  const month = useReport()?.month ?? ''
  return useMemo(() => cases && caseFigures(cases, month), [cases, month])
}
