import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '@/domain/calendar'
import type { Hours } from '@/domain/monitoring/hour-means'
import { dayBegin } from '@/domain/monitoring/local-time'
import { calibratedBetween, type DeviceDays, onlineOn, usableDays } from '@/domain/monitoring/online-days'
import type { Problem } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import { readCsvTable } from '@/io/package/csv-table'
import { readOnlineDays } from '@/io/package/online-table'
import { deviceDays, onlineCsv } from '../../../scripts/fold/online-table'

const RULE = { days: 7, leastShare: 0.9 }
const FIRST = parseDay('2022-09-20')
const NO_READINGS = { devices: [], device: new Uint16Array(), minute: new Int32Array(), series: {} }

/** An hour without data, with data but no mean, or with a mean. */
type Came = 'nothing' | 'invalid' | 'valid'

/** Hours of devices from the first day on. */
function hoursOf(said: Readonly<Record<string, readonly Came[]>>): Hours {
  const devices = Object.keys(said).sort()
  const rows = devices.flatMap((device, code) =>
    said[device]!.flatMap((came, hour) => (came === 'nothing' ? [] : [{ code, hour, came }])),
  )
  const values = Float32Array.from(rows, ({ came }) => (came === 'valid' ? 50 : Number.NaN))
  return {
    devices,
    device: Uint32Array.from(rows, ({ code }) => code),
    minute: Int32Array.from(rows, ({ hour }) => dayBegin(FIRST) + hour * 60),
    series: { pm10: { values, minutes: new Uint8Array(rows.length), flags: new Uint8Array(rows.length) } },
    irregular: [],
  }
}

/** A table as in a package. */
async function tableOf(csv: string, dataClass: DataClass = 'real') {
  const { value, problems } = await readCsvTable('online.csv', new Blob([csv]), ONLINE_FIELDS, {
    guarded: true,
  } as never)
  const descriptor = { path: 'online.csv', chentu: { role: 'readings-online', class: dataClass } } as const
  return { table: { descriptor, table: value! }, problems }
}

/** Written as in a package, and opened again. */
async function opened(csv: string) {
  const problems: Problem[] = []
  const read = await tableOf(csv)
  return { days: readOnlineDays([read.table], problems), problems: [...read.problems, ...problems] }
}

const always = (days: number) => Array.from({ length: days * 24 }, (): Came => 'valid')

describe('valid hours of monitors per day', () => {
  it('give the same share for a period as the hours themselves', async () => {
    const came = fc.constantFrom<Came>('nothing', 'invalid', 'valid', 'valid', 'valid')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 8, max: 45 }).chain((days) =>
          fc.record({
            days: fc.constant(days),
            hours: fc.array(came, { minLength: days * 24, maxLength: days * 24 }),
            on: fc.integer({ min: 0, max: days - 1 }),
          }),
        ),
        async ({ days, hours, on }) => {
          // Another device reports every day to the end, so that all days are known.
          const said = hoursOf({ A: ['valid', ...hours.slice(1)], B: always(days) })
          const { days: known, problems } = await opened(onlineCsv(deviceDays(said, NO_READINGS)))
          expect(problems).toEqual([])
          const fact = onlineOn(known.get('A')!, FIRST + on, RULE)
          if (on < RULE.days - 1) {
            expect(fact).toBeNull()
            return
          }
          const own = ['valid', ...hours.slice(1)].slice((on + 1 - RULE.days) * 24, (on + 1) * 24)
          const valid = own.filter((each) => each === 'valid').length
          expect(fact).toMatchObject({
            ...{ hours: valid, of: 168, from: FIRST + on + 1 - RULE.days, to: FIRST + on },
            isOnline: valid / 168 >= RULE.leastShare,
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leave out a device’s first day, and the last day, which is not over', async () => {
    const late: Came[] = [...Array.from({ length: 30 }, (): Came => 'nothing'), ...always(3).slice(30)]
    const csv = onlineCsv(deviceDays(hoursOf({ late, all: always(4).slice(0, 3 * 24 + 15) }), NO_READINGS))
    const { days } = await opened(csv)
    expect([...days.get('late')!.days].map(formatDay)).toEqual(['2022-09-22'])
    expect([...days.get('all')!.days].map(formatDay)).toEqual(['2022-09-20', '2022-09-21', '2022-09-22'])
  })

  it('leave out a day on which no device reported, and count one on which a single device did not', async () => {
    const gap = (from: number, to: number) =>
      always(12).map((each, hour) => (hour >= from && hour < to ? 'nothing' : each))
    const csv = onlineCsv(deviceDays(hoursOf({ A: gap(48, 96), B: gap(48, 72) }), NO_READINGS))
    const { days } = await opened(csv)
    expect(days.get('A')!.days.length).toBe(11)
    expect(onlineOn(days.get('A')!, FIRST + 8, RULE)).toMatchObject({
      hours: 144,
      of: 168,
      from: FIRST + 1,
      to: FIRST + 8,
    })
    expect(onlineOn(days.get('B')!, FIRST + 8, RULE)).toMatchObject({ hours: 168, from: FIRST + 1, isOnline: true })
  })

  it('are 0 up to the end of all data for a device that stopped, also across months', async () => {
    const csv = onlineCsv(deviceDays(hoursOf({ A: always(8), B: always(20) }), NO_READINGS))
    const { days } = await opened(csv)
    expect(onlineOn(days.get('A')!, FIRST + 19, RULE)).toMatchObject({
      ...{ hours: 0, isOnline: false, wasOnline: true, since: FIRST + 8 },
      ...{ from: FIRST + 13, to: FIRST + 19 },
    })
  })

  it('have device codes guarded against formulas, and report unreadable rows', async () => {
    const csv = onlineCsv(deviceDays(hoursOf({ '=1': always(8) }), NO_READINGS))
    expect((await opened(csv)).days.get('=1')!.days.length).toBe(8)
    const { days, problems } = await opened('设备编号,月份,1日,2日,校准日\nA,十月,24,24,\nA,2022-02,24,30,3、31、x\n')
    expect(problems.map(({ code, row, seen }) => [code, row, seen])).toEqual([
      ['out-of-range', 3, '30'],
      ['not-a-month', 2, '十月'],
      ['not-a-number', 3, '31'],
      ['not-a-number', 3, 'x'],
    ])
    expect([...days.get('A')!.days].map(formatDay)).toEqual(['2022-02-01'])
    expect(days.get('A')!.calibrated.map(({ day }) => formatDay(day))).toEqual(['2022-02-03'])
  })

  it('leave out a day whose hours are not a whole number, which is reported with row and column', async () => {
    const { days, problems } = await opened(
      '设备编号,月份,1日,2日,3日,4日\nA,2022-09,24,24,24,24\nA,2022-10,0,23.9,24.5,24\n',
    )
    expect(problems).toMatchObject([
      { code: 'out-of-range', row: 3, column: '3日', seen: '24.5' },
      { code: 'not-whole', file: 'online.csv', row: 3, column: '2日', seen: '23.9', expected: '0 … 24' },
    ])
    const october = [...days.get('A')!.days].map((day, i) => [formatDay(day), days.get('A')!.hours[i]]).slice(4)
    expect(october).toEqual([
      ['2022-10-01', 0],
      ['2022-10-04', 24],
    ])
  })

  it('include the days of calibration in a period', () => {
    const calibrated = [FIRST, FIRST + 20].map((day) => ({ day, dataClass: 'real' as const }))
    const device = { calibrated }
    expect(calibratedBetween(device, FIRST, FIRST + 19)).toEqual(calibrated.slice(0, 1))
    expect(calibratedBetween(device, FIRST + 21, FIRST + 90)).toEqual([])
  })
})

describe('tables of several data classes', () => {
  const HEAD = `设备编号,月份,${Array.from({ length: 31 }, (_, i) => `${i + 1}日`).join(',')},校准日`
  const row = (month: string, hours: number, cells: number, calibrated: string) =>
    [`A,${month}`, ...Array.from({ length: 31 }, (_, i) => (i < cells ? hours : '')), calibrated].join(',')
  const ofBoth = async (...tables: readonly [DataClass, ...string[]][]) => {
    const read = await Promise.all(tables.map(([dataClass, ...rows]) => tableOf([HEAD, ...rows].join('\n'), dataClass)))
    return readOnlineDays(
      read.map(({ table }) => table),
      [],
    ).get('A')!
  }
  const real: [DataClass, ...string[]] = ['real', row('2022-09', 24, 30, '8'), row('2022-10', 24, 15, '')]
  const madeUp: [DataClass, ...string[]] = ['illustrative', row('2022-10', 0, 31, '8、9')]
  const on = (device: DeviceDays, day: string) => onlineOn(device, parseDay(day), RULE)

  it('keep the class of each day, and the real one if both have it, in any order', async () => {
    for (const tables of [
      [real, madeUp],
      [madeUp, real],
    ]) {
      const device = await ofBoth(...tables)
      expect(device.days.length).toBe(61)
      expect(on(device, '2022-10-15')).toMatchObject({ isOnline: true, hours: 168, dataClass: 'real' })
      expect(on(device, '2022-10-16')).toMatchObject({ isOnline: false, hours: 144, dataClass: 'illustrative' })
      expect(device.calibrated.map(({ day, dataClass }) => [formatDay(day), dataClass])).toEqual([
        ['2022-09-08', 'real'],
        ['2022-10-08', 'illustrative'],
        ['2022-10-09', 'illustrative'],
      ])
    }
  })

  it('give a real source the same result as without the illustrative days', async () => {
    const both = await ofBoth(real, madeUp)
    expect(usableDays(both, 'real')).toEqual(await ofBoth(real))
    expect(usableDays(both, 'illustrative')).toBe(both)
    expect(on(usableDays(both, 'real'), '2022-10-21')).toMatchObject({ isOnline: true, dataClass: 'real' })
    expect(on(usableDays(both, 'real'), '2022-10-22')).toBeNull()
  })

  it('are illustrative if the start of the current state depends on illustrative days', async () => {
    const device = await ofBoth(['real', row('2022-10', 0, 31, '')], ['illustrative', row('2022-09', 0, 30, '')])
    expect(on(device, '2022-10-31')).toMatchObject({ wasOnline: false, dataClass: 'illustrative' })
    expect(on(usableDays(device, 'real'), '2022-10-31')).toMatchObject({ wasOnline: false, dataClass: 'real' })
  })
})

describe('a device that is offline', () => {
  const device = (hours: readonly number[]): DeviceDays => ({
    days: Int32Array.from(hours, (_, i) => FIRST + i),
    hours: Uint8Array.from(hours),
    classes: hours.map(() => 'real'),
    calibrated: [],
  })
  const times = (count: number, hours: number) => Array.from({ length: count }, () => hours)

  it('is offline since the day on which the share fell below the threshold', () => {
    const fact = onlineOn(device([...times(10, 24), ...times(3, 0), 24]), FIRST + 13, RULE)
    expect(fact).toMatchObject({ isOnline: false, since: FIRST + 10, wasOnline: true })
  })

  it('is offline since the first known day if it was never online', () => {
    const fact = onlineOn(device(times(9, 3)), FIRST + 8, RULE)
    expect(fact).toMatchObject({ isOnline: false, since: FIRST + 6, wasOnline: false })
  })

  it('is online at exactly the threshold', () => {
    const ten = { days: 10, leastShare: 0.9 }
    expect(onlineOn(device([...times(9, 24), 0]), FIRST + 9, ten)?.isOnline).toBe(true)
    expect(onlineOn(device([...times(9, 24), 0].with(0, 23)), FIRST + 9, ten)?.isOnline).toBe(false)
  })

  it('is unknown with fewer days than required, or as many days after its last one', () => {
    expect(onlineOn(device(times(6, 0)), FIRST + 5, RULE)).toBeNull()
    expect(onlineOn(device(times(9, 0)), FIRST + 14, RULE)?.to).toBe(FIRST + 8)
    expect(onlineOn(device(times(9, 0)), FIRST + 15, RULE)).toBeNull()
  })
})
