import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { itemStatus, itemsOf, requirementKey, requirementsOf } from '@/domain/rules/requirement'
import { STATUS, STATUS_NAMES, type Status } from '@/domain/rules/status'
import { FACETS, type Filters, NO_FILTERS } from '@/domain/sources/view/filters'
import type { FlagColumn } from '@/domain/table/column'
import { viewBehindMeasure } from '@/features/explore/plan/view-behind-measure'
import { evaluateRules } from '@/questions/evaluated-package'
import { exportFindings } from '@/questions/exports/export-findings'
import { exportSources } from '@/questions/exports/export-sources'
import type { ExportWords } from '@/questions/exports/export-words'
import { handoverSheets } from '@/questions/exports/handover'
import { filterSources } from '@/questions/filtered-sources'
import { sourceScene } from '@/questions/map/source-scene'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { BOARD_GROUPS, boardOf } from '@/questions/plan/board'
import { targetValues } from '@/questions/plan/target-values'
import { searchRequirements } from '@/questions/search/search-requirements'
import { distinctFindings } from '@/questions/shown/distinct-findings'
import { countShown } from '@/questions/shown/shown-counts'
import { shownRows, shownSources } from '@/questions/shown/shown-sources'
import { tableOf } from '../domain/made-table'
import { openFromDisk } from '../package-from-disk'

const DAY = '2022-10-31'
const SIX = '23-six'
const WET = '23-six/wetWork'
const CITY_WATCH = '市城市管理执法局'
const named = new Proxy({}, { get: (_, name) => String(name) })
const WORDS = {
  title: '',
  headings: named,
  kinds: {},
  statuses: named,
  classes: named,
  tracks: named,
} as unknown as ExportWords

describe('one item of a requirement', () => {
  const table = tableOf({ flags: { a: [true, false, null, false], b: [false, true, true, null] } })
  const stands = (type: 'all-yes' | 'all-no', item: string, ofRule: Status) =>
    [0, 1, 2, 3].map((row) => itemStatus({ type, fields: ['a', 'b'] }, item, table)(row, ofRule))

  it('has the standing of its rule if it fails, is fine if it is met, and unknown if it is missing', () => {
    const { fine, unknown, failing, overdue } = STATUS
    expect(stands('all-yes', 'a', overdue)).toEqual([fine, overdue, unknown, overdue])
    expect(stands('all-yes', 'b', failing)).toEqual([failing, fine, fine, unknown])
    expect(stands('all-no', 'a', overdue)).toEqual([overdue, fine, unknown, fine])
    expect(stands('all-yes', 'a', fine)).toEqual([fine, fine, fine, fine])
  })

  it('exists only for rules with several items', () => {
    expect(itemsOf({ type: 'all-yes', fields: ['a'] })).toEqual([])
    expect(itemsOf({ type: 'all-no', fields: ['a', 'b'] })).toEqual(['a', 'b'])
    expect(itemsOf({ type: 'after-months', since: 's', months: 1, fields: ['a', 'b'] })).toEqual(['a', 'b'])
    expect(itemsOf({ type: 'at-most', field: 'a', value: 1 })).toEqual([])
  })
})

describe('a requirement of the default package', async () => {
  const { value } = await openFromDisk('')
  const opened = value!
  const { pack } = opened
  const members = sourcesInRing(opened, { basis: 'outline', radiusMetres: 25_000 })
  const evaluated = evaluateRules(opened, DAY)
  const left = (filters: Partial<Filters>) => filterSources(evaluated, members, { ...NO_FILTERS, ...filters })
  const sites = evaluated.tables.find(({ kind }) => kind === 'construction-site')!
  const flags = (name: string) => (sites.table.columns[name] as FlagColumn).values
  const rule = (id: string) => pack.rules.findIndex((each) => each.id === id)
  const six = pack.rules[rule(SIX)]!

  it('filters to exactly the sources that break it, according to their own columns', () => {
    const broken = Array.from({ length: sites.table.length }, (_, row) =>
      itemsOf(six.check).some((item) => flags(item)[row] === 0),
    ).filter(Boolean).length
    expect(broken).toBeGreaterThan(50)
    expect(left({ requirements: [SIX] }).total).toBe(broken)
    for (const item of itemsOf(six.check)) {
      const own = flags(item).filter((flag) => flag === 0).length
      expect(left({ requirements: [requirementKey(SIX, item)] }).total, item).toBe(own)
    }
  })

  it('filters by the standing under it, whatever else the sources break', () => {
    const { status } = evaluated.findings.find((each) => pack.rules[each.rule]!.id === SIX)!
    for (const name of STATUS_NAMES) {
      const { total } = left({ requirements: [SIX], statuses: [name] })
      expect(total, name).toBe(status.filter((each) => each === STATUS[name]).length)
    }
  })

  it('together with others selects what breaks any of them; a rule with one of its items is the rule', () => {
    const [wet, all] = [left({ requirements: [WET] }), left({ requirements: [SIX, WET] })]
    expect(all.total).toBe(left({ requirements: [SIX] }).total)
    const both = left({ requirements: [WET, '23-six/covered'] })
    const either = flags('wetWork').filter((flag, row) => flag === 0 || flags('covered')[row] === 0).length
    expect(both.total).toBe(either)
    expect(wet.total).toBeLessThan(both.total)
  })

  it('determines the standing and the order of sources', () => {
    const filtered = left({ requirements: ['23-mixing'] })
    const rows = shownRows(filtered, 0, filtered.total)
    const findings = evaluated.findings.find((each) => pack.rules[each.rule]!.id === '23-mixing')!
    for (const { source, status, overdueDays, requirements, since, leads } of rows) {
      const own = findings.at(source - findings.first)
      expect([status, overdueDays]).toEqual([own.status, own.status === STATUS.overdue ? own.days : 0])
      expect(requirements.map(({ rule }) => rule)).toEqual([own.rule])
      expect(since === null ? null : parseDay(since)).toBe(own.since)
      expect(leads).toEqual(['市住房和城乡建设局'])
    }
    const keys = rows.map(({ status, overdueDays }) => status * 1e6 + overdueDays)
    expect(keys).toEqual([...keys].sort((a, b) => b - a))
    // Some are overdue with something else: the map shows the standing under this requirement, too.
    expect(rows.some(({ source, status }) => evaluated.status[source] !== status)).toBe(true)
    const window = { west: 0, north: 0, east: 1, south: 1 }
    const { symbols, dots } = sourceScene(filtered, {
      window,
      zoom: 10,
      hidden: [],
      look: null,
      density: { form: 'auto', of: 'count' },
    })
    const drawn = [symbols, dots].flatMap((each) => Array.from(each.rows, (row, i) => [row, each.status[i]!] as const))
    expect(drawn.length).toBeGreaterThan(0)
    for (const [row, status] of drawn) expect(status).toBe(filtered.status[row])
  })

  it('and every other filter leave as many sources as their facet states, in combination', () => {
    const chosen: Partial<Filters>[] = [
      {},
      { counties: ['610402', '610404'] },
      { requirements: [SIX] },
      { requirements: [WET], statuses: ['failing'] },
      { clauses: [23, 27], statuses: ['overdue'] },
      { leads: [CITY_WATCH], kinds: ['demolition-site'] },
      { leads: ['市住房和城乡建设局'], statuses: ['fine', 'unknown'] },
    ]
    for (const filters of chosen) {
      const { facets } = countShown(left(filters))
      for (const facet of FACETS) {
        for (const [key, count] of facets[facet]) {
          const choice = { ...filters, [facet]: facet === 'clauses' ? [Number(key)] : [key] }
          expect(left(choice).total, `${JSON.stringify(filters)} ${facet} ${key}`).toBe(count)
        }
      }
    }
  })

  it('and every other filter leave as many sources as their facet states, in random views', () => {
    const { facets } = countShown(left({}))
    const some = (of: readonly string[]) => fc.subarray([...of], { maxLength: 2 })
    const views = fc.record({
      statuses: fc.subarray([...STATUS_NAMES], { maxLength: 2 }),
      counties: some([...facets.counties.keys()]),
      clauses: some([...facets.clauses.keys()]).map((clauses) => clauses.map(Number)),
      requirements: some([...facets.requirements.keys()]),
      leads: some([...facets.leads.keys()]),
    })
    const isAsStated = (filters: Partial<Filters>, place: number) => {
      const counts = countShown(left(filters)).facets
      for (const facet of FACETS) {
        const offered = [...counts[facet]].filter(([, count]) => count > 0)
        if (offered.length === 0) continue
        const [key, count] = offered[place % offered.length]!
        const choice = { ...filters, [facet]: facet === 'clauses' ? [Number(key)] : [key] }
        expect(left(choice).total, `${JSON.stringify(filters)} ${facet} ${key}`).toBe(count)
      }
    }
    fc.assert(fc.property(views, fc.nat(), isAsStated), { numRuns: 40 })
    // Clause 24 has no requirement of another clause to offer.
    const of24 = countShown(left({ clauses: [24], statuses: ['overdue'], counties: ['610402', '610404'] })).facets
    expect(of24.requirements.size).toBeGreaterThan(0)
    for (const [key] of of24.requirements) expect(key).toMatch(/^24-/)
  })

  it('has the same number on the board, in the list, the export and the hand-over sheets', () => {
    const rows = boardOf(left({ counties: ['610402', '610404'] }), 'clauses')
    const clause = rows.find(({ key }) => key === '23')!
    const requirements = clause.requirements.flatMap((each) => [each, ...each.items])
    expect(requirements.map(({ key }) => key)).toContain(WET)
    for (const { key, tally } of requirements) {
      for (const name of ['overdue', 'failing'] as const) {
        const filtered = left({ counties: ['610402', '610404'], requirements: [key], statuses: [name] })
        expect(filtered.total, `${key} ${name}`).toBe(tally[name])
        expect(shownSources(filtered)).toMatchObject({ problems: tally[name], findings: tally[name] })
        expect(exportFindings(filtered, 'zh-CN', WORDS).rows).toHaveLength(tally[name])
        const sheets = handoverSheets(filtered, 'counties', 'zh-CN')
        expect(sheets.reduce((sum, { findings }) => sum + findings, 0)).toBe(tally[name])
      }
    }
  })

  it('with several leading departments is counted once over all sheets', () => {
    const filtered = left({ statuses: ['overdue', 'failing'] })
    const sheets = handoverSheets(filtered, 'leads', 'zh-CN')
    const { findings } = shownSources(filtered)
    expect(distinctFindings(sheets)).toBe(findings)
    expect(sheets.reduce((sum, sheet) => sum + sheet.findings, 0)).toBeGreaterThan(findings)
    expect(distinctFindings([])).toBe(0)
  })

  it('is the unit for clauses and departments on the board; counties and kinds count sources', () => {
    for (const group of BOARD_GROUPS) {
      for (const { key, tally } of boardOf(left({}), group)) {
        for (const name of ['overdue', 'failing', 'unknown', 'due'] as const) {
          const filtered = left({ [group]: group === 'clauses' ? [Number(key)] : [key], statuses: [name] })
          const rows = group === 'counties' || group === 'kinds' ? filtered.total : shownSources(filtered).findings
          expect(rows, `${group} ${key} ${name}`).toBe(tally[name])
        }
      }
    }
  })

  it('has beside overdue findings the oldest missed deadline, never a future one', () => {
    const rows = boardOf(left({}), 'clauses')
    const clause = rows.find(({ key }) => key === '23')!
    const missed = evaluated.findings
      .filter((each) => pack.rules[each.rule]!.clause === 23)
      .flatMap(({ status, at }) => Array.from(status, (each, row) => (each === STATUS.overdue ? at(row).days : 0)))
    expect(parseDay(clause.oldestMissed!)).toBe(parseDay(DAY) - Math.max(...missed))
    for (const { oldestMissed, tally } of rows) {
      expect(oldestMissed === null).toBe(tally.overdue === 0)
      if (oldestMissed !== null) expect(oldestMissed < DAY).toBe(true)
    }
  })

  it('is the only one in an export, with the failing items in each line', () => {
    const filtered = left({ requirements: [SIX] })
    const { headings, rows } = exportFindings(filtered, 'zh-CN', WORDS)
    const texts = rows.map((row) => String(row[headings.indexOf('rule')]))
    expect(texts).toHaveLength(filtered.total)
    expect(texts.every((text) => /^六个100%：.+/.test(text))).toBe(true)
    const sources = exportSources(left({ requirements: [WET] }), 'zh-CN', WORDS)
    const cells = sources.rows.map((row) => row[sources.headings.indexOf('rule')])
    expect(new Set(cells)).toEqual(new Set(['六个100%：湿法作业']))
  })

  it('has the values of the day in an export of one kind, not those of the file', () => {
    const code = (sites.table.columns.code && shownRows(left({ requirements: [WET] }), 0, 1)[0]!.code)!
    const seen = { kind: 'construction-site', code, day: DAY, answers: { wetWork: true }, deadlines: {} } as const
    const seenThere = filterSources(evaluateRules(opened, DAY, [seen]), members, {
      ...NO_FILTERS,
      kinds: ['construction-site'],
    })
    const { headings, rows } = exportSources(seenThere, 'zh-CN', WORDS)
    const { headings: own } = sites.schema.fields.find(({ name }) => name === 'wetWork')!
    const row = rows.find((cells) => cells.includes(code))!
    expect(row[headings.indexOf(own[0]!)]).toBe('是')
  })

  it('of one department is on its hand-over sheet, with the filters applied', () => {
    const sheets = handoverSheets(left({ leads: [CITY_WATCH] }), 'leads', 'zh-CN')
    const own = sheets.find(({ name }) => name === CITY_WATCH)!
    const led = pack.rules.filter(({ lead }) => lead.includes(CITY_WATCH)).map(({ title }) => title.zh)
    const titles = own.sources.flatMap(({ findings }) => findings.map(({ title }) => title.split('：')[0]!))
    expect(titles.length).toBe(own.findings)
    expect(titles.every((title) => led.some((each) => each.startsWith(title)))).toBe(true)
    // The other sheets have requirements that are led jointly with it.
    for (const { findings } of sheets) expect(findings).toBeLessThanOrEqual(own.findings)
    const overdue = handoverSheets(left({ leads: [CITY_WATCH], statuses: ['overdue'] }), 'leads', 'zh-CN')
    const states = overdue.flatMap(({ sources }) =>
      sources.flatMap(({ findings }) => findings.map(({ status }) => status)),
    )
    expect(new Set(states)).toEqual(new Set(['overdue']))
  })

  it('without a lead is on a sheet of its own, and counted', async () => {
    const { value } = await openFromDisk('', (file, text) => {
      if (file === 'rules.json') return text.replaceAll(/"lead": \["市住房和城乡建设局"\]/g, '"lead": []')
      // The first row names no responsible person.
      return file === 'construction-site.csv' ? text.replaceAll(/^((?:[^,\n]*,){5})示例[^,\n]*/gm, '$1') : text
    })
    const without = filterSources(evaluateRules(value!, DAY), members, { ...NO_FILTERS, requirements: ['23-fume'] })
    expect(without.total).toBeGreaterThan(0)
    const sheets = handoverSheets(without, 'leads', 'zh-CN')
    expect(sheets.map(({ name, findings }) => [name, findings])).toEqual([['', without.total]])
  })

  it('whose lead is named in each row is required of that lead', () => {
    const operators = Object.keys(Object.fromEntries(countShown(left({ clauses: [14] })).facets.leads))
    expect(operators.length).toBeGreaterThan(1)
    for (const lead of operators) {
      const filtered = left({ clauses: [14], leads: [lead] })
      expect(shownRows(filtered, 0, filtered.total).every(({ leads }) => leads.includes(lead))).toBe(true)
    }
  })

  it('is found by name in both languages and by pinyin initials, and so are its items', async () => {
    const find = async (query: string) => (await searchRequirements(evaluated, query, 6)).map(({ key }) => key)
    expect((await find('六个100%'))[0]).toBe(SIX)
    expect(await find('湿法作业')).toEqual([WET, '24-wet'])
    expect((await find('sfzy'))[0]).toBe(WET)
    expect(await find('视频监控')).toContain('23-video')
    expect(await find('spjk')).toContain('23-video')
    expect(await find('six items')).toContain(SIX)
    const [found] = await searchRequirements(evaluated, '湿法作业', 1)
    expect(found!.broken).toBe(left({ requirements: [WET] }).total)
    // A hint is not a requirement.
    expect(requirementsOf(pack.rules).some(({ key }) => key === '26-survey')).toBe(false)
    expect(await find('积尘调查')).toEqual([])
  })

  it('can be behind a target of the plan; other targets have their rows too', () => {
    const behind = (clause: number, place: number) => {
      const { measure } = pack.clauses.find(({ number }) => number === clause)!.targets[place]!
      const { measured } = targetValues(left({})).find((each) => each.clause === clause && each.target === place)!
      const view = viewBehindMeasure(measure!, measured!, pack.kinds)
      return { measured: measured!, total: view && left(view.filters!).total }
    }
    const share = behind(23, 0)
    const unmet = Math.round(share.measured.known * (1 - share.measured.value / 100))
    expect(share.total).toBe(unmet)
    const advanced = behind(6, 0)
    expect(advanced.total).toBe(advanced.measured.value)
    expect(behind(6, 1).total).toBe(328)
    expect(behind(22, 0).total).toBeNull()
    for (const { number, targets } of pack.clauses)
      targets.forEach(({ measure }, place) => {
        if (measure?.of === 'smallest') expect(behind(number, place).total, String(number)).toBeGreaterThan(0)
      })
  })
})
