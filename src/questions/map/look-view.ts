import { computeLook, type Look, type LookLegend, NO_CLASS } from '@/domain/sources/view/look'
import type { Table } from '@/domain/table/column'
import { joinColumn } from '@/domain/table/join-columns'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import type { FilteredSources } from '@/questions/filtered-sources'
import { cacheLast } from '@/questions/memo'

/** A look applied to the sources of a day. */
export interface LookView {
  /** Class of each source. */
  readonly classes: Uint8Array
  readonly sizes: Uint8Array
  /** Null if the package has no source of the kind. */
  readonly legend: LookLegend | null
}

/** Applies a look to the sources of an evaluated package. A kind may have several files: they share the classes. */
export const applyLook = cacheLast((evaluated: EvaluatedPackage, look: Look): LookView => {
  const parts = partsOf(evaluated, look)
  const painted = computeLook(joinedTable(parts, look), look)
  const classes = new Uint8Array(evaluated.status.length).fill(NO_CLASS)
  const sizes = new Uint8Array(evaluated.status.length)
  let from = 0
  for (const { first, table } of parts) {
    classes.set(painted.classes.subarray(from, from + table.length), first)
    sizes.set(painted.sizes.subarray(from, from + table.length), first)
    from += table.length
  }
  return { classes, sizes, legend: parts.length > 0 ? painted.legend : null }
})

const partsOf = ({ tables }: EvaluatedPackage, { kind }: Look) => tables.filter((each) => each.kind === kind)

/** The columns of a look, of all files of its kind. */
function joinedTable(parts: EvaluatedPackage['tables'], { colour, size }: Look): Table {
  const tables = parts.map(({ table }) => table)
  const columns = [colour, size].flatMap((name) => {
    const column = name === null ? undefined : joinColumn(tables, name)
    return name !== null && column ? [[name, column] as const] : []
  })
  return { length: tables.reduce((sum, { length }) => sum + length, 0), columns: Object.fromEntries(columns) }
}

/** Legend of a look with the number of shown sources per class; null if there is no source of the kind. */
export function shownLookLegend({ evaluated, mask }: FilteredSources, look: Look): LookLegend | null {
  const { classes, legend } = applyLook(evaluated, look)
  if (!legend) return null
  const counts = legend.counts.map(() => 0)
  let rest = 0
  for (const { first, table } of partsOf(evaluated, look))
    for (let row = first; row < first + table.length; row++) {
      if (mask[row] === 0) continue
      const of = classes[row]!
      if (of === NO_CLASS) rest++
      else counts[of]!++
    }
  return { ...legend, counts, rest }
}
