import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { IntakeBase } from '@/domain/intake/intake-base'
import { SAME_PLACE_METRES } from '@/domain/intake/rows/row-checks'
import { positionOf } from '@/domain/sources/inventory'
import { mayBeImportsCode } from '@/domain/sources/made-code'
import { type Table, textAt } from '@/domain/table/column'
import { appendTo, type PackageKnowledge } from '@/workspace/package-knowledge'

/**
 * Returns a function that finds, for a row whose code some tables lack, the generated code of a row with its name and
 * place: an earlier file listed the thing without a code.
 */
export function uncodedThere(
  tables: readonly Table[],
  { findCounty }: Pick<PackageKnowledge, 'findCounty'>,
): IntakeBase['uncodedAs'] {
  const codes = new Set<string>()
  const made = new Map<string, { readonly table: Table; readonly row: number }[]>()
  for (const table of tables)
    for (let row = 0; row < table.length; row++) {
      const code = textAt(table, 'code', row)
      codes.add(code)
      if (mayBeImportsCode(code)) appendTo(made, textAt(table, 'name', row), { table, row })
    }
  return ({ code, name, at, county }) => {
    if (codes.has(code)) return null
    const same = made.get(name)?.find(({ table, row }) => {
      const there = positionOf(table, row)
      if (at && there) return nearbyDistanceMetres(...at, ...there) <= SAME_PLACE_METRES
      return county !== null && findCounty(textAt(table, 'county', row)) === county
    })
    return same ? textAt(same.table, 'code', same.row) : null
  }
}
