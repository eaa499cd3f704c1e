import { beforeAll, describe, expect, it } from 'vitest'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { textAt, valueAt } from '@/domain/table/column'
import type { CallResult } from '@/domain/warnings/standing'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { calledRows } from '@/questions/warnings/warning-duties'
import {
  type CalledRequest,
  NO_CALLED_FILTERS,
  warningLines,
  warningOverview,
} from '@/questions/warnings/warning-overview'
import { openFromDisk } from '../package-from-disk'

let evaluated: EvaluatedPackage
let code: string
beforeAll(async () => {
  const opened = (await openFromDisk('')).value!
  evaluated = evaluateRules(opened, '2022-10-31')
  // That of the whole city.
  code = opened.pack.warnings.find(({ counties }) => counties.length === 0)!.code
})

const request = (of: Partial<CalledRequest> = {}): CalledRequest => {
  const known = of.known ?? []
  return { ...{ code, by: 'county', narrowing: NO_CALLED_FILTERS, known, held: known }, ...of }
}
const of = (standing: 'finished' | 'none') =>
  warningOverview(evaluated, request({ narrowing: { ...NO_CALLED_FILTERS, standing } })).lines

describe('a source whose list says that the work to stop is over', () => {
  it('is listed and can be filtered, but does not count among those that must respond', () => {
    const rows = calledRows(evaluated, code)
    const finished = rows.filter(({ duty }) => duty.role === 'finished')
    const saysSo = ({ kind, row }: (typeof rows)[number]) =>
      kind.kind === 'demolition-site'
        ? valueAt(kind.table, 'demolished', row) === true
        : kind.kind === 'construction-site' && textByMeaning(kind, 'stage', row) === '收尾'
    expect(new Set(finished.map(({ kind }) => kind.kind))).toEqual(new Set(['demolition-site', 'construction-site']))
    expect(rows.filter(saysSo)).toEqual(finished)
    // The measure is named all the same: no plan exempts them.
    expect(finished.every(({ duty }) => duty.asked.length > 0)).toBe(true)
    const { roles, counts, lines } = warningOverview(evaluated, request())
    expect(roles.finished).toBe(finished.length)
    expect(counts.asked).toBe(rows.filter(({ duty }) => duty.role === 'asked').length)
    expect(lines).toBe(rows.length)
    expect(of('finished')).toBe(finished.length)
    expect(of('none')).toBe(lines - finished.length)
  })

  it('comes last in its group, and counts like the others as soon as it was called or checked', () => {
    const one = calledRows(evaluated, code).find(({ duty }) => duty.role === 'finished')!
    const county = textAt(evaluated.opened.inventory.sources, 'county', one.kind.first + one.row)
    const before = warningOverview(evaluated, request())
    expect(warningLines(evaluated, request(), county).at(-1)!.role).toBe('finished')
    const source = { kind: one.kind.kind, code: textAt(one.kind.table, 'code', one.row) }
    const known: CallResult[] = [{ ...source, standing: 'none', unmet: true, failed: false }]
    const { roles, counts } = warningOverview(evaluated, request({ known }))
    expect(roles.finished).toBe(before.roles.finished - 1)
    expect([counts.asked, counts.unmet]).toEqual([before.counts.asked + 1, 1])
  })
})
