import type { DataClass } from '@/domain/sources/kinds/data-class'
import { bareHeading } from './header'

/** What exports of this app call their column of classes, and the class of made-up data in it, in each language. */
const HEADINGS: readonly string[] = ['数据类别', 'Class of data'].map(bareHeading)
const MADE_UP: readonly string[] = ['示例', 'made up', 'illustrative']
/**
 * Their files are named so too: 设备清单（示例）.csv. So are the files that people make of them: 示例数据.csv, 扬尘监测示例_10.csv,
 * illustrative.csv. In 示例小区扬尘.csv the word is a part of a name.
 */
const IN_NAME =
  /[（(][^（()）]*(?:示例|made[ -]up|illustrative)[^（()）]*[）)]|示例(?:数据|读数|监测|轨迹|文件|表|样本|[\s_.\-（(\d]|$)|(?<![a-z])(?:made[ -]up|illustrative)(?![a-z])/i

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
