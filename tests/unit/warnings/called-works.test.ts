import { describe, expect, it } from 'vitest'
import { textColumn } from '@/domain/table/build-column'
import { textAt } from '@/domain/table/column'
import { combinedStanding } from '@/domain/warnings/standing'
import { evaluateRules } from '@/questions/evaluated-package'
import { calledRows, calledSource } from '@/questions/warnings/warning-duties'
import {
  type CalledRequest,
  NO_CALLED_FILTERS,
  warningLines,
  warningOverview,
} from '@/questions/warnings/warning-overview'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
/** Orange, for the whole city. */
const CODE = 'YJ2022-01'
const called = calledRows(evaluated, CODE)
const LINES = evaluated.tables.find(({ kind }) => kind === 'emergency-line')!
const asked = Array.from({ length: LINES.table.length }, (_, row) => row).filter(
  (row) => LINES.table.columns.orangeMeasures?.type === 'flag' && LINES.table.columns.orangeMeasures.values[row] === 1,
)
const REQUEST: CalledRequest = { code: CODE, by: 'lead', narrowing: NO_CALLED_FILTERS, known: [], held: [] }

describe('an enterprise and its production lines', () => {
  it('are called once, with each line under the enterprise of its name', () => {
    const parts = called.flatMap(({ parts }) => parts)
    expect(asked.length).toBeGreaterThan(20)
    expect(parts.map(({ row }) => row).sort((a, b) => a - b)).toEqual(asked)
    expect(called.some(({ kind }) => kind === LINES)).toBe(false)
    const nameOf = ({ kind, row }: (typeof called)[number]['parts'][number]) =>
      textAt(opened.inventory.sources, 'name', kind.first + row)
    for (const works of called)
      for (const part of works.parts)
        expect(nameOf(part)).toBe(`${nameOf(works)}${textAt(LINES.table, 'productionLine', part.row)}`)
    // No enterprise appears twice.
    expect(new Set(called.map(({ kind, row }) => `${kind.kind} ${row}`)).size).toBe(called.length)
  })

  it('are counted by enterprise, which gets a line’s contact if it has none', () => {
    const all = called.map((each) => calledSource(evaluated, each))
    const works = all.filter(({ role, parts }) => role === 'asked' && parts.length > 0)
    const { joined, counts, withoutContact } = warningOverview(evaluated, REQUEST)
    expect(joined).toEqual({ works: works.length, parts: works.reduce((sum, { parts }) => sum + parts.length, 0) })
    expect(counts.asked).toBe(all.filter(({ role }) => role === 'asked').length)
    const first = works[0]!
    expect([first.kind, first.contactOf]).toEqual(['enterprise', first.parts[0]!.label])
    expect(first.contact).toMatch(/^示例联系人/)
    expect(withoutContact).toBe(
      all.filter(({ role, contact, phone }) => role === 'asked' && contact === '' && phone === '').length,
    )
  })

  it('are told apart by their codes if they have one name, unless Chentu made the codes', () => {
    const works = called.find(({ parts }) => parts.length > 0)!
    const [part] = works.parts
    const { kind, row } = part!
    const named = (code: string) => {
      const codes = Array.from({ length: kind.table.length }, (_, i) => (i === row ? code : String(i)))
      const table = { ...kind.table, columns: { ...kind.table.columns, code: textColumn(codes) } }
      return { ...part!, kind: { ...kind, table } }
    }
    const labels = (...codes: readonly string[]) =>
      calledSource(evaluated, { ...works, parts: codes.map(named) }).parts.map(({ label }) => label)
    const [name] = labels('SX-1')
    expect(labels('SX-1', 'SX-2')).toEqual([`${name} SX-1`, `${name} SX-2`])
    expect(labels('Z1-0001-CT', 'Z1-0002-CT')).toEqual([`${name} 1`, `${name} 2`])
  })

  it('have the answer of the enterprise; an earlier version’s call to a line counts if there is none', () => {
    const works = called
      .map((each) => calledSource(evaluated, each))
      .find(({ role, parts }) => role === 'asked' && parts.length > 0)!
    const line = { ...works.parts[0]!, standing: 'refused', unmet: false, failed: false } as const
    const own = { kind: works.kind, code: works.code, standing: 'done', unmet: false, failed: false } as const
    const of = (known: CalledRequest['known']) => warningOverview(evaluated, { ...REQUEST, known })
    expect(of([line])).toMatchObject({ counts: { refused: 1, done: 0 }, unasked: [] })
    expect(of([line, own])).toMatchObject({ counts: { refused: 0, done: 1 }, unasked: [] })
  })

  it('are open until each line was called, unless the enterprise was called', () => {
    expect(combinedStanding(['none', 'done', 'none', 'none', 'none'])).toBe('none')
    expect(combinedStanding(['none', 'doing', 'none'])).toBe('none')
    expect(combinedStanding(['none', 'done', 'refused', 'none'])).toBe('refused')
    expect(combinedStanding(['none', 'unreached', 'none'])).toBe('unreached')
    expect(combinedStanding(['none', 'done', 'doing'])).toBe('doing')
    expect(combinedStanding(['none', 'done', 'done'])).toBe('done')
    expect(combinedStanding(['done', 'none', 'refused'])).toBe('done')
    expect([combinedStanding(['none']), combinedStanding(['none', 'none'])]).toEqual(['none', 'none'])
    const works = called
      .map((each) => calledSource(evaluated, each))
      .find(({ role, parts }) => role === 'asked' && parts.length > 1)!
    const done = works.parts.map(
      ({ kind, code }) => ({ kind, code, standing: 'done', unmet: false, failed: false }) as const,
    )
    const doneIn = (known: CalledRequest['known']) => warningOverview(evaluated, { ...REQUEST, known }).counts.done
    expect([doneIn(done.slice(1)), doneIn(done)]).toEqual([0, 1])
  })

  it('are found by the name of a line, and listed under either’s department', () => {
    const works = called.map((each) => calledSource(evaluated, each)).find(({ parts }) => parts.length > 0)!
    const narrowing = { ...NO_CALLED_FILTERS, text: works.parts[0]!.code }
    const lines = warningLines(evaluated, { ...REQUEST, narrowing }, '市生态环境局')
    expect(lines.map(({ code }) => code)).toEqual([works.code])
    expect(works.asked.length).toBeGreaterThan(0)
  })
})
