import { isAboutTable, worstFirst } from '@/domain/rules/findings'
import { STATUS } from '@/domain/rules/status'
import type { TextColumn } from '@/domain/table/column'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import {
  type FilteredFindings,
  type FilteredRule,
  findingOfRow,
  hasWantedFinding,
  itemTests,
} from '@/questions/filtered-findings'
import { leadsOfSource } from '@/questions/plan/leads'
import { tableByTable } from '@/questions/table-by-table'
import { linesCell, unmetCell } from './unmet-cell'

/**
 * What each source does not meet and which departments lead it, as cells of {@link unmetCell} and {@link linesCell}.
 */
export class UnmetTexts {
  private readonly requirements: RepeatedTexts
  private readonly leads: RepeatedTexts
  private readonly fill: (first: number, length: number) => void

  constructor(private readonly of: FilteredFindings) {
    const { length } = of.evaluated.status
    this.requirements = new RepeatedTexts(length)
    this.leads = new RepeatedTexts(length)
    this.fill = tableByTable(of.evaluated, (first, rows) => this.fillTable(first, rows))
  }

  column(which: 'requirements' | 'leads', first: number, length: number): TextColumn {
    this.fill(first, length)
    return this[which].column(first, length)
  }

  private fillTable(first: number, length: number): void {
    const { evaluated, asked, wanted } = this.of
    const own = asked
      .filter(({ findings }) => isAboutTable(findings, first, length))
      .map((rule) => ({ rule, line: lineOfRule(evaluated, rule) }))
    for (let row = 0; row < length; row++) {
      const found = worstOf(
        own.filter(({ rule }) => hasWantedFinding(rule, row, wanted)),
        row,
      )
      if (found.length === 0) continue
      this.requirements.put(first + row, linesCell(found.map(({ line }) => line(row))))
      const leads = found.flatMap(({ rule }) => leadsOfSource(evaluated.opened, rule.findings.rule, first + row))
      this.leads.put(first + row, linesCell([...new Set(leads)]))
    }
  }
}

/** Of the rules with a finding in a row, those that `unmetFindings` returns, worst first. */
function worstOf<Each extends { readonly rule: FilteredRule }>(found: readonly Each[], row: number): readonly Each[] {
  // Most rows break one rule, which needs no sorting.
  if (found.length < 2) return found
  const worst = Math.max(...found.map(({ rule }) => rule.status[row]!))
  return found
    .filter(({ rule }) => rule.status[row]! >= Math.min(worst, STATUS.failing))
    .map((each) => ({ each, finding: findingOfRow(each.rule, row) }))
    .sort((one, other) => worstFirst(one.finding, other.finding))
    .map(({ each }) => each)
}

/** Returns the cell line of a rule in a row; rows with the same items at fault share one text. */
function lineOfRule(evaluated: EvaluatedPackage, asked: FilteredRule): (row: number) => string {
  const tests = itemTests(evaluated, asked)
  const known = new Map<number, string>()
  return (row) => {
    let atFault = 0
    tests.forEach(({ isAtFault }, item) => {
      if (isAtFault(row)) atFault += 2 ** item
    })
    const toVerify = asked.verifies?.(row) === true
    if (toVerify) atFault += 2 ** tests.length
    const items = () => tests.flatMap(({ item, isAtFault }) => (isAtFault(row) ? [item] : []))
    const line =
      known.get(atFault) ??
      unmetCell([{ rule: asked.findings.rule, items: items(), ...(toVerify && { isToVerify: true }) }])
    known.set(atFault, line)
    return line
  }
}

/** A text column with many repeated values, filled row by row. */
class RepeatedTexts {
  private readonly codes: Uint32Array
  private readonly dictionary = ['']
  private readonly known = new Map([['', 0]])

  constructor(length: number) {
    this.codes = new Uint32Array(length)
  }

  put(row: number, text: string): void {
    const code = this.known.get(text) ?? this.dictionary.push(text) - 1
    this.known.set(text, code)
    this.codes[row] = code
  }

  column(first: number, length: number): TextColumn {
    return { type: 'text', codes: this.codes.subarray(first, first + length), dictionary: this.dictionary }
  }
}
