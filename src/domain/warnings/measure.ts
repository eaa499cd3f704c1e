import type { Bilingual } from '@/domain/bilingual'
import type { Rule, Scope } from '@/domain/rules/rule'
import { compileScopes, hasColumnsOf, type Membership } from '@/domain/rules/scope'
import type { Table } from '@/domain/table/column'
import type { Warning, WarningLevel } from './warning'

/** What must be done during a warning: stop, reduce, or reduce voluntarily. */
export const DUTIES = ['stop', 'reduce', 'voluntary'] as const
export type Duty = (typeof DUTIES)[number]

/** What some sources must do while a warning is in force: a setting of the package, with its source. */
export interface WarningMeasure extends Pick<Rule, 'id' | 'kind' | 'scope' | 'lead'> {
  readonly levels: readonly WarningLevel[]
  /**
   * Rows of the scope whose list says that the work to stop is over, such as a building demolished completely. No plan
   * exempts them, so they stay in the list, apart from those that must respond. Absent: there are none.
   */
  readonly finished?: readonly Scope[] | undefined
  readonly duty: Duty
  /** The action required, as a call states it. */
  readonly what: Bilingual
  /** The document that requires it. */
  readonly source: Bilingual
  /** Whether somebody checked it against the document in force. */
  readonly confirmed: boolean
}

/**
 * Tests whether a warning requires a measure of a row. `unknown` if a field that the scope needs is absent, or the
 * row's county is unknown. `countyAt`: the code of the row's county, '' if unknown.
 */
export function measureApplies(
  { level, counties }: Pick<Warning, 'level' | 'counties'>,
  { levels, scope }: Pick<WarningMeasure, 'levels' | 'scope'>,
  table: Table,
  countyAt: (row: number) => string,
): (row: number) => Membership {
  if (!levels.includes(level)) return () => 'out'
  // Without the columns that the scope needs, no row can be decided.
  const inScope = hasColumnsOf(scope, table) ? compileScopes(scope, table) : () => 'unknown' as const
  if (counties.length === 0) return inScope
  return (row) => {
    const county = countyAt(row)
    if (county !== '' && !counties.includes(county)) return 'out'
    const asked = inScope(row)
    return county === '' && asked === 'in' ? 'unknown' : asked
  }
}

/** Tests whether a row's list says that the work which a measure stops is over; false where it does not say. */
export function measureFinished(
  { finished = [] }: Pick<WarningMeasure, 'finished'>,
  table: Table,
): (row: number) => boolean {
  if (finished.length === 0 || !hasColumnsOf(finished, table)) return () => false
  const of = compileScopes(finished, table)
  return (row) => of(row) === 'in'
}
