import type { MonthReport } from '@/domain/dustfall/month-report'
import type { SceneName } from '@/io/package/descriptor'
import type { SceneItem } from '@/store/meeting/agenda'

/** Steps that may follow the whole scene: the counties over the limit, then the focused county. */
export const REVEAL_STEPS = ['over', 'county'] as const
export type Step = 'all' | (typeof REVEAL_STEPS)[number]

const STEPPED: readonly SceneName[] = ['ranking', 'map']

/** Whether a scene can be revealed in steps. */
export const isStepped = (scene: SceneName): boolean => STEPPED.includes(scene)

/** The steps of an agenda item in a month, without those that would show nothing new. */
export function stepsOf(
  { scene, steps: revealed }: SceneItem,
  report: MonthReport | null,
  county: string | null,
): Step[] {
  const steps: readonly string[] = revealed ?? REVEAL_STEPS
  if (!isStepped(scene) || !report) return ['all']
  const over = report.rows.filter((row) => row.over).map((row) => row.county)
  const one = report.rows.find((row) => row.county === county)
  const found: Step[] = ['all']
  if (steps.includes('over') && over.length > 0 && over.length < report.rows.length) found.push('over')
  const isAlone = found.includes('over') && over.length === 1 && over[0] === county
  if (steps.includes('county') && one && !isAlone && report.rows.length > 1) found.push('county')
  return found
}

/** The counties that a step highlights; null for all. */
export function highlightedCounties(
  step: Step,
  report: MonthReport,
  county: string | null,
): ReadonlySet<string> | null {
  if (step === 'over') return new Set(report.rows.filter(({ over }) => over).map((row) => row.county))
  return step === 'county' && county !== null ? new Set([county]) : null
}
