import { useChentu, useOpened, useReport } from '@/store/chentu'

/** The county that a scene speaks of: the chosen one, the first of the agenda, or the worst of the month. */
export function useFocusedCounty(): string | null {
  const { settings } = useOpened().dataset
  const report = useReport()
  const chosen = useChentu((state) => state.view.county)
  const rows = report?.rows ?? []
  const worst = rows.findLast(({ figure }) => figure.value !== null) ?? rows[0]
  const has = (code: string | null | undefined) => rows.some(({ county }) => county === code)
  const first = settings.meeting?.counties?.find(has)
  return has(chosen) ? chosen : (first ?? worst?.county ?? null)
}
