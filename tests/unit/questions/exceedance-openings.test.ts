import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import type { ExceedanceReason } from '@/domain/cases/exceedance-reason'
import { isOpeningOf, monitorOfKey, monitorOpening } from '@/domain/cases/opening-key'
import { nearestTo } from '@/domain/monitoring/doubts/neighbours'
import type { DoubtVerdicts } from '@/domain/monitoring/doubts/verdict'
import { exceedanceRuns } from '@/domain/monitoring/exceedance-runs'
import { dayBegin } from '@/domain/monitoring/local-time'
import { pickReadings } from '@/domain/monitoring/readings'
import { rowOf } from '@/domain/sources/inventory'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import { textColumn } from '@/domain/table/build-column'
import { textAt } from '@/domain/table/column'
import { startI18n } from '@/i18n'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { MonitorHours } from '@/io/readings/monitor-hours'
import { packageReadings } from '@/io/readings/package-readings'
import { type CaseEffect, caseEffect } from '@/questions/cases/case-effect'
import { type CaseOpening, caseProposals, openedOn } from '@/questions/cases/case-openings'
import {
  applyVerdicts,
  exceedanceOpening,
  exceedanceOpenings,
  monthsLookedAt,
} from '@/questions/cases/exceedance-openings'
import { type EvaluatedPackage, evaluateRules } from '@/questions/evaluated-package'
import { monitorList } from '@/questions/monitors/monitor-list'
import { monitorSeries } from '@/questions/monitors/monitor-series'
import { monitorPlace } from '@/questions/monitors/monitors'
import { reasonText } from '@/store/words/case-reason'
import { openFromDisk } from '../package-from-disk'

const MONTHS = ['2022-09', '2022-10']
const NOW = Date.UTC(2023, 5, 1) / 60_000
const AS_OF = '2022-10-31'
const DAYS = 14
const pathOf = (month: string) => `readings/hourly/${month}.parquet`

let evaluated: EvaluatedPackage
let hours: MonitorHours
beforeAll(async () => {
  await startI18n('zh-CN')
  evaluated = evaluateRules((await openFromDisk('')).value!, AS_OF)
  const held = new Map(MONTHS.map((month) => [pathOf(month), new Blob([readFileSync(`data/${pathOf(month)}`)])]))
  const resources = MONTHS.map((month) => ({
    ...{ name: month, path: pathOf(month) },
    chentu: { role: 'readings-hourly', class: 'illustrative' as const, month },
  }))
  hours = await MonitorHours.ofPackage(
    packageReadings(heldFiles(held), { resources } as unknown as Descriptor, 'readings-hourly'),
    [],
  )
})

const NONE: DoubtVerdicts = new Map()
/** The figures of an effect; null if there are none. */
const effectIn = (...asked: Parameters<typeof caseEffect>) => caseEffect(...asked) as Promise<CaseEffect | null>
const reasonOf = ({ reason }: CaseOpening) => reason as ExceedanceReason

it('are the exceedances on each device’s own screen in the last days, latest first', async () => {
  const openings = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const found = openings.map((each) => {
    const { from, until, overHours, value } = reasonOf(each)
    return { device: each.source!.code, from, until, count: overHours.length, value }
  })
  expect(found.length).toBeGreaterThan(3)
  expect(found.map(({ from }) => from)).toEqual(found.map(({ from }) => from).sort((a, b) => b - a))
  const { devices } = await monitorList(evaluated.opened, hours, AS_OF, 'tsp', NOW)
  const begin = dayBegin(parseDay(AS_OF) + 1 - DAYS)
  const listed: typeof found = []
  for (const { device } of devices) {
    // From two days earlier, to include a run that began then.
    const asked = { device, parameter: 'tsp', asOf: AS_OF, days: DAYS + 2 } as const
    const { exceedances } = await monitorSeries(evaluated.opened, hours, asked, NONE, NOW)
    for (const { from, until, count, highest } of exceedanceRuns(exceedances, 'over'))
      if (until > begin) listed.push({ device, from, until, count, value: highest.value })
  }
  const inOrder = (all: typeof found) => all.map((each) => JSON.stringify(each)).sort()
  expect(inOrder(found)).toEqual(inOrder(listed))
})

it('have the source of the device, its own wind, and the class of its hours', async () => {
  const openings = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  for (const opening of openings) {
    const { code, name, county, position } = opening.source!
    expect([opening.name, opening.county, opening.position]).toEqual([name, county, position])
    expect(opening.isIllustrative).toBe(true)
    expect(isOpeningOf(opening.key, monitorOpening(code, 'tsp'))).toBe(true)
    const { wind } = reasonOf(opening)
    if (wind) expect(wind.fromDegrees >= 0 && wind.fromDegrees < 360 && wind.metresPerSecond >= 0).toBe(true)
  }
  expect(openings.some((each) => reasonOf(each).wind !== null)).toBe(true)
  expect(new Set(openings.map(({ key }) => key)).size).toBe(openings.length)
})

it('are of the source at which the device stands, also if an earlier one has its code', async () => {
  const [first] = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const { source: earlier, code, kind } = first!.source!
  const { opened } = evaluated
  const { sources } = opened.inventory
  const stageAt = (at: number) => {
    const of = rowOf(opened.inventory, at)
    return textByMeaning(of.kind, 'stage', of.row)
  }
  const isAlike = (_: unknown, at: number) =>
    at > earlier && textAt(sources, 'kind', at) === kind && stageAt(at) === stageAt(earlier)
  const later = Array.from({ length: sources.length }).findIndex(isAlike)
  expect(later).toBeGreaterThan(earlier)
  const codes = Array.from({ length: sources.length }, (_, i) => textAt(sources, 'code', i === later ? earlier : i))
  const columns = { ...sources.columns, code: textColumn(codes) }
  const device = monitorOfKey(first!.key)!.code
  const tie = { ...(opened.ties.byNumber.get(device) ?? { source: later }), at: later }
  const shared = {
    ...opened,
    inventory: { ...opened.inventory, sources: { ...sources, columns } },
    ties: { ...opened.ties, byNumber: new Map([...opened.ties.byNumber, [device, tie as never]]) },
  }
  const openings = await exceedanceOpenings({ ...evaluated, opened: shared }, hours, 'exceedance', DAYS, NONE)
  const own = openings.filter(({ key }) => monitorOfKey(key)!.code === device)
  expect(own.length).toBeGreaterThan(0)
  for (const { source } of own) expect(source).toMatchObject({ source: later, code, kind })
})

it('are found by any hour of a run, equal to the proposed one; null if no run contains the hour', async () => {
  const [first] = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const { from, until, parameter } = reasonOf(first!)
  const asked = { device: first!.source!.code, parameter, hour: from }
  for (let hour = from; hour < until; hour += 60)
    expect(await exceedanceOpening(evaluated, hours, 'exceedance', { ...asked, hour }, NONE)).toEqual(first)
  for (const hour of [from - 60, until])
    expect(await exceedanceOpening(evaluated, hours, 'exceedance', { ...asked, hour }, NONE)).toBeNull()
  expect(await exceedanceOpening(evaluated, hours, 'exceedance', { ...asked, parameter: 'noise' }, NONE)).toBeNull()
})

it('keep their key while the run continues, and for any as-of day', async () => {
  const [first] = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const later = await exceedanceOpenings(evaluateRules(evaluated.opened, '2022-11-02'), hours, 'exceedance', DAYS, NONE)
  expect(later.map(({ key }) => key)).toContain(first!.key)
})

it('have an effect measured by the device and its neighbours, or by the nearest device to a place', async () => {
  const [first] = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const { from, until } = reasonOf(first!)
  const asked = { from: first!.key, position: first!.position, noticed: from + 60, settled: until + 120 }
  const effect = (await effectIn(evaluated.opened, hours, asked, NONE))!
  expect([effect.device, effect.name, effect.metres]).toEqual([first!.source!.code, first!.name, null])
  expect(effect.own.before.known).toBeGreaterThan(12)
  expect(effect.neighbours).toBeGreaterThan(0)
  expect(effect.isIllustrative).toBe(true)
  const near = (await effectIn(evaluated.opened, hours, { ...asked, from: '' }, NONE))!
  expect([near.device, near.own]).toEqual([effect.device, effect.own])
  // From the centre of its site to the gate where it is.
  expect(near.metres).toBeCloseTo(43, 0)
  expect(await caseEffect(evaluated.opened, hours, { ...asked, from: '', position: [110, 40] }, NONE)).toBeNull()
  expect(await caseEffect(evaluated.opened, hours, { ...asked, from: '', position: null }, NONE)).toBeNull()
  const later = { noticed: NOW, settled: NOW + 60 }
  expect(await caseEffect(evaluated.opened, hours, { ...asked, ...later }, NONE)).toBeNull()
})

it('have no effect in figures if readings of the time can’t be read, and say why', async () => {
  const [first] = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const { from, until } = reasonOf(first!)
  const asked = { from: first!.key, position: first!.position, noticed: from + 60, settled: until + 120 }
  // The hours of all devices were read before the file went.
  let isLost = false
  const lost = { code: 'kept-readings-lost', file: '2022-10' } as const
  const files = hours.files.map(({ file, ...each }) => ({
    ...each,
    file: {
      ...file,
      read: (wanted: Parameters<typeof file.read>[0]) =>
        isLost && each.month === '2022-10' ? Promise.reject(new RangeFault(lost)) : file.read(wanted),
    },
  }))
  const read = new MonitorHours(files, [])
  expect((await effectIn(evaluated.opened, read, asked, NONE))!.own.before.open).toBeLessThan(24)
  isLost = true
  for (const known of [read, new MonitorHours(files, [])])
    for (const key of [first!.key, ''])
      expect(await caseEffect(evaluated.opened, known, { ...asked, from: key }, NONE)).toEqual({ unread: [lost] })
  const away = { ...asked, from: '', position: [110, 40] as const }
  expect(await caseEffect(evaluated.opened, read, away, NONE)).toBeNull()
  // A month that the case does not concern changes nothing.
  const august = { code: 'kept-readings-lost', file: '2022-08', month: '2022-08' } as const
  const other = new MonitorHours(hours.files, [august])
  expect((await effectIn(evaluated.opened, other, asked, NONE))!.own.before.known).toBeGreaterThan(12)
  expect(other.problemsOf(monthsLookedAt(evaluated, DAYS))).toEqual([])
  expect(read.problemsOf(monthsLookedAt(evaluated, DAYS))).toEqual([lost])
})

it('have as neighbours the nearest devices with enough hours, in place of nearer ones without', async () => {
  const [first] = await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE)
  const { from, until } = reasonOf(first!)
  const asked = { from: first!.key, position: first!.position, noticed: from + 60, settled: until + 120 }
  const { opened } = evaluated
  const effectBy = (neighbours: number, of = hours) => {
    const rule = { ...opened.pack.cases!.effect!, neighbours }
    const pack = { ...opened.pack, cases: { ...opened.pack.cases!, effect: rule } }
    return effectIn({ ...opened, pack }, of, asked, NONE)
  }
  const [one, two] = [(await effectBy(1))!, (await effectBy(2))!]
  expect([one.neighbours, two.neighbours]).toEqual([1, 2])
  // Take the hours of the nearest neighbour away, which has the mean of one alone.
  const { devices } = await hours.ofMonth('2022-10', ['tsp'])
  const positions = devices.map((device) => monitorPlace(opened, device)?.position ?? null)
  const nearby = Array.from(nearestTo(devices.indexOf(one.device), positions, 4), (at) => devices[at]!)
  const alone = await Promise.all(
    nearby.map(async (device) => ({ device, left: (await effectBy(1, without(device)))!.near.before.mean })),
  )
  const nearest = alone.filter(({ left }) => left !== one.near.before.mean).map(({ device }) => device)
  expect(nearest).toHaveLength(1)
  const others = (await effectBy(1, without(nearest[0]!)))!
  expect(others.neighbours).toBe(1)
  expect(others.near.before.mean).toBeCloseTo(2 * two.near.before.mean! - one.near.before.mean!, 3)
})

/** All hours, but of one device only every third. */
function without(device: string): MonitorHours {
  const files = hours.files.map(({ file, ...each }) => ({
    ...each,
    file: {
      ...file,
      read: async (wanted: Parameters<typeof file.read>[0]) => {
        const read = await file.read(wanted)
        const isLeft = (row: number) => read.devices[read.device[row]!] !== device || read.minute[row]! % 180 === 0
        return pickReadings(read, Uint32Array.from(read.minute.keys()).filter(isLeft))
      },
    },
  }))
  return new MonitorHours(files, [])
}

/** A month of hours of a device, above every limit in [from, until). */
const aboveWithin = (device: string, from: number, until: number) => aboveIf(device, (at) => at >= from && at < until)

/** A month of hours of a device, above every limit where a test says so. */
function aboveIf(device: string, isAbove: (hour: number) => boolean): MonitorHours {
  const begin = dayBegin(parseDay('2022-10-01'))
  const length = 31 * 24
  const minute = Int32Array.from({ length }, (_, hour) => begin + hour * 60)
  const values = Float32Array.from(minute, (at) => (isAbove(at) ? 2000 : 50))
  const tsp = { values, flags: new Uint8Array(length), minutes: new Uint8Array(length).fill(60) }
  const readings = { devices: [device], device: new Uint32Array(length), minute, series: { tsp } }
  const file = { rows: length, parameters: ['tsp'] as const, hasFlags: false, read: async () => readings }
  return new MonitorHours([{ month: '2022-10', isKept: false, file }], [])
}

it('have the true start of a run, however long, for any day and any displayed period', async () => {
  const device = (await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE))[0]!.source!.code
  const from = dayBegin(parseDay('2022-10-02')) + 20 * 60
  const long = aboveWithin(device, from, from + 20 * 1440)
  for (const day of ['2022-10-18', '2022-10-19', '2022-10-20']) {
    const [opening, ...others] = await exceedanceOpenings(
      evaluateRules(evaluated.opened, day),
      long,
      'exceedance',
      3,
      NONE,
    )
    expect(others).toEqual([])
    expect(reasonOf(opening!).from).toBe(from)
    const asked = { device, parameter: 'tsp', asOf: day, days: 7 } as const
    const { exceedances } = await monitorSeries(evaluated.opened, long, asked, NONE, NOW)
    const [shown] = exceedanceRuns(exceedances, 'over')
    expect(shown!.from).toBeGreaterThan(from)
    const hour = shown!.from
    const found = await exceedanceOpening(evaluated, long, 'exceedance', { device, parameter: 'tsp', hour }, NONE)
    expect(found?.key).toBe(opening!.key)
  }
})

it('leave out hours marked as wrong, and report how many there are', async () => {
  const device = (await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE))[0]!.source!.code
  const from = dayBegin(parseDay('2022-10-30'))
  const above = aboveWithin(device, from, from + 600)
  const [opening] = await exceedanceOpenings(evaluated, above, 'exceedance', 3, NONE)
  const stuck = reasonOf(opening!).doubts.find(({ kind }) => kind === 'stuck')!
  expect([stuck.from, stuck.until]).toEqual([from, from + 600])
  const by = (verdict: string, until = stuck.until) =>
    applyVerdicts(evaluated, above, verdictOf(device, { from: stuck.from, until, verdict }), opening!)
  expect(await by('invalid')).toBeNull()
  const partly = reasonOf((await by('invalid', from + 240))!)
  expect([partly.overHours.length, partly.wrongHours, partly.doubts.map(({ kind }) => kind)]).toEqual([6, 4, ['stuck']])
  const said = reasonText(i18next.getFixedT('zh-CN') as never, { reason: partly })
  expect(said).toContain('6 小时超过限值')
  expect(said).toContain('另有 4 小时经人核定读数无效，不计')
  const sound = reasonOf((await by('valid'))!)
  expect([sound.wrongHours, sound.doubts]).toEqual([0, []])
  expect((await by('pending'))!.reason).toEqual(opening!.reason)
})

const verdictOf = (device: string, of: { from: number; until: number; verdict: string }): DoubtVerdicts =>
  new Map([[device, [{ doubt: 'stuck', parameter: 'tsp', ...of }]]])

it('have the highest value of the hours that were not found invalid, and keep their key', async () => {
  const openings = await exceedanceOpenings(evaluated, hours, 'exceedance', 30, NONE)
  const opening = openings.find((each) => reasonOf(each).overHours.length > 1)!
  const { value, from, until, overHours } = reasonOf(opening)
  const count = overHours.length
  const device = opening.source!.code
  const reasons: ExceedanceReason[] = []
  for (let hour = from; hour < until; hour += 60) {
    const verdicts = verdictOf(device, { from: hour, until: hour + 60, verdict: 'invalid' })
    const left = (await applyVerdicts(evaluated, hours, verdicts, opening))!
    expect(left.key).toBe(opening.key)
    reasons.push(reasonOf(left))
  }
  expect(reasons.map((each) => [each.overHours.length, each.wrongHours, each.from, each.until])).toEqual(
    Array(count).fill([count - 1, 1, from, until]),
  )
  // Only the verdict on the highest hour lowers the highest value.
  expect(reasons.filter((each) => each.value < value && each.compared < reasonOf(opening).compared)).toHaveLength(1)
})

it('take off a background without the hours of other devices that were found invalid, and keep their key and period', async () => {
  const openings = await exceedanceOpenings(evaluated, hours, 'exceedance', 30, NONE)
  const opening = openings.find((each) => reasonOf(each).compared < reasonOf(each).value)!
  const { value, compared, from, until } = reasonOf(opening)
  const own = monitorOfKey(opening.key)!.code
  const time = { from: from - 1440, until: until + 1440, verdict: 'invalid' }
  const reported = [...(await hours.reported()).keys()]
  const invalid = (parameter: string, isOf: (code: string) => boolean): DoubtVerdicts =>
    new Map(reported.filter(isOf).map((code) => [code, [{ doubt: 'stuck', parameter, ...time }]]))
  const by = async (verdicts: DoubtVerdicts) => (await applyVerdicts(evaluated, hours, verdicts, opening))!
  const alone = await by(invalid('pm10', (code) => code !== own))
  expect([alone.key, reasonOf(alone).from, reasonOf(alone).until]).toEqual([opening.key, from, until])
  expect([reasonOf(alone).value, reasonOf(alone).compared]).toEqual([value, value])
  // Neither another parameter of theirs nor the device's own changes the median of the others.
  for (const verdicts of [invalid('noise', (code) => code !== own), invalid('pm10', (code) => code === own)])
    expect(reasonOf(await by(verdicts)).compared).toBe(compared)
})

it('are dropped if a limit allows as many hours in a day as are left without those found invalid', async () => {
  const device = (await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE))[0]!.source!.code
  const { opened } = evaluated
  const { monitoring } = opened.pack
  const limits = monitoring!.limits.map((limit) => ({ ...limit, perDay: 2 }))
  const allowing = evaluateRules({ ...opened, pack: { ...opened.pack, monitoring: { ...monitoring!, limits } } }, AS_OF)
  const from = dayBegin(parseDay('2022-10-30')) + 600
  const above = aboveWithin(device, from, from + 240)
  const [opening] = await exceedanceOpenings(allowing, above, 'exceedance', 3, NONE)
  const by = (until: number) =>
    applyVerdicts(allowing, above, verdictOf(device, { from, until, verdict: 'invalid' }), opening!)
  expect(reasonOf((await by(from + 60))!).overHours.length).toBe(3)
  expect(await by(from + 120)).toBeNull()
})

it('do not count the first hour among the hours before if it was found invalid', async () => {
  const device = (await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE))[0]!.source!.code
  const from = dayBegin(parseDay('2022-10-30'))
  const until = from + 600
  const above = aboveWithin(device, from, until)
  const [opening] = await exceedanceOpenings(evaluated, above, 'exceedance', 3, NONE)
  const asked = { from: opening!.key, position: opening!.position, noticed: from + 60, settled: until + 60 }
  expect((await effectIn(evaluated.opened, above, asked, NONE))!.hasFirstHour).toBe(true)
  const invalid = new Map([[device, [{ doubt: 'stuck', parameter: 'tsp', from, until, verdict: 'invalid' }]]])
  const effect = (await effectIn(evaluated.opened, above, asked, invalid))!
  expect([effect.hasFirstHour, effect.own.before.wrong]).toEqual([false, 1])
})

it('leave out hours within the number allowed by the limit', async () => {
  const device = (await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE))[0]!.source!.code
  const { opened } = evaluated
  const { monitoring } = opened.pack
  const limits = monitoring!.limits.map((limit) => ({ ...limit, perDay: 2 }))
  const passesAllBut = evaluateRules(
    { ...opened, pack: { ...opened.pack, monitoring: { ...monitoring!, limits } } },
    AS_OF,
  )
  const begin = dayBegin(parseDay('2022-10-30')) + 600
  const of = (count: number) =>
    exceedanceOpenings(passesAllBut, aboveWithin(device, begin, begin + count * 60), 'x', 3, NONE)
  expect(await of(2)).toEqual([])
  expect(await of(3)).toHaveLength(1)
})

it('are not proposed again if later data let a run begin earlier, end later or join another', async () => {
  const device = (await exceedanceOpenings(evaluated, hours, 'exceedance', DAYS, NONE))[0]!.source!.code
  const begin = dayBegin(parseDay('2022-10-30')) + 480
  const runsOf = (...above: readonly (readonly [from: number, until: number])[]) =>
    exceedanceOpenings(
      evaluated,
      aboveIf(device, (at) => above.some(([from, until]) => at >= begin + from * 60 && at < begin + until * 60)),
      'exceedance',
      3,
      NONE,
    )
  const [second, first] = await runsOf([0, 2], [4, 6])
  const left = async (later: Promise<readonly CaseOpening[]>, ...opened: readonly CaseOpening[]) =>
    caseProposals(evaluated, await later, opened.map(openedOn), 9, []).flatMap(({ sort, first }) =>
      sort === 'exceedance' ? first.map(({ key }) => key) : [],
    )
  expect(await left(runsOf([0, 2], [4, 6]), first!)).toEqual([second!.key])
  expect(await left(runsOf([4, 9]), second!)).toEqual([])
  expect(await left(runsOf([3, 6]), second!)).toEqual([])
  expect(await left(runsOf([0, 6]), second!)).toEqual([])
  // An hour in the middle was put right, so that the run is two.
  expect(await left(runsOf([0, 2], [3, 6]), (await runsOf([0, 6]))[0]!)).toEqual([])
  // A run of its own stays a proposal.
  expect(await left(runsOf([0, 2], [7, 8]), second!)).toHaveLength(2)
})
