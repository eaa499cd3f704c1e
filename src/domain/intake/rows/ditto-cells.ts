import type { IntakePlan } from '@/domain/intake/recognise/plan'
import type { Note } from '@/domain/sources/reading/field-reader'

/** Marks that stand for the cell above. */
const DITTO = /^(?:同上|同前|[〃″"＂]+|’’)$/
/** No mark is longer, with its blanks. */
const LONGEST = 6

/**
 * Replaces 同上 and 〃 by what the row above says; in the first row they stay as written. Not in codes and names, which
 * tell things apart, and in tables of measurements only for what is measured where.
 */
export class DittoCells {
  private above: readonly string[] | null = null
  private readonly names: readonly string[]
  private readonly isRead: (column: number) => boolean

  constructor({ target, columns, header }: Pick<IntakePlan, 'target' | 'columns' | 'header'>) {
    this.names = header.names
    const isList = target.lists !== undefined
    const places = new Set([columns.county, columns.point])
    this.isRead = (column) => (isList ? column !== columns.code && column !== columns.name : places.has(column))
  }

  /** The cells of the next row of data, with a note for each that was replaced. */
  next(cells: readonly string[], note: (note: Note, column: string) => void): readonly string[] {
    const { above } = this
    let filled: string[] | null = null
    for (const [column, cell] of cells.entries()) {
      if (above === null || cell.length > LONGEST || !DITTO.test(cell.trim()) || !this.isRead(column)) continue
      filled ??= [...cells]
      filled[column] = above[column] ?? ''
      note({ code: 'ditto', seen: cell, became: filled[column], action: 'assumed' }, this.names[column] ?? '')
    }
    this.above = filled ?? cells
    return this.above
  }
}
