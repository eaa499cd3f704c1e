import type { DataClass } from '@/domain/sources/kinds/data-class'
import { bareHeading } from './header'

/** Headings of the data-class column in the app's exports, and its texts for made-up data, in both languages. */
const HEADINGS: readonly string[] = ['数据类别', 'Class of data'].map(bareHeading)
const MADE_UP: readonly string[] = ['示例', 'made up', 'illustrative']
/** File names of made-up exports: 设备清单（示例）.csv, but not 示例小区扬尘.csv. */
const IN_NAME = /[（(](?:示例|made[ -]up|illustrative)[）)]/i

/** Data class by file name alone. Renaming a file removes this mark, but not the one in its rows. */
export const classByName = (file: string): DataClass => (IN_NAME.test(file) ? 'illustrative' : 'real')

/** Column with the data class of each row; -1 if there is none. */
export const classColumn = (headings: readonly string[]): number =>
  headings.findIndex((heading) => HEADINGS.includes(bareHeading(heading)))

export const saysMadeUp = (cell: string | undefined): boolean =>
  cell !== undefined && MADE_UP.includes(cell.normalize('NFKC').trim().toLowerCase())

/** Takes rows of a table as they are read. */
type TakeRows = (rows: readonly (readonly string[])[], first: number) => void

/**
 * Passes rows on to `take` and calls `found` once if a row is marked as made up; one marked row makes the whole file
 * made up.
 */
export function watchingClass(headings: readonly string[], take: TakeRows, found: () => void): TakeRows {
  const column = classColumn(headings)
  if (column < 0) return take
  let isFound = false
  return (rows, first) => {
    if (!isFound && rows.some((cells) => saysMadeUp(cells[column]))) {
      isFound = true
      found()
    }
    take(rows, first)
  }
}
