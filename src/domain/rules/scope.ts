import { ABSENT_FLAG, type Table, textOf } from '@/domain/table/column'
import type { Scope } from './rule'

/** Whether a row is in a scope; unknown if the field is absent. */
export type Membership = 'in' | 'out' | 'unknown'

/**
 * Compiles scopes to a test that all must pass. A row that one of them excludes is out, even if fields of the others
 * are absent.
 * @throws RangeError if the table lacks a field of the type that the scope reads.
 */
export function compileScopes(scopes: readonly Scope[], table: Table): (row: number) => Membership {
  const each = scopes.map((scope) => compileScope(scope, table))
  return (row) => {
    let member: Membership = 'in'
    for (const scope of each) {
      const here = scope(row)
      if (here === 'out') return here
      if (member === 'in') member = here
    }
    return member
  }
}

/** Whether a table has all columns that the scopes read, in the right types. */
export const hasColumnsOf = (scopes: readonly Scope[], { columns }: Table): boolean =>
  scopes.every((scope) => {
    if ('counties' in scope) return true
    const type = columns[scope.field]?.type
    if ('is' in scope) return type === 'flag'
    return 'equals' in scope ? type === 'number' : type === 'text' || type === 'packed'
  })

function compileScope(scope: Scope, table: Table): (row: number) => Membership {
  if ('counties' in scope) return compileScope({ field: 'county', oneOf: scope.counties }, table)
  const column = table.columns[scope.field]
  if ('is' in scope && column?.type === 'flag') {
    const wanted = scope.is ? 1 : 0
    return (row) => (column.values[row] === ABSENT_FLAG ? 'unknown' : column.values[row] === wanted ? 'in' : 'out')
  }
  if ('oneOf' in scope && (column?.type === 'text' || column?.type === 'packed')) {
    return (row) => {
      const text = textOf(column, row)
      return text === '' ? 'unknown' : scope.oneOf.includes(text) ? 'in' : 'out'
    }
  }
  if ('equals' in scope && column?.type === 'number') {
    return (row) => (Number.isNaN(column.values[row]!) ? 'unknown' : column.values[row] === scope.equals ? 'in' : 'out')
  }
  throw new RangeError(`the rule's scope reads "${scope.field}", which is ${column?.type ?? 'absent'}`)
}
