import type { DataClass } from '@/domain/sources/kinds/data-class'
import { bareHeading } from './header'

/** Headings of the data-class column in exports of all versions of the app, and its texts for made-up data. */
const HEADINGS: readonly string[] = ['数据类别', 'Data class', 'Class of data'].map(bareHeading)
const MADE_UP: readonly string[] = ['示例', 'made up', 'illustrative']
/**
 * Their files are named so too: 设备清单（示例）.csv. So are the files that people make of them: 示例数据.csv, 扬尘监测示例_10.csv,
 * illustrative.csv. In 示例小区扬尘.csv the word is a part of a name; 示例表 and 按示例格式 are about the form of the table, and
 * 非示例 says the opposite.
 */
const IN_NAME = (() => {
  const word = '(?<!非|不含|没有|无|除|去|删|按|照|依据|同|参|见|如)示例'
  const inBrackets = `[（(][^（()）]*${word}(?!格式|模板|模版|表)[^（()）]*[）)]`
  const ofFile = `${word}(?:数据|读数|监测|轨迹|文件|样本|[\\s_.\\-（(\\d]|$)`
  const english = '(?<![a-z]|non?[ _-]|not[ _-])(?:made[ -]up|illustrative)(?![a-z])'
  return new RegExp(`${inBrackets}|${ofFile}|${english}`, 'i')
})()

/** Data class by file name alone. Renaming a file removes this mark, but not the one in its rows. */
export const classByFileName = (file: string): DataClass => (IN_NAME.test(file) ? 'illustrative' : 'real')

/** Column with the data class of each row; -1 if there is none. */
export const classColumn = (headings: readonly string[]): number =>
  headings.findIndex((heading) => HEADINGS.includes(bareHeading(heading)))

export const isMadeUpMark = (cell: string | undefined): boolean =>
  cell !== undefined && MADE_UP.includes(cell.normalize('NFKC').trim().toLowerCase())

/** Takes rows of a table as they are read. */
type TakeRows = (rows: readonly (readonly string[])[], first: number) => void

/**
 * Passes rows on to `take` and calls `found` once if a row is marked as made up; one marked row makes the whole file
 * made up.
 */
export function detectMadeUpRows(headings: readonly string[], onRows: TakeRows, found: () => void): TakeRows {
  const column = classColumn(headings)
  if (column < 0) return onRows
  let isFound = false
  return (rows, first) => {
    if (!isFound && rows.some((cells) => isMadeUpMark(cells[column]))) {
      isFound = true
      found()
    }
    onRows(rows, first)
  }
}
