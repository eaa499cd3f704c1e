import { isAboutTable, worstFirst } from '@/domain/rules/findings'
import { STATUS, type Status } from '@/domain/rules/status'
import { ABSENT_DAY, type DayColumn } from '@/domain/table/column'
import { type FilteredFindings, findingOfRow, hasWantedFinding } from '@/questions/filtered-findings'
import { tableByTable } from '@/questions/table-by-table'

/**
 * For each source, since when it does not meet the worst of what is asked, and its due day. Without texts, which take
 * longer.
 */
export class UnmetDays {
  private readonly since: Int32Array
  private readonly due: Int32Array
  private readonly fill: (first: number, length: number) => void

  constructor(private readonly of: FilteredFindings) {
    const { length } = of.evaluated.status
    this.since = new Int32Array(length).fill(ABSENT_DAY)
    this.due = new Int32Array(length).fill(ABSENT_DAY)
    this.fill = tableByTable(of.evaluated, (first, rows) => this.fillTable(first, rows))
  }

  column(which: 'since' | 'due', first: number, length: number): DayColumn {
    this.fill(first, length)
    return { type: 'day', values: this[which].subarray(first, first + length) }
  }

  private fillTable(first: number, length: number): void {
    const { asked, wanted } = this.of
    // Of the worst finding so far.
    const status = new Uint8Array(length)
    const days = new Int32Array(length)
    for (const rule of asked) {
      if (!isAboutTable(rule.findings, first, length)) continue
      for (let row = 0; row < length; row++) {
        if (!hasWantedFinding(rule, row, wanted) || rule.status[row]! < status[row]!) continue
        const finding = findingOfRow(rule, row)
        const since = this.since[first + row]!
        const before = {
          status: status[row] as Status,
          days: days[row]!,
          since: since === ABSENT_DAY ? null : since,
        }
        if (before.status !== STATUS.fine && worstFirst(before, finding) <= 0) continue
        status[row] = finding.status
        days[row] = finding.days
        this.since[first + row] = finding.since ?? ABSENT_DAY
        this.due[first + row] = finding.due ?? ABSENT_DAY
      }
    }
  }
}
