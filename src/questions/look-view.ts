import { type Look, type LookLegend, NO_CLASS, paint } from '@/domain/sources/view/look'
import type { EvaluatedPackage } from './evaluated-package'
import type { FilteredSources } from './filtered-sources'
import { cacheLast } from './memo'

/** A look applied to the sources of a day. */
export interface LookView {
  /** Class of each source. */
  readonly classes: Uint8Array
  readonly sizes: Uint8Array
  /** Null if the package has no source of the kind. */
  readonly legend: LookLegend | null
}

/** Applies a look to the sources of an evaluated package. */
export const lookOn = cacheLast(({ tables, status }: EvaluatedPackage, look: Look): LookView => {
  const kind = tables.find((each) => each.kind === look.kind)
  const painted = kind ? paint(kind.table, look) : null
  const classes = new Uint8Array(status.length).fill(NO_CLASS)
  const sizes = new Uint8Array(status.length)
  if (kind && painted) {
    classes.set(painted.classes, kind.first)
    sizes.set(painted.sizes, kind.first)
  }
  return { classes, sizes, legend: painted?.legend ?? null }
})

/** Legend of a look with the number of shown sources per class; null if there is no source of the kind. */
export function shownLookLegend({ evaluated, mask }: FilteredSources, look: Look): LookLegend | null {
  const { classes, legend } = lookOn(evaluated, look)
  const kind = evaluated.tables.find((each) => each.kind === look.kind)
  if (!kind || !legend) return null
  const counts = legend.counts.map(() => 0)
  let rest = 0
  for (let row = kind.first; row < kind.first + kind.table.length; row++) {
    if (mask[row] === 0) continue
    const of = classes[row]!
    if (of === NO_CLASS) rest++
    else counts[of]!++
  }
  return { ...legend, counts, rest }
}
