import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { Note } from '@/domain/sources/reading/field-reader'

/** Marks that stand for the cell above. */
const DITTO = /^(?:同上|同前|[〃″"＂]+|’’)$/
/** No mark is longer, with its blanks. */
const LONGEST = 6

/**
 * Replaces 同上 and 〃 by what the last row of data says; blank if that says nothing. Not in codes and names, which tell
 * things apart, and in tables of measurements only for what is measured where and in which month.
 */
export class DittoCells {
  private above: readonly string[] = []
  private readonly names: readonly string[]
  private readonly county: number | undefined
  private readonly month: number | undefined
  private readonly isRead: (column: number) => boolean

  constructor({ target, columns, header }: Pick<IntakePlan, 'target' | 'columns' | 'header'>) {
    this.names = header.names
    this.county = columns.county
    this.month = columns.month
    const isList = target.lists !== undefined
    const ofUnit = new Set([columns.county, columns.point, columns.month])
    this.isRead = (column) => (isList ? column !== columns.code && column !== columns.name : ofUnit.has(column))
  }

  /**
   * A heading follows, usually the name of a county: the rows below it may be in another one than the last row. `month`
   * if the heading states it for the rows below.
   */
  endSection(month?: string): void {
    const above = [...this.above]
    if (this.county !== undefined) above[this.county] = ''
    if (this.month !== undefined && month !== undefined) above[this.month] = month
    this.above = above
  }

  /** The cells of the next row of data, with a note for each that was replaced. */
  next(cells: readonly string[], note: (note: Note, column: string) => void): readonly string[] {
    let filled: string[] | null = null
    for (const [column, cell] of cells.entries()) {
      if (cell.length > LONGEST || !DITTO.test(cell.trim()) || !this.isRead(column)) continue
      filled ??= [...cells]
      const above = this.above[column] ?? ''
      filled[column] = above
      const what: Note =
        above.trim() === ''
          ? { code: 'ditto-unclear', seen: cell, action: 'emptied' }
          : { code: 'ditto', seen: cell, became: above, action: 'assumed' }
      note(what, this.names[column] ?? '')
    }
    this.above = filled ?? cells
    return this.above
  }
}
