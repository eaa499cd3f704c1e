import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import { textColumn } from '@/domain/table/build-column'
import { type CountyHauls, type HaulMonth, haulsOn, preferRealMonths } from '@/domain/trucks/hauls'
import { type HaulTable, readHauls } from '@/io/package/haul-table'
import { evaluateRules } from '@/questions/evaluated-package'
import { filesOfSources } from '@/questions/exports/paper-files'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { evidenceOfFinding } from '@/questions/monitors/measured-facts'
import type { OpenedPackage } from '@/questions/opened-package'
import { targetValues } from '@/questions/plan/target-values'
import { findSource } from '@/questions/source/find-source'
import { sourceRecord } from '@/questions/source/source-record'
import { listsDigest } from '@/questions/trucks/lists-digest'
import { openFromDisk } from '../package-from-disk'

const packaged = (await openFromDisk('')).value!
/** The package with other least evidence. */
const withLeast = (leastDays: number, leastTrips: number): OpenedPackage => {
  const trucks = packaged.pack.trucks!
  const evidence = { ...trucks.evidence, leastDays, leastTrips }
  return { ...packaged, pack: { ...packaged.pack, trucks: { ...trucks, evidence } } }
}
/** One trip decides, so that a test needs few. */
const opened = withLeast(1, 1)
const KIND = 'muck-trucks'

/** Ten hauls of a county on a day, `byDay` of them by day. */
const hauls = (county: string, day: string, byDay: number, dataClass: HaulMonth['dataClass'] = 'real'): HaulMonth => ({
  month: day.slice(0, 7),
  counties: new Map([[county, [{ day: parseDay(day), trips: 10, byDay }]]]) satisfies CountyHauls,
  dataClass,
})

function standing(county: string, asOf: string, months: readonly HaulMonth[], of: OpenedPackage = opened) {
  const evaluated = evaluateRules(of, asOf, [], months)
  const { source } = findSource(evaluated, KIND, `ZT-${county}`)!
  const record = sourceRecord(evaluated, source)
  const finding = record.findings.find(({ rule }) => of.pack.rules[rule]!.id === '16-day')
  return {
    status: finding ? STATUS_NAMES[finding.status] : 'fine',
    trips: [record.values.trips, record.values.dayTrips],
    since: finding?.since ?? null,
    fact: record.measured.find(({ measured }) => measured === 'hauls') ?? null,
    evidence: finding ? evidenceOfFinding(evaluated, finding) : null,
  }
}

describe('clause 16 by truck tracks', () => {
  it('uses their trips instead of the county’s own figures, in their month and up to the day', () => {
    // The county itself reports 76 %, which is too low.
    expect(standing('610402', '2022-09-30', [])).toMatchObject({ status: 'failing', trips: [5142, 3908], fact: null })
    const [one, other] = [hauls('610402', '2022-09-12', 9), hauls('610404', '2022-09-12', 3)]
    const months = [{ ...one, counties: new Map([...one.counties, ...other.counties]) }]
    expect(standing('610402', '2022-09-30', months)).toMatchObject({
      status: 'fine',
      trips: [10, 9],
      fact: { field: 'dayTrips', trips: 10, byDay: 9, dataClass: 'real', stated: { trips: 5142, byDay: 3908 } },
    })
    // In a month that the package has, tracks outside it are used only if given.
    const packaged = { ...opened, pack: { ...opened.pack, hauls: [one] } }
    expect(standing('610402', '2022-09-30', [], packaged)).toMatchObject({ fact: { trips: 10 } })
    expect(standing('610402', '2022-09-30', [other], packaged)).toMatchObject({ fact: null })
    // The daytime hours are unconfirmed: a person must verify.
    expect(standing('610404', '2022-09-30', months)).toMatchObject({
      status: 'unknown',
      evidence: { by: 'tracks', dataClass: 'real', isToVerify: true, basis: { days: 1, trips: 10, trucks: null } },
    })
    const { trucks } = opened.pack
    const dayHours = trucks!.dayHours.map((rule) => ({ ...rule, confirmed: true }))
    const confirmed = { ...opened, pack: { ...opened.pack, trucks: { ...trucks!, dayHours } } }
    expect(standing('610404', '2022-09-30', months, confirmed)).toMatchObject({
      status: 'failing',
      evidence: { by: 'tracks', dataClass: 'real' },
    })
    expect(standing('610404', '2022-09-11', months)).toMatchObject({ status: 'fine', fact: null })
    expect(standing('610404', '2022-10-01', months)).toMatchObject({ fact: null })
  })

  it('does not apply to a county that the clause does not name', () => {
    expect(standing('610481', '2022-09-30', [hauls('610481', '2022-09-12', 1)])).toMatchObject({
      status: 'fine',
      trips: [10, 1],
    })
  })

  it('is not judged by illustrative tracks for a real table; illustrative tracks yield to real ones of the month', () => {
    const { inventory, pack } = opened
    const kinds = inventory.kinds.map((each) => ({ ...each, dataClass: 'real' as const }))
    const real = { ...opened, inventory: { ...inventory, kinds }, pack: { ...pack, hauls: [] } }
    const madeUp = hauls('610402', '2022-09-12', 10, 'illustrative')
    expect(standing('610402', '2022-09-30', [madeUp], real)).toMatchObject({ status: 'failing', fact: null })
    expect(standing('610402', '2022-09-30', [madeUp])).toMatchObject({ fact: { dataClass: 'illustrative' } })
    const both = preferRealMonths([hauls('610404', '2022-09-12', 10), madeUp])
    const packaged = { ...opened, pack: { ...pack, hauls: both } }
    expect(standing('610402', '2022-09-30', [], packaged)).toMatchObject({ fact: null })
  })

  it('uses for each county and month the most real of several tables, and the latest of these', () => {
    const [derived, real] = [hauls('610404', '2022-09-12', 3, 'derived'), hauls('610402', '2022-09-12', 9)]
    const ofPackage = (months: readonly HaulMonth[]) => ({
      ...opened,
      pack: { ...opened.pack, hauls: preferRealMonths(months) },
    })
    const tripsOf = (county: string, months: readonly HaulMonth[]) =>
      standing(county, '2022-09-30', [], ofPackage(months)).trips
    expect(tripsOf('610402', [real, derived])).toEqual([10, 9])
    expect(tripsOf('610404', [real, derived])).toEqual([10, 3])
    expect(tripsOf('610402', [real, hauls('610402', '2022-09-12', 1, 'derived')])).toEqual([10, 9])
    expect(tripsOf('610402', [real, hauls('610402', '2022-09-12', 7)])).toEqual([10, 7])
  })

  it('is used in the target of the clause, and its table is among the files of a document', () => {
    const on = (months: readonly HaulMonth[]) => {
      const evaluated = evaluateRules(opened, '2022-09-30', [], months)
      const members = sourcesInRing(opened, opened.pack.settings.ring)
      return targetValues({ evaluated, members }).find(({ clause }) => clause === 16)!.measured!
    }
    const tracked = [
      {
        ...hauls('610402', '2022-09-12', 0),
        counties: new Map([['610402', [{ day: parseDay('2022-09-12'), trips: 50_000, byDay: 0 }]]]),
      },
    ]
    expect(on([]).tracked).toBeUndefined()
    expect(on(tracked).value).toBeLessThan(60)
    expect(on(tracked).tracked).toEqual({
      ...{ rows: 1, isMadeUp: false, trips: 50_000, days: [1, 1], trucks: null },
    })
    expect(on(tracked).day).toBe('2022-09-12')
    const { first } = opened.inventory.kinds.find(({ kind }) => kind === KIND)!
    expect(filesOfSources(opened, [first])).toContain('trucks/hauls.csv')
  })
})

describe('the least evidence for clause 16', () => {
  /** So many days of September from the first, with so many trips each, `byDay` of them by day. */
  const september = (county: string, days: number, trips: number, byDay: number): HaulMonth => ({
    month: '2022-09',
    counties: new Map([
      [
        county,
        Array.from({ length: days }, (_, at) => ({ day: parseDay('2022-09-01') + at, trips, byDay, trucks: at + 3 })),
      ],
    ]),
    dataClass: 'real',
  })

  it('leaves a county its own figures, which decide, until days and trips are enough on the day', () => {
    const of = withLeast(5, 30)
    const months = [september('610402', 5, 6, 6)]
    const on = (day: string) => standing('610402', day, months, of)
    // 4 days and 24 trips are too few; the county itself reports 76 %.
    expect(on('2022-09-04')).toMatchObject({
      ...{ status: 'failing', trips: [5142, 3908], evidence: null },
      fact: { role: 'beside', days: 4, trips: 24, byDay: 24, trucks: 6, least: { leastDays: 5, leastTrips: 30 } },
    })
    expect(on('2022-09-05')).toMatchObject({
      ...{ status: 'fine', trips: [30, 30] },
      fact: { role: 'decides', days: 5, trips: 30, trucks: 7, stated: { trips: 5142, byDay: 3908 } },
    })
    expect(standing('610402', '2022-09-05', months, withLeast(5, 31))).toMatchObject({
      status: 'failing',
      fact: { role: 'beside' },
    })
    expect(standing('610402', '2022-09-05', months, withLeast(6, 30))).toMatchObject({
      status: 'failing',
      fact: { role: 'beside' },
    })
  })

  it('keeps tracks that fall short from being anything but a note while they are too few', () => {
    const few = standing('610404', '2022-09-30', [september('610404', 1, 10, 0)], withLeast(5, 30))
    expect(few).toMatchObject({ status: 'fine', trips: [2012, 1839], fact: { role: 'beside', byDay: 0 } })
  })

  it('leaves a county without figures of its own undecided, never failing', () => {
    const { inventory } = packaged
    const silentIn = (fields: readonly string[]) => {
      const kinds = inventory.kinds.map((each) => {
        if (each.kind !== KIND) return each
        const columns = { ...each.table.columns }
        for (const field of fields) {
          const column = columns[field]!
          if (column.type === 'number') columns[field] = { ...column, values: column.values.map(() => Number.NaN) }
        }
        return { ...each, table: { ...each.table, columns } }
      })
      const of = { ...withLeast(5, 30), inventory: { ...inventory, kinds } }
      return standing('610402', '2022-09-30', [september('610402', 2, 10, 0)], of)
    }
    const undecided = { status: 'unknown', evidence: null }
    const fact = { role: 'beside', days: 2, trips: 20 }
    expect(silentIn(['trips'])).toMatchObject({
      ...undecided,
      trips: [null, 3908],
      fact: { ...fact, stated: 'partial' },
    })
    expect(silentIn(['dayTrips'])).toMatchObject({
      ...undecided,
      trips: [5142, null],
      fact: { ...fact, stated: 'partial' },
    })
    expect(silentIn(['trips', 'dayTrips'])).toMatchObject({ ...undecided, fact: { ...fact, stated: null } })
  })

  it('decides exactly from its thresholds on, whatever the days and trips', () => {
    for (let days = 1; days <= 4; days++)
      for (let trips = 1; trips <= 4; trips++)
        for (const [leastDays, leastTrips] of [
          [1, 1],
          [2, 5],
          [3, 9],
          [4, 16],
        ] as const) {
          const { fact } = standing(
            '610402',
            '2022-09-30',
            [september('610402', days, trips, 0)],
            withLeast(leastDays, leastTrips),
          )
          expect(fact).toMatchObject({
            role: days >= leastDays && days * trips >= leastTrips ? 'decides' : 'beside',
            ...{ days, trips: days * trips, byDay: 0, trucks: days + 2 },
          })
        }
  })

  it('is that of the default package for a package without it, or without any truck settings', async () => {
    const { leastDays, leastTrips } = packaged.pack.trucks!.evidence
    const older = await openFromDisk('', (file, own) => {
      if (file !== 'trucks.json') return own
      const { evidence: _, ...before } = JSON.parse(own)
      return JSON.stringify(before)
    })
    expect(older.problems.filter(({ file }) => file === 'trucks.json')).toEqual([])
    expect(older.value!.pack.trucks!.evidence).toEqual(packaged.pack.trucks!.evidence)
    const bare = { ...packaged, pack: { ...packaged.pack, trucks: null } } as unknown as OpenedPackage
    for (const of of [older.value!, bare])
      for (const [days, role] of [
        [leastDays - 1, 'beside'],
        [leastDays, 'decides'],
      ] as const)
        expect(standing('610402', '2022-09-30', [september('610402', days, leastTrips, 0)], of).fact).toMatchObject({
          role,
        })
  })
})

it('hauls say that they were counted by other lists or settings than those of today', async () => {
  const own = hauls('610402', '2022-09-12', 9)
  const isOld = (countedBy: Partial<HaulMonth>) => {
    const { fact } = standing('610402', '2022-09-30', [{ ...own, ...countedBy }])
    return fact?.measured === 'hauls' ? (fact.isOfEarlierLists ?? false) : null
  }
  expect([isOld({}), isOld({ countedBy: listsDigest(opened)! }), isOld({ countedBy: 'x' })]).toEqual([
    false,
    false,
    true,
  ])
  const stated = await openFromDisk('', (file, text) => {
    if (file !== 'datapackage.json') return text
    const all = JSON.parse(text)
    for (const { chentu } of all.resources) if (chentu.role === 'truck-hauls') chentu.countedBy = 'x'
    return JSON.stringify(all)
  })
  expect(stated.value!.pack.hauls.map(({ countedBy }) => countedBy)).toEqual(packaged.pack.hauls.map(() => 'x'))
})

it('a table of hauls is read by county and day, and unreadable rows are reported', async () => {
  const text = [
    '区县,日期,运输趟次,白天趟次',
    '秦都区,2022-09-01,9,8',
    '某县,2022-09-01,9,8',
    '610402,2022-09-02,3,4',
  ].join('\n')
  const { value, problems } = await openFromDisk('', (file, own) => (file === 'trucks/hauls.csv' ? text : own))
  expect(value!.pack.hauls.map(({ month, counties }) => [month, ...counties])).toEqual([
    ['2022-09', ['610402', [{ day: parseDay('2022-09-01'), trips: 9, byDay: 8 }]]],
  ])
  expect(problems.filter(({ file }) => file === 'trucks/hauls.csv')).toMatchObject([
    { code: 'unknown-county', row: 3, seen: '某县' },
    { code: 'out-of-range', row: 4, seen: '4' },
  ])
  expect(readHauls([], () => null, [])).toEqual([])
})

it('a table of hauls says how many trucks, unless it is from before or several tables share a month', () => {
  const county = (text: string) => text
  const tableOf = (path: string, rows: readonly (readonly [string, number, number | null])[]): HaulTable => ({
    descriptor: { path, chentu: { role: 'truck-hauls', class: 'real' } },
    table: {
      length: rows.length,
      columns: {
        county: textColumn(rows.map(() => '610402')),
        day: { type: 'day', values: Int32Array.from(rows, ([day]) => parseDay(day)) },
        hauls: { type: 'number', values: Float64Array.from(rows, ([, trips]) => trips) },
        byDay: { type: 'number', values: Float64Array.from(rows, () => 1) },
        trucks: { type: 'number', values: Float64Array.from(rows, ([, , trucks]) => trucks ?? Number.NaN) },
      },
    },
  })
  const trucksOn = (tables: readonly HaulTable[], day: string) =>
    haulsOn(readHauls(tables, county, []), '610402', parseDay(day))!.trucks
  const one = tableOf('a.csv', [
    ['2022-09-01', 9, 3],
    ['2022-09-03', 9, 4],
  ])
  expect(trucksOn([one], '2022-09-02')).toBe(3)
  expect(trucksOn([one], '2022-09-03')).toBe(4)
  expect(trucksOn([tableOf('a.csv', [['2022-09-01', 9, null]])], '2022-09-03')).toBeNull()
  expect(trucksOn([one, tableOf('b.csv', [['2022-09-02', 9, 2]])], '2022-09-03')).toBeNull()
  expect(trucksOn([one, tableOf('b.csv', [['2022-08-02', 9, 2]])], '2022-09-03')).toBe(4)
})
