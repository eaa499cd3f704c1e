import { beforeAll, describe, expect, it } from 'vitest'
import { isOpeningOf, openingKey, sourceOpening } from '@/domain/cases/opening-key'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { STATUS } from '@/domain/rules/status'
import { caseOpeningOf, caseOpenings, caseProposals } from '@/questions/cases/case-openings'
import { likelySources } from '@/questions/cases/likely-sources'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { openFromDisk } from '../package-from-disk'

const HERE: Position = [108.7, 34.35]
const at = (azimuth: number, metres: number) => destination(HERE, azimuth, metres).map((degrees) => degrees.toFixed(7))

const COMPLAINTS = `编号,名称,区县,经度,纬度,受理日期,整改到位
XF-1,甲举报,秦都区,${HERE.join(',')},2022-10-30,
XF-2,乙举报,秦都区,${HERE.join(',')},2022-10-29,是
XF-3,丙举报,渭城区,,,2022-10-31,否
XF-4,丁举报,渭城区,,,2022-11-01,否
XF-5,戊举报,渭城区,,,2022-09-01,否
XF-6,己举报,渭城区,,,,否
`
const STOCKPILES = `编号,名称,区县,经度,纬度,物料,暴露堆体,封闭或覆盖,输送系统封闭,露天装卸
DC-NW,西北堆场,秦都区,${at(315, 3000).join(',')},煤,否,是,是,否
DC-NW2,西北近堆场,秦都区,${at(310, 900).join(',')},煤,否,否,否,是
DC-S,南堆场,秦都区,${at(180, 200).join(',')},煤,否,否,否,是
DC-FAR,远堆场,秦都区,${at(315, 9000).join(',')},煤,否,否,否,是
`
let evaluated: EvaluatedPackage

const files: Readonly<Record<string, string>> = { 'complaint.csv': COMPLAINTS, 'stockpile.csv': STOCKPILES }
/** Leaves other sources without rows, so that only the rows above count. */
const bare = (file: string, text: string) =>
  files[file] ??
  (file.endsWith('.csv') && text.includes('经度') && !file.startsWith('dustfall') ? `${text.split('\n')[0]}\n` : text)

async function opened(change = bare): Promise<EvaluatedPackage> {
  const { value, problems } = await openFromDisk('', change)
  if (!value) throw new Error(JSON.stringify(problems.slice(0, 5)))
  return evaluateRules(value, '2022-10-31')
}
beforeAll(async () => {
  evaluated = await opened()
})

describe('what a case can be opened from', () => {
  it('includes reports within the days of their sort, up to the as-of day, that are not settled', () => {
    const reported = caseOpenings(evaluated).filter(({ reason }) => reason.of === 'reported')
    expect(reported.map(({ key, sort }) => [key, sort])).toEqual([
      ['complaint/XF-3/1/2022-10-31', 'complaint'],
      ['complaint/XF-1/1/2022-10-30', 'complaint'],
    ])
    expect(reported[1]).toMatchObject({
      name: '甲举报',
      reason: { of: 'reported', day: '2022-10-30' },
      position: HERE,
      county: '610402',
      isIllustrative: true,
    })
    expect(reported[0]!.position).toBeNull()
  })

  it('includes dustfall points that rose by at least the package’s threshold since last month, largest rise first', () => {
    const rises = caseOpenings(evaluated).flatMap(({ sort, key, reason, position }) =>
      reason.of === 'dustfall'
        ? [{ sort, key, rise: reason.after - reason.before, month: reason.month, position }]
        : [],
    )
    expect(rises.length).toBeGreaterThan(0)
    expect(rises.every(({ rise, month, sort }) => rise >= 0.5 && month === '2022-10' && sort === 'dustfall')).toBe(true)
    expect(rises.map(({ rise }) => rise)).toEqual(rises.map(({ rise }) => rise).sort((a, b) => b - a))
    expect(rises[0]!.key).toMatch(/^dustfall\/.+\/2022-10$/)
    expect(rises[0]!.position).not.toBeNull()
  })

  it('is found by source, and listed by sort with a count and the first few, without those that have a case', () => {
    expect(caseOpeningOf(evaluated, sourceOpening({ kind: 'complaint', code: 'XF-1' }))?.name).toBe('甲举报')
    expect(caseOpeningOf(evaluated, sourceOpening({ kind: 'complaint', code: 'XF-2' }))).toBeNull()
    const all = caseOpenings(evaluated)
    const [opened, left] = all.filter(({ sort }) => sort === 'complaint').map(({ key }) => key)
    const of = (whole: readonly string[]) => caseProposals(evaluated, [], [{ key: opened! }], 1, whole)
    expect(of([]).find(({ sort }) => sort === 'complaint')).toMatchObject({ count: 1, first: [{ key: left }] })
    const rises = all.filter(({ sort }) => sort === 'dustfall')
    expect(of([]).find(({ sort }) => sort === 'dustfall')).toEqual({
      ...{ sort: 'dustfall', count: rises.length },
      first: rises.slice(0, 1),
    })
    expect(of(['dustfall']).find(({ sort }) => sort === 'dustfall')!.first).toEqual(rises)
  })

  it('has a key of source and day that matches no other code, number or year', () => {
    const of = (code: string, nth?: number) => sourceOpening({ kind: 'complaint', code, nth })
    const key = openingKey(of('2022/5'), '2022-10-30')
    expect(isOpeningOf(key, of('2022/5'))).toBe(true)
    expect(isOpeningOf(key, of('2022'))).toBe(false)
    expect(isOpeningOf(openingKey(of('5', 2), '2022-10-30'), of('5'))).toBe(false)
    expect(openingKey(of('5'), '2023-10-30')).not.toBe(openingKey(of('5'), '2022-10-30'))
  })

  it('is empty if the package has no settings for cases, or unreadable ones, which is reported', async () => {
    const silent = await openFromDisk('', (file, text) =>
      file === 'datapackage.json' ? text.replace('"role": "cases"', '"role": "cases-of-later"') : bare(file, text),
    )
    expect(silent.value!.pack.cases).toBeNull()
    expect(caseOpenings(evaluateRules(silent.value!, '2022-10-31'))).toEqual([])
    const broken = await openFromDisk('', (file, text) =>
      file === 'cases.json' ? text.replace('"likely"', '"likeliest"') : bare(file, text),
    )
    expect(broken.value!.pack.cases).toBeNull()
    expect(broken.problems.map(({ code }) => code)).toContain('cases-invalid')
  })

  it('uses the readable parts of the cases file; a wrong or unknown term or sort is left out and reported', async () => {
    const whole = evaluated.opened.pack.cases!
    const partly = await openFromDisk('', (file, text) => {
      if (file !== 'cases.json') return bare(file, text)
      const { sorts, ...more } = JSON.parse(text)
      const [first, ...others] = sorts
      const audited = { ...first.terms[0], step: 'audited' }
      const terms = [audited, { ...first.terms[0], minutes: '60' }, ...first.terms.slice(1)]
      return JSON.stringify({ ...more, sorts: [{ ...first, terms }, { id: 'Ä' }, ...others] })
    })
    const [first, ...others] = whole.sorts
    expect(partly.value!.pack.cases).toEqual({
      ...whole,
      sorts: [{ ...first, terms: first!.terms.slice(1) }, ...others],
    })
    const said = partly.problems.filter(({ code }) => code.startsWith('cases-part'))
    expect(said.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'cases-part-wrong sorts.0.terms.0.step',
      'cases-part-wrong sorts.0.terms.1.minutes',
      'cases-part-wrong sorts.1.id',
      'cases-part-missing sorts.1.title',
      'cases-part-missing sorts.1.lead',
      'cases-part-missing sorts.1.terms',
    ])
  })
})

describe('likely sources of what was noticed at a place', () => {
  const names = (wind: { fromDegrees: number; metresPerSecond: number; calmBelow?: number } | null, bandMetres = 500) =>
    likelySources(evaluated, HERE, wind, { metres: 5000, bandMetres, most: 50 })
      // Roads are left out: they have no table of their own that a test could empty.
      .likely.filter(({ code }) => !code.startsWith('DL-'))
      .map(({ code }) => code)

  it('lie upwind in that hour, nearest first', () => {
    expect(names({ fromDegrees: 315, metresPerSecond: 2 })).toEqual(['DC-NW2', 'DC-NW'])
    const { likely } = likelySources(
      evaluated,
      HERE,
      { fromDegrees: 315, metresPerSecond: 2 },
      { metres: 5000, bandMetres: 500, most: 1 },
    )
    expect(likely[0]!.status).toBeGreaterThanOrEqual(STATUS.failing)
    expect(Math.round(likely[0]!.metres)).toBe(900)
    expect(Math.round(likely[0]!.azimuth)).toBe(310)
    expect(names({ fromDegrees: 90, metresPerSecond: 2 })).toEqual([])
  })

  it('are ordered by bands of distance, and within a band those that break a requirement first', async () => {
    const rows = [
      ['DC-1', 300, '否', '是', '是', '否'],
      ['DC-2', 400, '否', '否', '否', '是'],
      ['DC-3', 700, '否', '否', '否', '是'],
    ].map(([code, metres, ...rest]) => [code, code, '秦都区', ...at(0, Number(metres)), '煤', ...rest].join(','))
    const text = [STOCKPILES.split('\n')[0], ...rows, ''].join('\n')
    const near = await opened((file, was) => (file === 'stockpile.csv' ? text : bare(file, was)))
    const codes = (bandMetres: number) =>
      likelySources(near, HERE, { fromDegrees: 0, metresPerSecond: 2 }, { metres: 5000, bandMetres, most: 50 })
        .likely.map(({ code }) => code)
        .filter((code) => code.startsWith('DC-'))
    expect(codes(500)).toEqual(['DC-2', 'DC-1', 'DC-3'])
    expect(codes(100)).toEqual(['DC-1', 'DC-2', 'DC-3'])
  })

  it('list the measured source separately, whatever the wind; a complaint is no such source', () => {
    const own = evaluated.tables.find(({ schema }) => schema.id === 'stockpile')!.first + 2
    const from = (fromDegrees: number, of = own) =>
      likelySources(
        evaluated,
        HERE,
        { fromDegrees, metresPerSecond: 2 },
        { metres: 5000, bandMetres: 500, most: 1 },
        of,
      )
    expect(from(315).own).toMatchObject({ code: 'DC-S', metres: expect.closeTo(200, 0) })
    expect(from(180).own).toMatchObject({ code: 'DC-S' })
    expect(from(180).likely.map(({ code }) => code)).not.toContain('DC-S')
    expect(from(315).likely.map(({ code }) => code)).toEqual(['DC-NW2'])
    const complaint = evaluated.tables.find(({ schema }) => schema.id === 'complaint')!
    expect(from(315, complaint.first).own).toBeNull()
  })

  it('are of the groups and kinds that can be the cause, and those left out are counted', () => {
    const sourced = { source: { zh: '无', en: 'none' }, confirmed: false }
    const found = (groups: readonly string[], except: readonly string[] = []) =>
      likelySources(
        evaluated,
        HERE,
        { fromDegrees: 315, metresPerSecond: 2 },
        { metres: 5000, bandMetres: 500, most: 50, causes: { ...sourced, groups, kinds: [], except } },
      )
    const { kind } = found(['dust']).likely.find(({ code }) => code === 'DC-NW')!
    expect(found(['dust']).leftOut.map((each) => each.kind)).not.toContain(kind)
    const without = found(['dust'], [kind])
    expect(without.likely.some((each) => each.kind === kind)).toBe(false)
    expect(without.leftOut).toContainEqual({ kind, title: expect.anything(), count: 2 })
    expect(without.total).toBe(found(['dust']).total - 2)
    // The measured source is left out too if its kind can't be the cause.
    const own = evaluated.tables.find(({ schema }) => schema.id === kind)!.first
    const ownOf = (except: readonly string[]) =>
      likelySources(
        evaluated,
        HERE,
        null,
        { metres: 5000, bandMetres: 500, most: 50, causes: { ...sourced, groups: ['dust'], kinds: [], except } },
        own,
      ).own
    expect([ownOf([])?.source, ownOf([kind])]).toEqual([own, null])
  })

  it('are all those around it if the wind is unknown or calm, without complaints', () => {
    expect(names(null).slice(0, 2)).toEqual(['DC-S', 'DC-NW2'])
    expect(names({ fromDegrees: 315, metresPerSecond: 0 })).toEqual(names(null))
    expect(names({ fromDegrees: 315, metresPerSecond: 0.4, calmBelow: 0.5 })).toEqual(names(null))
    expect(names({ fromDegrees: 315, metresPerSecond: 0.5, calmBelow: 0.5 })).toEqual(['DC-NW2', 'DC-NW'])
    expect(names(null)).not.toContain('XF-1')
    expect(names(null)).not.toContain('DC-FAR')
  })
})
