import { describe, expect, it } from 'vitest'
import { type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import { groupedLines } from '@/features/explore/table/grouped-places'
import { handoverWorkbook } from '@/io/papers/handover'
import { upwindSources } from '@/questions/cases/upwind-sources'
import { evaluateRules } from '@/questions/evaluated-package'
import { handoverSheets } from '@/questions/exports/handover'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { BOARD_GROUPS, type BoardRow, boardOf } from '@/questions/plan/board'
import { targetValues } from '@/questions/plan/target-values'
import { countShown } from '@/questions/shown/shown-counts'
import { shownGrades } from '@/questions/shown/shown-grades'
import { shownRows } from '@/questions/shown/shown-sources'
import { sourceRecord } from '@/questions/source/source-record'
import { columnFacts } from '@/questions/table/column-facts'
import { indexInTable, tableRows, tableView } from '@/questions/table/table-view'
import { openFromDisk } from '../package-from-disk'

const DAY = '2022-10-31'

describe('the answers to an officer’s questions about the default package', async () => {
  const { value } = await openFromDisk('')
  const opened = value!
  const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
  const evaluated = evaluateRules(opened, DAY)
  const filtered = (filters: Partial<Filters> = {}) => filterSources(evaluated, members, { ...NO_FILTERS, ...filters })
  const total = (rows: readonly BoardRow[]) =>
    rows.reduce((sum, { tally }) => sum + tally.overdue + tally.failing + tally.unknown + tally.due + tally.fine, 0)

  it('count every source once by county and by kind, and all their requirements by clause', () => {
    const [clauses, counties, , kinds] = BOARD_GROUPS.map((group) => total(boardOf(filtered(), group)))
    expect(counties).toBe(filtered().total)
    expect(kinds).toBe(filtered().total)
    expect(clauses).toBeGreaterThan(counties!)
    // Within a clause a site may break one requirement while another is overdue; each number equals the list behind it.
    for (const { key, tally } of boardOf(filtered({ clauses: [23] }), 'counties'))
      for (const status of ['overdue', 'failing', 'unknown', 'due'] as const)
        expect(filtered({ clauses: [23], counties: [key], statuses: [status] }).total).toBe(tally[status])
  })

  it('filter to exactly the findings of a row of the board', () => {
    for (const group of BOARD_GROUPS) {
      const { key } = boardOf(filtered(), group)[0]!
      const { total: left } = filtered({ [group]: group === 'clauses' ? [Number(key)] : [key] })
      expect(left, group).toBe(countShown(filtered()).facets[group].get(key))
      expect(left, group).toBeGreaterThan(0)
    }
  })

  it('find which of the 328 enterprises have not moved up', () => {
    const inside = filtered({ kinds: ['enterprise'], ring: ['inside'] })
    expect(inside.total).toBe(328)
    const same = filtered({
      kinds: ['enterprise'],
      ring: ['inside'],
      columns: [{ column: 'gradeMove', oneOf: ['未变'] }],
    })
    expect(same.total).toBe(shownGrades(inside)[0]!.moves.get('未变'))
    const [first] = shownRows(same, 0, 1)
    const { grade, lastYearGrade } = sourceRecord(evaluated, first!.source).values
    expect(grade).toBe(lastYearGrade)
  })

  it('compare the values of the data with the numbers of the plan', () => {
    const value = (clause: number, target: number) =>
      targetValues(filtered()).find((each) => each.clause === clause && each.target === target)?.measured?.value
    expect(value(6, 1)).toBe(328)
    expect(value(6, 2)).toBe(22)
    // The value of a target of the city ignores the officer's filters.
    expect(shownGrades(filtered({ ring: ['inside'], grades: ['D'] }))[0]!.newlyAdvanced).toBe(value(6, 0))
    expect(value(6, 0)).toBe(shownGrades(filtered({ ring: ['inside'] }))[0]!.newlyAdvanced)
    const report = opened.reports.find(({ month }) => month === '2022-10')!
    expect(value(22, 0)).toBe(Math.max(...report.rows.map(({ figure }) => figure.value ?? 0)))
    // No table of the package has the shares of green and prefabricated buildings.
    expect([value(23, 1), value(23, 2)]).toEqual([undefined, undefined])
  })

  it('hand over every failing finding to its lead, once, and nothing else', async () => {
    const sheets = handoverSheets(filtered(), 'counties', 'zh-CN')
    const board = boardOf(filtered(), 'clauses')
    const bad = board.reduce((sum, { tally }) => sum + tally.overdue + tally.failing, 0)
    expect(sheets.reduce((sum, { findings }) => sum + findings, 0)).toBe(bad)
    for (const { sources, findings } of sheets) {
      expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1))
      expect(sources.reduce((sum, each) => sum + each.findings.length, 0)).toBe(findings)
    }
    const blob = await handoverWorkbook(
      sheets.map(({ name, sources }) => ({
        name,
        title: name,
        subtitle: '',
        to: '',
        intro: '',
        headings: ['名称'],
        widths: [100],
        rows: sources.map((source) => [source.name]),
        picture: null,
        blanks: [],
        notes: [],
      })),
    )
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()))
    expect(book.sheets.map(({ rows }) => rows.length - 5)).toEqual(sheets.map(({ sources }) => sources.length))
  })

  it('sort the table by several columns, in pinyin, and find its rows again', () => {
    const table = tableView(filtered({ kinds: ['construction-site'] }), {
      kind: 'construction-site',
      sort: [{ column: 'county' }, { column: 'name', descending: true }],
      group: null,
    })
    const [county, name] = ['county', 'name'].map((each) => table.columns.findIndex((column) => column.name === each))
    const rows = tableRows(table, 0, table.order.length)
    expect(rows).toHaveLength(420)
    const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })
    for (let i = 1; i < rows.length; i++) {
      const [before, after] = [rows[i - 1]!.cells, rows[i]!.cells]
      const order = collator.compare(String(before[county!]), String(after[county!]))
      expect(order).toBeLessThanOrEqual(0)
      if (order === 0) expect(collator.compare(String(before[name!]), String(after[name!]))).toBeGreaterThanOrEqual(0)
    }
    expect(indexInTable(table, rows[17]!.source)).toBe(17)
    const facts = columnFacts(table, 'status')
    expect(facts.type).toBe('range')
  })

  it('group the table, where every line is a heading or the right row', () => {
    const table = tableView(filtered({ kinds: ['construction-site'] }), {
      kind: 'construction-site',
      sort: [{ column: 'name' }],
      group: 'county',
    })
    const { groups } = table
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(table.order.length)
    expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length)
    // Groups are sorted by size, largest first.
    expect(groups.map(({ count }) => count)).toEqual(groups.map(({ count }) => count).sort((a, b) => b - a))
    const byCounty = tableView(filtered({ kinds: ['construction-site'] }), {
      kind: 'construction-site',
      sort: [{ column: 'county' }],
      group: 'county',
    }).groups
    expect(byCounty.map(({ value }) => value)).not.toEqual(groups.map(({ value }) => value))
    const open = new Set([groups[1]!.value, groups[3]!.value])
    const lines = groupedLines(groups, open)
    expect(lines.length).toBe(groups.length + groups[1]!.count + groups[3]!.count)
    const county = table.columns.findIndex(({ name }) => name === 'county')
    let group = -1
    let rows = 0
    for (let i = 0; i < lines.length; i++) {
      const line = lines.at(i)
      if ('group' in line) {
        expect(line.group).toBe(++group)
        continue
      }
      rows++
      expect(open.has(groups[group]!.value)).toBe(true)
      expect(tableRows(table, line.place, line.place + 1)[0]!.cells[county]).toBe(groups[group]!.value)
    }
    expect(rows).toBe(groups[1]!.count + groups[3]!.count)
  })

  it('list upwind sources that break a rule, count the others, and list none without wind', () => {
    const point = opened.pack.dustfallPoints[0]!
    const all = Array.from({ length: 16 }, (_, i) => ({ fromDegrees: i * 22.5, metresPerSecond: 2, share: 1 / 16 }))
    const ask = (winds: typeof all, count: number) =>
      upwindSources(filtered(), [point.lon, point.lat], winds, 10_000, count)
    const { total, heaviest } = ask(all, 500)
    expect(total).toBeGreaterThan(5)
    expect(heaviest).toHaveLength(total)
    expect(heaviest.every(({ metres, status }) => metres <= 10_000 && status >= 3)).toBe(true)
    expect(heaviest.map(({ weight }) => weight)).toEqual(heaviest.map(({ weight }) => weight).sort((a, b) => b - a))
    expect(ask(all, 3)).toEqual({ total, heaviest: heaviest.slice(0, 3) })
    expect(ask([], 500)).toEqual({ total: 0, heaviest: [] })
    // With a filter for one requirement, other requirements are ignored.
    const towards = (statuses: Filters['statuses']) =>
      upwindSources(filtered({ requirements: ['23-six'], statuses }), [point.lon, point.lat], all, 10_000, 500)
    expect(towards(['fine'])).toEqual({ total: 0, heaviest: [] })
    const failing = towards(['failing']).heaviest
    expect(failing.length).toBeGreaterThan(0)
    expect(new Set(failing.map(({ status }) => status))).toEqual(new Set([3]))
  })
})
