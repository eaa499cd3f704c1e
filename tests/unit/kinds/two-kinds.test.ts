import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { mercator } from '@/domain/geodesy/mercator'
import { STATUS_NAMES } from '@/domain/rules/status'
import type { Filters } from '@/domain/sources/view/filters'
import { exportTable } from '@/io/export/export'
import { indexPointer } from '@/map/pointer/pointer-index'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWords } from '@/questions/exports/export-words'
import { handoverSheets } from '@/questions/exports/handover'
import { sourceScene } from '@/questions/map/source-scene'
import { countyStory } from '@/questions/month/county-story'
import { targetValues } from '@/questions/plan/target-values'
import { searchSources } from '@/questions/search/search-sources'
import { countShown } from '@/questions/shown/shown-counts'
import { coverageOf } from '@/questions/source/coverage'
import { sourceRecord } from '@/questions/source/source-record'
import { columnFacts } from '@/questions/table/column-facts'
import { tableRows } from '@/questions/table/table-view'
import { columnLabel } from '@/store/words/kinds'
import { openTwoKinds } from '../../fixtures/two-kinds'

const RESTAURANT_COLUMNS = [
  'name',
  'status',
  'unmet',
  'unmetDue',
  'overdueDays',
  'unmetLeads',
  'county',
  'code',
  'unmetSince',
  'address',
  'operator',
  'creditCode',
  'purifier',
  'purifierCleanedOn',
  'seats',
  'inspectedOn',
  'foundOn',
  'rectifyBy',
  'lon',
  'lat',
]

describe('two kinds unknown to the code', async () => {
  const { desk, problems } = await openTwoKinds()
  const { kinds } = desk.opened.pack
  const codes = () => desk.rows().map(({ code }) => code)
  const only = (kind: string, more: Partial<Filters> = {}) => desk.show({ kinds: [kind], ...more })

  it('are opened beside the thirteen, and every unreadable cell is reported with its heading', () => {
    expect(kinds.map(({ id }) => id).slice(13)).toEqual(['restaurant', 'fuel-station'])
    const sizes = desk.opened.inventory.kinds.slice(13).map(({ kind, table }) => [kind, table.length])
    expect(sizes).toEqual([
      ['restaurant', 46],
      ['fuel-station', 25],
    ])
    expect(problems.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code}`)).toEqual([
      'restaurant.csv 43 油烟净化装置 not-a-boolean',
      'restaurant.csv 43 净化装置清洗日期 not-a-date',
      'restaurant.csv 43 餐位数 not-a-number',
      'restaurant.csv 43 检查日期 date-impossible',
      'restaurant.csv 44 餐位数 out-of-range',
      'restaurant.csv 42 区县 unknown-county',
      'restaurant.csv 45 编号 duplicate-code',
    ])
  })

  it('are found by name and pinyin initials', async () => {
    expect((await searchSources(desk.evaluated, 'ljyrg', 3))[0]).toMatchObject({
      kind: 'restaurant',
      name: '老街羊肉馆',
    })
    expect((await searchSources(desk.evaluated, 'JY-002', 3))[0]).toMatchObject({
      kind: 'fuel-station',
      name: '渭水加油站',
    })
  })

  it('are evaluated by their rules: a flag, an age, a deadline, and missing values', () => {
    const said = (kind: string, code: string) => {
      const { findings } = desk.record(kind, code)
      return findings.map(({ rule, status, since, days }) => [
        desk.rules[rule]!.id,
        STATUS_NAMES[status],
        since === null ? null : formatDay(since),
        days,
      ])
    }
    // Without a purifier since 5 September, to be rectified by the 20th: 41 days ago.
    expect(said('restaurant', 'CY-005')).toEqual([['46-purifier', 'overdue', '2022-09-05', 41]])
    // Cleaned on 3 June; more than 60 days ago since 3 August.
    expect(said('restaurant', 'CY-001')).toEqual([['46-cleaned', 'overdue', '2022-08-03', 90]])
    expect(said('restaurant', 'CY-002')).toEqual([])
    // Its flag could not be read: both the purifier and its cleaning are unknown.
    expect(said('restaurant', 'CY-042').map(([rule, status]) => `${rule} ${status}`)).toEqual([
      '46-purifier unknown',
      '46-cleaned unknown',
    ])
    expect(said('fuel-station', 'JY-001')).toEqual([['47-tanks', 'overdue', '2022-10-01', 31]])
  })

  it('are filtered by facets and by conditions on their own columns', () => {
    expect(only('restaurant').total).toBe(46)
    expect(countShown(desk.filtered).facets.kinds.get('fuel-station')).toBe(25)
    expect(countShown(desk.filtered).facets.clauses.get('46')).toBe(22)
    expect(only('restaurant', { columns: [{ column: 'purifier', oneOf: ['否'] }] }).total).toBe(2)
    expect(codes().sort()).toEqual(['CY-005', 'CY-025'])
    expect(only('restaurant', { columns: [{ column: 'seats', from: 200, to: null }] }).total).toBeGreaterThan(3)
    const seats = desk.rows().map(({ source }) => sourceRecord(desk.evaluated, source).values.seats as number)
    expect(Math.min(...seats)).toBeGreaterThanOrEqual(200)
    expect(only('restaurant', { leads: ['市商务局'] }).total).toBe(0)
    expect(only('fuel-station', { leads: ['市商务局'], statuses: ['overdue'] }).total).toBe(8)
    desk.show({})
  })

  it('have all their columns in order in the table, and are sorted by them', () => {
    only('restaurant')
    const table = desk.table({ kind: 'restaurant', sort: [{ column: 'seats', descending: true }], group: null })
    expect(table.columns.map(({ name }) => name)).toEqual(RESTAURANT_COLUMNS)
    const place = RESTAURANT_COLUMNS.indexOf('seats')
    const seats = tableRows(table, 0, 5).map(({ cells }) => cells[place] as number)
    expect(seats).toEqual([...seats].sort((a, b) => b - a))
    expect(columnFacts(table, 'purifier')).toMatchObject({ type: 'text', distinct: 3 })
    expect(columnFacts(table, 'purifierCleanedOn')).toMatchObject({ type: 'range', day: true })
    desk.show({})
  })

  it('are counted on the board and in the value of their clause’s target', () => {
    const line = (group: 'clauses' | 'kinds' | 'leads', key: string) =>
      desk.board(group).find((row) => row.key === key)?.tally
    expect(line('clauses', '46')).toEqual({ fine: 60, due: 0, unknown: 8, toVerify: 0, failing: 0, overdue: 22 })
    // Each of the 46 once, by its worst standing.
    expect(line('kinds', 'restaurant')).toEqual({ fine: 20, due: 0, unknown: 4, toVerify: 0, failing: 0, overdue: 22 })
    expect(line('kinds', 'fuel-station')!.overdue).toBe(14)
    expect(line('leads', '市商务局')!.overdue).toBe(8)
    const [value] = targetValues(desk.filtered).filter(({ clause }) => clause === 46)
    // Of 46 rows, four have neither yes nor no, and two have no.
    expect(value!.measured).toMatchObject({ known: 42, of: 46 })
    expect(value!.measured!.value).toBeCloseTo((100 * 40) / 42)
  })

  it('are handed over to the lead of their clause, every failure once', () => {
    only('fuel-station')
    const sheets = handoverSheets(desk.filtered, 'leads', 'zh-CN').map(({ name, findings }) => [name, findings])
    expect(sheets).toEqual([
      ['市生态环境局', 11],
      ['市商务局', 8],
    ])
    const english = handoverSheets(desk.filtered, 'counties', 'en')
    expect(english.map(({ name }) => name)).toContain('Qindu')
    expect(
      english.flatMap(({ sources }) => sources.flatMap(({ findings }) => findings)).map(({ title }) => title),
    ).toContain('Double-walled tanks')
    desk.show({})
  })

  it.each(['zh-CN', 'en'])('are exported under their own headings, %s', async (language) => {
    const label = (name: string) => columnLabel(kinds, language, name, 'restaurant')
    expect(label('purifierCleanedOn')).toBe(language === 'en' ? 'Purifier cleaned on' : '净化装置清洗日期')
    expect(columnLabel(kinds, language, 'tanksDoneOn')).toBe(language === 'en' ? 'Tanks rebuilt on' : '双层罐改造日期')
    // Each kind has its own term for its operator.
    expect([label('operator'), columnLabel(kinds, language, 'operator', 'fuel-station')]).toEqual(
      language === 'en' ? ['Run by', 'Builder or operator'] : ['经营者', '建设（运营）单位'],
    )
    only('restaurant')
    const same = (name: string) => name
    const words = {
      title: '餐饮单位',
      headings: new Proxy({}, { get: (_, name) => String(name) }),
      kinds: Object.fromEntries(kinds.map(({ id }) => [id, label(id)])),
      statuses: new Proxy({}, { get: (_, name) => same(String(name)) }),
      classes: { illustrative: '示例' },
    } as unknown as ExportWords
    const table = exportSources(desk.filtered, language, words)
    // Headings are the office's in Chinese and labels in English; both are read back.
    const columns = ['code', 'name', 'county', 'address', 'operator', 'creditCode', 'purifier', 'purifierCleanedOn']
    const own =
      language === 'en'
        ? columns.map(label)
        : ['编号', '名称', '区县', '地址', '经营者', '统一社会信用代码', '油烟净化装置', '净化装置清洗日期']
    expect(table.headings).toEqual([
      ...own,
      ...(language === 'en'
        ? ['seats', 'inspectedOn', 'foundOn', 'rectifyBy'].map(label)
        : ['餐位数', '检查日期', '问题发现日期', '整改期限']),
      'status',
      'overdue',
      'rule',
      'since',
      'due',
      'lead',
      'class',
    ])
    const text = await (await exportTable(table, 'csv', 'wgs84')).text()
    expect(text.split('\r\n')[0]!.replace('\ufeff', '')).toBe([...table.headings, 'lon', 'lat'].join())
    expect(text).toContain(`"'=1+1"`)
    const { features } = JSON.parse(await (await exportTable(table, 'geojson', 'wgs84')).text())
    expect(Object.keys(features.at(-1).properties)).toContain(label('purifierCleanedOn'))
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(new Uint8Array(await (await exportTable(table, 'xlsx', 'wgs84')).arrayBuffer()))
    expect(book.sheets.at(-1)!.rows[0]!.slice(0, 8)).toEqual(own)
    // A column named like one of ours keeps its own values.
    const twice = { ...table, headings: ['a', 'a (2)', 'a', 'b'], rows: [['1', '2', '3', '4']], positions: [null] }
    const [feature] = JSON.parse(await (await exportTable(twice, 'geojson', 'wgs84')).text()).features
    expect(feature.properties).toEqual({ a: '1', 'a (2)': '2', 'a (3)': '3', b: '4' })
    const findings = exportFindings(desk.filtered, language, words)
    expect(findings.rows.map((row) => row[5])).toContain(
      language === 'en' ? 'Purifier cleaned within 60 days' : '净化装置60天内清洗',
    )
    desk.show({})
  })

  it('are counted as visited, and listed behind the figure of a county', () => {
    const { byKind } = coverageOf(desk.filtered, 31, 5)
    // One restaurant has no position and can't be visited; one has no day of its last visit.
    expect(byKind.find(({ kind }) => kind === 'restaurant')).toEqual({ kind: 'restaurant', visited: 44, total: 45 })
    expect(byKind.find(({ kind }) => kind === 'fuel-station')).toEqual({ kind: 'fuel-station', visited: 24, total: 25 })
    const story = countyStory(desk.evaluated, '610430', '2022-09', 400)
    expect(story.worst.filter(({ kind }) => kind === 'restaurant').length).toBeGreaterThan(1)
  })

  it('are coloured and sized by their own columns, with a legend', () => {
    const look = { kind: 'restaurant', method: 'quantile', classes: 4, breaks: [], fixedBreak: null } as const
    const { legend } = desk.look({ ...look, colour: 'seats', size: 'seats' })
    expect(legend!.breaks).toHaveLength(3)
    expect(legend!.counts.reduce((sum, count) => sum + count, 0) + legend!.rest).toBe(46)
    expect(desk.look({ ...look, colour: 'purifier', size: null }).legend!.categories).toEqual(['是', '否'])
  })

  it('are picked on the map at their drawn position', () => {
    only('fuel-station')
    const [west, north] = mercator(108.5, 35)
    const [east, south] = mercator(109, 34.2)
    const drawn = (hidden: readonly string[]) =>
      sourceScene(desk.filtered, {
        window: { west, north, east, south },
        zoom: 12,
        hidden,
        look: null,
        density: { form: 'auto', of: 'count' },
      })
    const { position } = desk.find('fuel-station', 'JY-002')!
    const at = (hidden: readonly string[]) => indexPointer(drawn(hidden)).at(...(position as [number, number]), 12, 4)
    expect(at([])).toMatchObject({ kind: 'fuel-station', code: 'JY-002', nth: 1, name: '渭水加油站', status: 'fine' })
    expect(at(['fuel-station'])).toBeNull()
    desk.show({})
  })
})
