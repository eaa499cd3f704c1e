import type { TFunction } from 'i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { SceneName } from '@/io/package/descriptor'
import type { SceneItem } from '@/store/meeting/agenda'

/** Steps that may follow the whole scene: the counties over the limit, then the focused county. */
export const REVEAL_STEPS = ['over', 'county'] as const
/**
 * The scene of warnings has a step for each, if there are several: their number in time, from 1. Exceedances that do
 * not fit below a warning's table follow on a step of their own.
 */
export type WarningStep = `warning ${number}` | `warning ${number} over`
export type Step = 'all' | (typeof REVEAL_STEPS)[number] | WarningStep

/** The number of the warning that a step shows; null if the scene has only one, or none. */
export const warningNumber = (step: Step): number | null =>
  step.startsWith('warning ') ? Number.parseInt(step.slice('warning '.length), 10) : null

/** Whether a step shows only the exceedances of a warning. */
export const isOverStep = (step: Step): boolean => warningNumber(step) !== null && step.endsWith(' over')

/** What a step shows, in words; '' for the whole scene. */
export function sceneStepText(t: TFunction<'texts'>, step: Step): string {
  const number = warningNumber(step)
  if (number !== null)
    return t(isOverStep(step) ? 'meeting.wall.warningOverStep' : 'meeting.wall.warningStep', { number })
  return step === 'over' || step === 'county' ? t(`meeting.wall.step.${step}`) : ''
}

const STEPPED: readonly SceneName[] = ['ranking', 'map']

/** Whether a scene can be revealed in steps. */
export const isStepped = (scene: SceneName): boolean => STEPPED.includes(scene)

/**
 * The steps of an agenda item in a month, without those that would show nothing new.
 * @param warnings the warnings that the meeting shows, oldest first: whether the exceedances of each take a step of
 *   their own
 */
export function stepsOf(
  { scene, steps: revealed }: SceneItem,
  report: MonthReport | null,
  county: string | null,
  warnings: readonly boolean[] = [],
): Step[] {
  if (scene === 'warnings') {
    const found = warnings.flatMap((isApart, i): WarningStep[] => [
      `warning ${i + 1}`,
      ...(isApart ? [`warning ${i + 1} over` as const] : []),
    ])
    return found.length > 1 ? found : ['all']
  }
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
