import type { TargetRole } from '@/domain/intake/recognise/target'

const FIGURES: readonly TargetRole[] = ['dustfall-samples', 'dustfall-published']

/**
 * The kinds of tables whose views change with those of some kinds: which existing rows a file lacks depends on the other
 * files of its kind, and a county's figure is compared with the mean of its points.
 */
export const seenTogether = (roles: ReadonlySet<TargetRole>): ReadonlySet<TargetRole> =>
  FIGURES.some((role) => roles.has(role)) ? new Set([...roles, ...FIGURES]) : roles
