import { beforeEach, describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import type { Filters } from '@/domain/sources/view/filters'
import { ABSENT_DAY, type DayColumn, textOf } from '@/domain/table/column'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWords } from '@/questions/exports/export-words'
import type { FilteredSources } from '@/questions/filtered-sources'
import { columnFacts } from '@/questions/table/column-facts'
import { inTableOrder, type TableRequest, tableRows } from '@/questions/table/table-view'
import { unmetFindings } from '@/questions/unmet/unmet'
import { cellLines, linesCell, unmetCell, unmetOfCell, worstOfCell } from '@/questions/unmet/unmet-cell'
import { Desk } from '../../fixtures/desk'
import { openFromDisk } from '../package-from-disk'

const desk = new Desk((await openFromDisk('')).value!)
const SITES: TableRequest = { kind: 'construction-site', sort: [], group: null }

/** The cells of a column for all rows, in order. */
function cells(name: string, request: TableRequest = SITES) {
  const view = desk.table(request)
  const at = view.columns.findIndex((column) => column.name === name)
  return tableRows(view, 0, view.order.length).map((row) => row.cells[at]!)
}
const ids = (cell: unknown) => unmetOfCell(String(cell ?? '')).map(({ rule }) => desk.rules[rule]!.id)

beforeEach(() => {
  desk.show({ kinds: ['construction-site'] })
})

describe('a cell with unmet requirements', () => {
  it('has rules and items, worst first, and is sorted like the plan', () => {
    const unmet = [
      { rule: 12, items: ['wetWork', 'covered'] },
      { rule: 3, items: [] },
    ]
    expect(unmetOfCell(unmetCell(unmet))).toEqual(unmet)
    expect(unmetOfCell(worstOfCell(unmetCell(unmet)))).toEqual([{ rule: 12, items: [] }])
    expect(unmetCell(unmet.slice(1)) < unmetCell(unmet)).toBe(true)
    expect([cellLines(''), cellLines(linesCell(['甲', '乙']))]).toEqual([[], ['甲', '乙']])
  })
})

describe('the table', () => {
  it('has in each row the unmet requirements, since when, the deadline and the leads, as in the list', () => {
    const rows = desk.rows()
    const leads = cells('unmetLeads').map((cell) => cellLines(String(cell ?? '')))
    const unmet = cells('unmet').map((cell) => unmetOfCell(String(cell ?? '')))
    expect(cells('unmetSince')).toEqual(rows.map(({ since }) => since))
    expect(cells('unmetDue')).toEqual(rows.map(({ due }) => due))
    expect(rows.some(({ requirements }, row) => unmet[row]!.length > requirements.length)).toBe(true)
    rows.forEach((row, i) => {
      // Those with the source's own standing come first; failing ones beside overdue ones are included.
      expect(unmet[i]!.slice(0, row.requirements.length)).toEqual(row.requirements)
      expect(leads[i]!.slice(0, row.leads.length)).toEqual(row.leads)
    })
  })

  it('has the same contents in columns as row by row, with any filters', () => {
    const asked: Partial<Filters>[] = [
      {},
      { statuses: ['unknown', 'due'] },
      { clauses: [23] },
      { requirements: ['23-six/wetWork', '23-six/enclosed'] },
      { leads: ['市住房和城乡建设局'] },
    ]
    for (const filters of asked) {
      const { found, evaluated } = desk.show(filters)
      const { length } = evaluated.status
      // Also for a single table, before all are requested.
      const { first, table } = evaluated.tables[1]!
      const own = found.column('unmetDue', first, table.length) as DayColumn
      const [since, due] = [found.column('unmetSince', 0, length), found.column('unmetDue', 0, length)] as DayColumn[]
      const [unmet, leads] = [found.column('unmet', 0, length), found.column('unmetLeads', 0, length)]
      expect(own.values).toEqual(due!.values.subarray(first, first + table.length))
      for (let source = 0; source < length; source++) {
        const said = unmetFindings(desk.filtered, source)
        expect(textOf(unmet, source)).toBe(unmetCell(said.findings))
        expect(textOf(leads, source)).toBe(linesCell(said.leads))
        expect([since!.values[source], due!.values[source]]).toEqual([said.since ?? ABSENT_DAY, said.due ?? ABSENT_DAY])
        // Both belong to one finding, the worst.
        expect([said.since, said.due]).toEqual([said.findings[0]?.since ?? null, said.findings[0]?.due ?? null])
      }
    }
  })

  it('calculates the columns once while the filters on findings stay the same', () => {
    const { found } = desk.show({ clauses: [23] })
    expect(desk.show({ clauses: [23], counties: ['610402'], kinds: ['yard'] }).found).toBe(found)
    expect(desk.show({ clauses: [23], statuses: ['overdue'] }).found).not.toBe(found)
    expect(desk.show({ clauses: [24] }).found).not.toBe(found)
  })

  it('sorts by all of them, with empty cells last', () => {
    const sorted = (column: string) => cells(column, { ...SITES, sort: [{ column }] })
    const bare = (values: readonly unknown[]) => values.filter((value) => value !== null)
    for (const column of ['unmet', 'unmetSince', 'unmetDue']) {
      const values = sorted(column)
      const known = bare(values) as string[]
      expect(known.length).toBeGreaterThan(20)
      expect(known).toEqual([...known].sort())
      expect(bare(values.slice(0, known.length))).toHaveLength(known.length)
    }
    expect(new Set(bare(sorted('unmetLeads'))).size).toBeGreaterThan(0)
  })

  it('groups by the worst requirement and by lead', () => {
    const view = desk.table({ ...SITES, group: 'unmet' })
    const groups = view.groups.map(({ value, count }) => [ids(value).join(), count] as const)
    const worst = cells('unmet').map((cell) => ids(cell)[0] ?? '')
    const counts = new Map<string, number>()
    for (const id of worst) counts.set(id, (counts.get(id) ?? 0) + 1)
    expect(new Map(groups)).toEqual(counts)
    expect(groups).toHaveLength(counts.size)
    const leads = desk.table({ ...SITES, group: 'unmetLeads' }).groups.map(({ value }) => value)
    expect(leads).toContain('市住房和城乡建设局')
    // Most rows have no lead because they meet everything; that group comes last.
    expect(leads.indexOf(null)).toBe(leads.length - 1)
  })

  it('filters by days to exactly those rows, for the filtered requirements', () => {
    const to = parseDay('2022-09-30')
    for (const more of [{}, { clauses: [23] }]) {
      desk.show({ kinds: ['construction-site'], ...more })
      const wanted = cells('unmetSince').filter((day) => day !== null && String(day) <= '2022-09-30')
      expect(wanted.length).toBeGreaterThan(5)
      desk.show({ kinds: ['construction-site'], ...more, columns: [{ column: 'unmetSince', from: null, to }] })
      expect(cells('unmetSince')).toEqual(expect.arrayContaining(wanted))
      expect(cells('unmetSince')).toHaveLength(wanted.length)
    }
    const facts = columnFacts(desk.table(SITES), 'unmetSince')
    expect(facts).toMatchObject({ type: 'range', day: true, most: expect.any(Number) })
    expect((facts as { most: number }).most).toBeLessThanOrEqual(to)
  })

  it('also has these columns for all kinds together', () => {
    desk.show({})
    const view = desk.table({ kind: null, sort: [{ column: 'unmetDue' }], group: 'unmetLeads' })
    expect(view.columns.map(({ name }) => name).slice(0, 10)).toEqual([
      'name',
      ...['status', 'unmet', 'unmetDue', 'overdueDays', 'unmetLeads', 'county'],
      ...['code', 'kind', 'unmetSince'],
    ])
    expect(view.groups.reduce((sum, { count }) => sum + count, 0)).toBe(desk.filtered.total)
  })
})

it('has the same contents in a file', () => {
  const named = new Proxy({}, { get: (_, name) => String(name) })
  const words = { title: '', headings: named, kinds: {}, statuses: named, classes: named } as unknown as ExportWords
  const { headings, rows, days } = exportSources(desk.filtered, 'zh-CN', words)
  const column = (name: string) => rows.map((row) => row[headings.indexOf(name)])
  expect(column('since')).toEqual(cells('unmetSince'))
  expect(column('due')).toEqual(cells('unmetDue'))
  const isDay = (text: unknown) => /^\d{4}-\d{2}-\d{2}$/.test(String(text))
  const withDays = headings.flatMap((_, at) => (rows.some((row) => isDay(row[at])) ? [at] : []))
  expect(days).toEqual(expect.arrayContaining(withDays))
  expect(rows.flatMap((row) => days!.map((at) => row[at] || null)).every((cell) => cell === null || isDay(cell))).toBe(
    true,
  )
  expect(column('lead')).toEqual(cells('unmetLeads').map((cell) => String(cell ?? '').replaceAll('\n', '、')))
  expect(column('rule').map((text) => String(text).split('；').filter(Boolean).length)).toEqual(
    cells('unmet').map((cell) => ids(cell).length),
  )
})

it.each(['construction-site', null])('has the same order in a file of %s', (kind) => {
  desk.show(kind === null ? {} : { kinds: [kind] })
  const named = new Proxy({}, { get: (_, name) => String(name) })
  const words = { title: '', headings: named, kinds: {}, statuses: named, classes: named } as unknown as ExportWords
  const sorted = { kind, sort: [{ column: 'county', descending: true }, { column: 'code' }], group: 'unmetLeads' }
  const codesOf = (filtered: FilteredSources, write = exportSources) => {
    const { headings, rows } = write(filtered, 'zh-CN', words)
    const at = Math.max(headings.indexOf('code'), headings.indexOf('编号'))
    return rows.map((row) => row[at])
  }
  const ordered = inTableOrder(desk.filtered, sorted)
  expect(codesOf(ordered)).toEqual(cells('code', sorted))
  expect(codesOf(ordered)).not.toEqual(codesOf(desk.filtered))
  // Also for findings: those of a source are adjacent.
  const problems = codesOf(ordered, exportFindings)
  const once = problems.filter((code, i) => code !== problems[i - 1])
  const breaking = new Set(problems)
  expect(once).toEqual(cells('code', sorted).filter((code) => breaking.has(String(code))))
})
