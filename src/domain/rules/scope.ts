import { ABSENT_FLAG, type Table, textOf } from '@/domain/table/column'
import type { Scope } from './rule'

/** Whether a row is one of those meant; unknown where a field that says so is absent. */
export type Membership = 'in' | 'out' | 'unknown'

/**
 * Whether rows of a table are as all of some scopes say. A row that one of them excludes is out, whatever is absent of the others.
 * @throws RangeError for a field that the table does not have in the type that the scope reads.
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

/** Whether a table has the columns that some scopes read, each in the type that it is read as. */
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
