import { isKeptText, type KeptColumn } from '@/domain/intake/rows/kept-columns'
import { isAbsentMark } from '@/domain/sources/reading/cell'

/**
 * Columns that an office calls as the import calls the texts that it keeps (围挡（原文）), although the import did not write
 * them. In a list that the app exported, such a text is one that the field can't hold, and the field's cell is one that
 * it can; a column in which most texts are not so is the office's.
 */
export function ownOriginals(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  kept: readonly KeptColumn[],
  findCounty: (text: string) => string | null,
): ReadonlySet<number> {
  const isEmpty = (cell: string) => cell === '' || isAbsentMark(cell)
  return new Set(
    kept.flatMap((each): number[] => {
      const column = names.indexOf(each.heading)
      if (column < 0) return []
      const pairs = rows.flatMap((cells) => {
        const [text, cell] = [(cells[column] ?? '').trim(), (cells[each.from] ?? '').trim()]
        return text === '' ? [] : [{ text, cell }]
      })
      // An exported list no longer has the heading that said percent of the numbers that were kept.
      const keptAs = { ...each, isPercent: each.isFlag }
      const ours = pairs.filter(
        ({ text, cell }) =>
          isKeptText(keptAs, text, findCounty) && (isEmpty(cell) || !isKeptText(each, cell, findCounty)),
      )
      return ours.length * 2 < pairs.length ? [column] : []
    }),
  )
}
