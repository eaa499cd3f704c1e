import type { KindId } from '@/domain/sources/kinds/kind'
import { type LookLegend, NO_CLASS } from '@/domain/sources/view/look'
import { type DrawnLook, lookColours } from './look-colours'
import type { Palette } from './palette'

/** One class of a look in a legend: its ends, or the name of a category; or the rows without a class. */
export interface LookEntry {
  readonly type: 'look'
  readonly kind: KindId
  readonly column: string
  /** Index among `of` classes; null for rows without a class. */
  readonly class: number | null
  readonly of: number
  /** Lower end; a null end is open. */
  readonly from: number | null
  readonly to: number | null
  /** Category of this class; '' for all categories without their own class; null if the column holds numbers. */
  readonly category: string | null
}

/** The numbers drawn smallest and largest. */
export interface LookSizesEntry {
  readonly type: 'look-sizes'
  readonly kind: KindId
  readonly column: string
  readonly least: number
  readonly most: number
}

const countOf = ({ breaks, categories }: LookLegend) => (breaks ? breaks.length + 1 : (categories?.length ?? 0))

/** All classes of a look, and the entry without a class last; empty if it has no colours. */
export function lookEntries({ kind, column, legend }: DrawnLook): LookEntry[] {
  const of = countOf(legend)
  if (column === null) return []
  const { breaks, categories } = legend
  const entry = { type: 'look', kind, column, of } as const
  return [
    ...Array.from({ length: of }, (_, at) => ({
      ...entry,
      class: at,
      from: breaks?.[at - 1] ?? null,
      to: breaks?.[at] ?? null,
      category: categories?.[at] ?? null,
    })),
    { ...entry, class: null, from: null, to: null, category: breaks ? null : '' },
  ]
}

/** Legend entries for the drawn classes of a look, and for its sizes. */
export function drawnLookEntries(look: DrawnLook, drawn: ReadonlySet<number>): (LookEntry | LookSizesEntry)[] {
  const { kind, legend, sizeColumn } = look
  const [least, most] = legend.sizes ?? []
  return [
    ...lookEntries(look).filter((entry) => drawn.has(entry.class ?? NO_CLASS)),
    ...(sizeColumn !== null && least !== undefined && most !== undefined && drawn.size > 0
      ? [{ type: 'look-sizes', kind, column: sizeColumn, least, most } as const]
      : []),
  ]
}

/** The colour of a class, the same as in {@link lookColours}. */
export function lookColour({ class: at, of, category }: LookEntry, palette: Palette): string {
  if (at === null) return palette.status.unknown
  const legend =
    category === null
      ? { breaks: new Array<number>(of - 1).fill(0), categories: null }
      : { breaks: null, categories: new Array<string>(of).fill('') }
  return lookColours(legend, palette)[at] ?? palette.status.unknown
}
