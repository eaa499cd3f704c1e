import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase } from '@/domain/intake/base'
import type { TargetRole } from '@/domain/intake/recognise/target'
import { SAME_PLACE_METRES } from '@/domain/intake/rows/row-checks'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import { positionOf } from '@/domain/sources/inventory'
import { type Table, textAt } from '@/domain/table/column'
import { type PackageKnowledge, put } from './package-knowledge'

/** Codes that the office did not give begin with this. */
const MADE = 'Z'

/** What one file is held against. Codes made for it are its own: `series` is a number that no other file of this sitting has. */
export function intakeBase(
  knowledge: PackageKnowledge,
  file: string,
  sheet: string,
  role: TargetRole,
  series: number,
): IntakeBase {
  const tables = knowledge.opened.inventory.kinds.filter(({ kind }) => kind === role).map(({ table }) => table)
  const { findCounty, countyName, countyAt, riverMetres, isCity, pointsOf, findSource, figureOf } = knowledge
  const codeThere = codesThere(tables, knowledge.opened.pack.byHand.get(role))
  return {
    file,
    sheet,
    findCounty,
    countyName,
    countyAt,
    riverMetres,
    isCity,
    pointsOf,
    findSource,
    figureOf,
    codeOf: (name, at, county) => {
      if (role === 'warnings') return warningCode(knowledge, name)
      if (role !== 'dustfall-points') return codeThere(name, at)
      return county === null ? null : knowledge.codeOfPoint(name, county)
    },
    newCode: newCodes(tables, series, role === 'warnings' ? knowledge.opened.pack.warnings : []),
  }
}

/** The code of a warning that was issued under a name before. */
const warningCode = ({ opened }: PackageKnowledge, name: string): string | null =>
  opened.pack.warnings.find((warning) => warning.name === name)?.code ?? null

/** Finds the code of the same thing in some tables by name and, where both have one, position; each code once. */
function codesThere(
  tables: readonly Table[],
  byHand: SetByHand = new Map(),
): (name: string, at: Position | null) => string | null {
  const rowsOfName = new Map<string, { readonly table: Table; readonly row: number }[]>()
  for (const table of tables)
    for (let row = 0; row < table.length; row++) {
      const name = textAt(table, 'name', row)
      put(rowsOfName, name, { table, row })
      // The file goes on calling it as it did.
      const called = byHand.get(textAt(table, 'code', row))?.name
      if (called && called !== name) put(rowsOfName, called, { table, row })
    }
  const used = new Set<string>()
  return (name, at) => {
    const rows = rowsOfName.get(name) ?? []
    const found = rows.findIndex(({ table, row }) => {
      if (used.has(textAt(table, 'code', row))) return false
      // Where a person put it says nothing of where the file has it.
      if (byHand.get(textAt(table, 'code', row))?.position !== undefined) return true
      const there = positionOf(table, row)
      return !at || !there || nearbyDistanceMetres(...at, ...there) <= SAME_PLACE_METRES
    })
    if (found < 0) return null
    // What is one thing of the file is no other; a thousand of one name are not gone through again for each.
    const [{ table, row }] = rows.splice(found, 1) as [{ readonly table: Table; readonly row: number }]
    const code = textAt(table, 'code', row)
    used.add(code)
    return code
  }
}

/** Makes codes that neither some tables, nor other things, nor an earlier call have. */
function newCodes(
  tables: readonly Table[],
  series: number,
  others: readonly { readonly code: string }[],
): () => string {
  const codes = new Set(others.map(({ code }) => code))
  for (const table of tables) for (let row = 0; row < table.length; row++) codes.add(textAt(table, 'code', row))
  let last = 0
  return () => {
    let code: string
    do code = `${MADE}${series}-${String(++last).padStart(4, '0')}`
    while (codes.has(code))
    return code
  }
}
