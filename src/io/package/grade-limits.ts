import type { Problem } from '@/domain/problem'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { GradeLimits } from '@/domain/sources/latest-surveys'
import type { PackageSettings } from './descriptor'

/** The limits by which a package grades surveys of a kind; null if it has none. */
export function gradeLimits(settings: PackageSettings, { surveys }: Kind): GradeLimits | null {
  const setting = surveys?.grading && settings[surveys.grading.setting]
  if (typeof setting !== 'object' || setting === null || !('limits' in setting)) return null
  const { limits } = setting
  return Array.isArray(limits) && limits.every((limit) => typeof limit === 'number') ? limits : null
}

/**
 * Reports a kind whose surveys are graded by a setting that the package lacks: a misspelt name would leave all of them
 * ungraded.
 */
export function gradingProblems(file: string, settings: PackageSettings, kind: Kind): Problem[] {
  const setting = kind.surveys?.grading?.setting
  if (setting === undefined || gradeLimits(settings, kind) !== null) return []
  const said = Object.keys(settings).filter((name) => name.endsWith('Limits'))
  return [
    {
      code: 'kind-grading-setting',
      file,
      kind: kind.id,
      expected: `"${setting}": { "limits": [ … ] }`,
      ...(said.length > 0 ? { seen: said.join('、') } : {}),
    },
  ]
}
