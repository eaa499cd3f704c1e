import type { DataClass } from '@/domain/sources/kinds/data-class'
import { bareHeading } from './header'

/** What exports of this app call their column of classes, and the class of made-up data in it, in each language. */
const HEADINGS: readonly string[] = ['数据类别', 'Class of data'].map(bareHeading)
const MADE_UP: readonly string[] = ['示例', 'made up', 'illustrative']
/** Their files are named so too: 设备清单（示例）.csv. 示例小区扬尘.csv is another thing. */
const IN_NAME = /[（(](?:示例|made[ -]up|illustrative)[）)]/i

/** By its name alone; who renames a file takes that away, and what its rows say stays. */
export const classByName = (file: string): DataClass => (IN_NAME.test(file) ? 'illustrative' : 'real')

/** The column that says of each row how real it is; -1 where a table has none. */
export const classColumn = (headings: readonly string[]): number =>
  headings.findIndex((heading) => HEADINGS.includes(bareHeading(heading)))

export const saysMadeUp = (cell: string | undefined): boolean =>
  cell !== undefined && MADE_UP.includes(cell.normalize('NFKC').trim().toLowerCase())

/** Takes rows of a table as they are read. */
type TakeRows = (rows: readonly (readonly string[])[], first: number) => void

/** Hands rows on to `take` and tells `found` once where one of them says that it is made up: what one row says goes for the file. */
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
