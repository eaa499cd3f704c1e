import { describe, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { STATUS_NAMES } from '@/domain/rules/status'
import { type CountyHauls, type HaulMonth, preferRealMonths } from '@/domain/trucks/hauls'
import { readHauls } from '@/io/package/haul-table'
import { evaluateRules } from '@/questions/evaluated-package'
import { findSource } from '@/questions/find-source'
import { evidenceOfFinding } from '@/questions/measured-facts'
import type { OpenedPackage } from '@/questions/opened-package'
import { filesOfSources } from '@/questions/paper-files'
import { sourceRecord } from '@/questions/source-record'
import { sourcesInRing } from '@/questions/sources-in-ring'
import { targetValues } from '@/questions/target-values'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
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
      evidence: { by: 'tracks', dataClass: 'real', isToVerify: true },
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
    const packaged = (months: readonly HaulMonth[]) => ({
      ...opened,
      pack: { ...opened.pack, hauls: preferRealMonths(months) },
    })
    const tripsOf = (county: string, months: readonly HaulMonth[]) =>
      standing(county, '2022-09-30', [], packaged(months)).trips
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
    expect(on(tracked).tracked).toEqual({ rows: 1, isMadeUp: false })
    expect(on(tracked).day).toBe('2022-09-12')
    const { first } = opened.inventory.kinds.find(({ kind }) => kind === KIND)!
    expect(filesOfSources(opened, [first])).toContain('trucks/hauls.csv')
  })
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
