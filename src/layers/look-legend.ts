import type { KindId } from '@/domain/sources/kinds/kind'
import { type LookLegend, NO_CLASS } from '@/domain/sources/view/look'
import { type DrawnLook, lookColours } from './look-colours'
import type { Palette } from './palette'

/** One class of a look as a legend lists it: its ends, or the word of a category; and what has no class. */
export interface LookEntry {
  readonly type: 'look'
  readonly kind: KindId
  readonly column: string
  /** Its place among `of` classes. */
  readonly class: number | null
  readonly of: number
  /** Above this; null has no end. */
  readonly from: number | null
  readonly to: number | null
  /** The word that has this class; '' for all words without a class of their own; null where the column holds numbers. */
  readonly category: string | null
}

/** The numbers that are drawn smallest and largest. */
export interface LookSizesEntry {
  readonly type: 'look-sizes'
  readonly kind: KindId
  readonly column: string
  readonly least: number
  readonly most: number
}

const countOf = ({ breaks, categories }: LookLegend) => (breaks ? breaks.length + 1 : (categories?.length ?? 0))

/** All classes of a look, and last what has none; no entry where it has no colours. */
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

/** What a legend says of a look whose classes are drawn: those of its colours, and what its sizes mean. */
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

/** The colour of a class, as {@link lookColours} has it for all. */
export function lookColour({ class: at, of, category }: LookEntry, palette: Palette): string {
  if (at === null) return palette.status.unknown
  const legend =
    category === null
      ? { breaks: new Array<number>(of - 1).fill(0), categories: null }
      : { breaks: null, categories: new Array<string>(of).fill('') }
  return lookColours(legend, palette)[at] ?? palette.status.unknown
}
