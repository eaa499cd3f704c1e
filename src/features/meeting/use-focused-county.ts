import type { MonthReport } from '@/domain/dustfall/month-report'
import { useChentu, useOpened, useReport } from '@/store/chentu'

/**
 * The county in focus: the chosen one, else the first of the agenda, else the worst of the month (by default the shown
 * one).
 */
export function useFocusedCounty(report?: MonthReport | null): string | null {
  const { settings } = useOpened().dataset
  const shown = useReport()
  const chosen = useChentu((state) => state.view.county)
  const rows = (report ?? shown)?.rows ?? []
  const worst = rows.findLast(({ figure }) => figure.value !== null) ?? rows[0]
  const has = (code: string | null | undefined) => rows.some(({ county }) => county === code)
  const first = settings.meeting?.counties?.find(has)
  return has(chosen) ? chosen : (first ?? worst?.county ?? null)
}
