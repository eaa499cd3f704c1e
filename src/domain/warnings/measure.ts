import type { Bilingual } from '@/domain/bilingual'
import type { Rule } from '@/domain/rules/rule'
import { compileScopes, hasColumnsOf, type Membership } from '@/domain/rules/scope'
import type { Table } from '@/domain/table/column'
import type { Warning, WarningLevel } from './warning'

/** What somebody has to do on a day of warning: stop, do less, or do less of their own will. */
export const DUTIES = ['stop', 'reduce', 'voluntary'] as const
export type Duty = (typeof DUTIES)[number]

/** What is asked of some sources while a warning lasts: a setting of the package, with its source. */
export interface WarningMeasure extends Pick<Rule, 'id' | 'kind' | 'scope' | 'lead'> {
  readonly levels: readonly WarningLevel[]
  readonly duty: Duty
  /** What is to be done, as a call says it. */
  readonly what: Bilingual
  /** What asks for it. */
  readonly source: Bilingual
  /** Whether somebody held it against the document that is in force. */
  readonly confirmed: boolean
}

/**
 * Whether a warning asks a measure of a row: unknown where a field that says so is absent, or where nobody knows in which county
 * the row lies. `countyAt` is the code of the row's county, '' where nobody knows it.
 */
export function askedBy(
  { level, counties }: Pick<Warning, 'level' | 'counties'>,
  { levels, scope }: Pick<WarningMeasure, 'levels' | 'scope'>,
  table: Table,
  countyAt: (row: number) => string,
): (row: number) => Membership {
  if (!levels.includes(level)) return () => 'out'
  // A table without a column that tells which rows are meant tells it of none.
  const inScope = hasColumnsOf(scope, table) ? compileScopes(scope, table) : () => 'unknown' as const
  if (counties.length === 0) return inScope
  return (row) => {
    const county = countyAt(row)
    if (county !== '' && !counties.includes(county)) return 'out'
    const asked = inScope(row)
    return county === '' && asked === 'in' ? 'unknown' : asked
  }
}
