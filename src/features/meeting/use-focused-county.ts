import { useChentu, useReport } from '@/store/chentu'

/** The county that a scene speaks of: the chosen one, or the worst of the month. */
export function useFocusedCounty(): string | null {
  const report = useReport()
  const chosen = useChentu((state) => state.view.county)
  const rows = report?.rows ?? []
  const worst = rows.findLast(({ figure }) => figure.value !== null) ?? rows[0]
  return rows.some(({ county }) => county === chosen) ? chosen : (worst?.county ?? null)
}
