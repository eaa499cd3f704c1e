import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase } from '@/domain/intake/intake-base'
import type { TargetRole } from '@/domain/intake/recognise/target'
import { SAME_PLACE_METRES } from '@/domain/intake/rows/row-checks'
import type { SetByHand } from '@/domain/intake/set-by-hand'
import { positionOf } from '@/domain/sources/inventory'
import { importsCode } from '@/domain/sources/made-code'
import { type Table, textAt } from '@/domain/table/column'
import { appendTo, type PackageKnowledge } from '@/workspace/package-knowledge'
import { uncodedThere } from './uncoded-there'

/**
 * The package's facts that one file is read against. Codes generated for the file contain `series`, a number that no
 * other file of this session has.
 */
export function intakeBase(
  knowledge: PackageKnowledge,
  file: string,
  sheet: string,
  role: TargetRole,
  series: number,
): IntakeBase {
  const tables = knowledge.opened.inventory.kinds.filter(({ kind }) => kind === role).map(({ table }) => table)
  const {
    findCounty,
    similarCounty,
    countyName,
    countyAt,
    riverMetres,
    isCity,
    pointsOf,
    findSource,
    figureOf,
    known,
    months,
  } = knowledge
  const codeThere = codesThere(tables, knowledge.opened.pack.byHand.get(role))
  return {
    file,
    sheet,
    findCounty,
    similarCounty,
    countyName,
    countyAt,
    known,
    riverMetres,
    isCity,
    pointsOf,
    findSource,
    figureOf,
    months,
    belowDetectionShare: knowledge.opened.pack.dustfall.belowDetectionShare,
    codeOf: (name, at, county) => {
      if (role === 'warnings') return warningCode(knowledge, name)
      if (role !== 'dustfall-points') return codeThere(name, at)
      return county === null ? null : knowledge.codeOfPoint(name, county)
    },
    uncodedAs: uncodedThere(tables, knowledge),
    newCode: newCodes(tables, series, role === 'warnings' ? knowledge.opened.pack.warnings : []),
  }
}

/** Code of a warning that was issued before under a name. */
const warningCode = ({ opened }: PackageKnowledge, name: string): string | null =>
  opened.pack.warnings.find((warning) => warning.name === name)?.code ?? null

/**
 * Returns a function that finds the code of the same thing in some tables by name and, if both have one, position; it
 * returns each code once.
 */
function codesThere(
  tables: readonly Table[],
  byHand: SetByHand = new Map(),
): (name: string, at: Position | null) => string | null {
  const rowsOfName = new Map<string, { readonly table: Table; readonly row: number }[]>()
  for (const table of tables)
    for (let row = 0; row < table.length; row++) {
      const name = textAt(table, 'name', row)
      appendTo(rowsOfName, name, { table, row })
      // The file keeps using the earlier name.
      const called = byHand.get(textAt(table, 'code', row))?.name
      if (called && called !== name) appendTo(rowsOfName, called, { table, row })
    }
  const used = new Set<string>()
  return (name, at) => {
    const rows = rowsOfName.get(name) ?? []
    const found = rows.findIndex(({ table, row }) => {
      if (used.has(textAt(table, 'code', row))) return false
      // A position set by hand can't be compared with the file's.
      if (byHand.get(textAt(table, 'code', row))?.position !== undefined) return true
      const there = positionOf(table, row)
      return !at || !there || nearbyDistanceMetres(...at, ...there) <= SAME_PLACE_METRES
    })
    if (found < 0) return null
    // Each row matches once. Removing it also avoids searching a thousand rows of one name again for each match.
    const [{ table, row }] = rows.splice(found, 1) as [{ readonly table: Table; readonly row: number }]
    const code = textAt(table, 'code', row)
    used.add(code)
    return code
  }
}

/** Returns a function that generates codes used neither in the tables, nor by other things, nor before. */
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
    do code = importsCode(series, ++last)
    while (codes.has(code))
    return code
  }
}
