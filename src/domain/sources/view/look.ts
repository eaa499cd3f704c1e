import type { KindId } from '@/domain/sources/kinds/kind'
import { type ClassChoice, classAt, classBreaks } from '@/domain/table/classify'
import { ABSENT_DAY, ABSENT_FLAG, type Column, type Table, textOf } from '@/domain/table/column'
import { FLAGS } from './column-test'

/** How sources of one kind are drawn: coloured by one column and sized by a number column. */
export interface Look extends ClassChoice {
  readonly kind: KindId
  readonly colour: string | null
  readonly size: string | null
}

/** Number of classes or categories with their own colour. */
export const MAX_CLASSES = 7
/** Class of a row without a value, or of a category without its own colour. */
export const NO_CLASS = 255
/** Size of a row without a number: the smallest. */
const MIN_SIZE = 1
const MAX_SIZE = 255
/** Quantiles at which sizes are cut off, so that outliers don't make all other sizes alike. */
const SIZE_ENDS = [0.02, 0.98] as const

/** Legend of a look. */
export interface LookLegend {
  /** Breaks of a number column, or the categories with a colour, most frequent first. */
  readonly breaks: readonly number[] | null
  readonly categories: readonly string[] | null
  /** Rows of each class, and of rows without a class, as far as they are counted. */
  readonly counts: readonly number[]
  readonly rest: number
  /** Values drawn at the smallest and largest size; null without a size column. */
  readonly sizes: readonly [number, number] | null
}

/** A look computed for the rows of its kind. */
export interface ComputedLook {
  readonly legend: LookLegend
  readonly classes: Uint8Array
  /** 1…255. */
  readonly sizes: Uint8Array
}

/** Computes a look for all rows of a table; rows without a value get no class. */
export function computeLook(table: Table, look: Look): ComputedLook {
  const colour = look.colour === null ? undefined : table.columns[look.colour]
  const size = look.size === null ? undefined : table.columns[look.size]
  const classes = new Uint8Array(table.length).fill(NO_CLASS)
  const scale = colour ? colourBy(colour, look, classes) : { breaks: null, categories: null }
  const sizes = new Uint8Array(table.length).fill(MIN_SIZE)
  const ends = size ? sizeBy(size, sizes) : null
  const count = Math.max(scale.categories?.length ?? 0, (scale.breaks?.length ?? -1) + 1)
  const counts = new Array<number>(count).fill(0)
  let rest = 0
  for (const each of classes) {
    if (each === NO_CLASS) rest++
    else counts[each]!++
  }
  return { legend: { ...scale, counts, rest, sizes: ends }, classes, sizes }
}

const isNumeric = (column: Column) => column.type === 'number' || column.type === 'day'

/** Numbers of a column, NaN where absent. */
function numbersOf(column: Column): Float64Array {
  if (column.type === 'number') return column.values
  if (column.type === 'day') return Float64Array.from(column.values, (day) => (day === ABSENT_DAY ? Number.NaN : day))
  return new Float64Array(0)
}

const sortedKnown = (values: Float64Array) => values.filter((value) => !Number.isNaN(value)).sort()

function colourBy(column: Column, look: Look, classes: Uint8Array) {
  if (isNumeric(column)) {
    const values = numbersOf(column)
    const breaks = classBreaks(sortedKnown(values), look).slice(0, MAX_CLASSES - 1)
    for (let row = 0; row < classes.length; row++)
      if (!Number.isNaN(values[row]!)) classes[row] = classAt(values[row]!, breaks)
    return { breaks, categories: null }
  }
  const text = (row: number) => {
    if (column.type !== 'flag') return column.type === 'text' || column.type === 'packed' ? textOf(column, row) : ''
    const flag = column.values[row]!
    return flag === ABSENT_FLAG ? '' : FLAGS[flag]!
  }
  const counts = new Map<string, number>()
  for (let row = 0; row < classes.length; row++) counts.set(text(row), (counts.get(text(row)) ?? 0) + 1)
  counts.delete('')
  const categories = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_CLASSES)
    .map(([category]) => category)
  const places = new Map(categories.map((category, place) => [category, place]))
  for (let row = 0; row < classes.length; row++) classes[row] = places.get(text(row)) ?? NO_CLASS
  return { breaks: null, categories }
}

/** The symbol's area grows with the number, because the eye compares areas. */
function sizeBy(column: Column, sizes: Uint8Array): [number, number] | null {
  const values = numbersOf(column)
  const known = sortedKnown(values)
  if (known.length === 0) return null
  const [low, high] = SIZE_ENDS.map((share) => known[Math.floor(share * (known.length - 1))]!) as [number, number]
  for (let row = 0; row < sizes.length; row++) {
    const share = (values[row]! - low) / (high - low || 1)
    if (!Number.isNaN(share))
      sizes[row] = Math.round(MIN_SIZE + Math.min(1, Math.max(0, share)) * (MAX_SIZE - MIN_SIZE))
  }
  return [low, high]
}
