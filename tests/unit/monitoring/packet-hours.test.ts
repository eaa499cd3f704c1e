import { expect, it } from 'vitest'
import { deviceFacts } from '@/domain/monitoring/device-facts'
import { crcOf } from '@/domain/monitoring/hj212'
import { hourly } from '@/domain/monitoring/hours'
import { joinReadings } from '@/domain/monitoring/join-readings'
import { soleHours } from '@/domain/monitoring/sole-hours'
import { spreadReadings } from '@/domain/monitoring/spread-readings'
import { TimesAround } from '@/domain/monitoring/times-around'
import { withSpans } from '@/domain/monitoring/value-intervals'
import { readExport } from '@/io/readings/read-export'
import { minuteOn, ruleWith } from '../../fixtures/readings'

const packet = (cn: string, minute: number, values: string, device = 'A') => {
  const time = `20221001${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}00`
  const text = `ST=22;CN=${cn};MN=${device};CP=&&DataTime=${time};${values}&&`
  return `##${String(text.length).padStart(4, '0')}${text}${crcOf(text).toString(16).padStart(4, '0')}`
}
const every = (step: number, from: number, count: number) => Array.from({ length: count }, (_, i) => from + i * step)
const hours = every(60, 0, 24).map((minute) => packet('2061', minute, 'a34001-Avg=0.1'))

async function read(lines: readonly string[], stamp: 'begin' | 'end' = 'begin') {
  const found = (await readExport(new File([lines.join('\n')], 'a.txt'), () => undefined, {}, ruleWith(stamp)))!
  const { readings } = joinReadings([found.readings])
  const minutesWith = (parameter: 'tsp' | 'pm10') =>
    Array.from(readings.minute)
      .filter((_, row) => !Number.isNaN(readings.series[parameter]?.values[row] ?? Number.NaN))
      .map((minute) => minute - minuteOn('2022-10-01'))
  return { found, minutesWith }
}

it('an hour of packets is left out only where shorter values of its device make the mean of the parameter', async () => {
  const five = every(10, 725, 5)
  const same = await read([...hours, ...five.map((minute) => packet('2011', minute, 'a34001-Rtd=0.3'))])
  expect(same.minutesWith('tsp').filter((minute) => minute >= 720 && minute < 780)).toEqual(five)
  expect(same.found.unread).toMatchObject({ count: 1, named: [{ why: 'finer', spans: [{ from: 13 }] }] })
  for (const other of ['a99999-Rtd=1', 'a34002-Rtd=0.3', 'a34001-Flag=D']) {
    const { found, minutesWith } = await read([...hours, packet('2011', 725, other)])
    expect([minutesWith('tsp'), found.unread.count]).toEqual([every(60, 0, 24), 0])
  }
})

it('an hour of packets stands in place of shorter values that make no mean of it, and these are listed', async () => {
  const tsp = (cn: string, at: readonly number[], value: number) =>
    at.map((minute) => packet(cn, minute, `a34001-${cn === '2011' ? 'Rtd' : 'Avg'}=${value}`))
  const short = [
    tsp('2011', [725], 0.9),
    tsp('2011', every(10, 725, 3), 0.9),
    // Four quarters of an hour beside hours of five minutes: how long each stands for is not shown.
    [...tsp('2051', every(5, 0, 144), 0.1), ...tsp('2051', every(15, 720, 4), 0.9)],
  ]
  for (const stamp of ['begin', 'end'] as const)
    for (const lines of short) {
      const { found } = await read([...hours, ...lines], stamp)
      const { minute, series } = hourly(withSpans(joinReadings([found.readings]).readings, stamp), ruleWith(stamp))
      expect(Array.from(minute, (each) => each - minuteOn('2022-10-01'))).toEqual(every(60, 0, 24))
      expect(Array.from(series.tsp!.values)).toEqual(Array(24).fill(Math.fround(0.1)))
      const given = lines.filter((line) => line.includes('=0.9')).length
      const left = found.unread.named.filter(({ why }) => why === 'hour')
      expect(left.reduce((sum, { rows }) => sum + rows, 0)).toBe(given)
    }
})

it('an hour of packets stands beside shorter readings of other parameters', async () => {
  for (const stamp of ['begin', 'end'] as const) {
    const minutes = every(5, 0, 24).map((minute) => packet('2051', minute, 'a34002-Avg=0.3'))
    const { found } = await read([...minutes, packet('2061', 0, 'a34001-Avg=0.1')], stamp)
    const { series } = hourly(joinReadings([found.readings]).readings, { stamp, leastMinutes: 45 })
    expect(Array.from(series.tsp!.values)).toEqual([Math.fround(0.1), Number.NaN])
    expect(Array.from(series.pm10!.values, (value) => value.toFixed(2))).toEqual(['0.30', '0.30'])
  }
})

it('says which hours of packets are left out in part, and which shorter values give way to an hour', async () => {
  const moments = every(5, 720, 12).map((minute) => packet('2011', minute, 'a34001-Rtd=0.3'))
  const both = every(60, 0, 24).map((minute) => packet('2061', minute, 'a34001-Avg=0.1,a34002-Avg=0.05'))
  const { found } = await read([...both, ...moments, packet('2051', 790, 'a34002-Avg=0.9;LA-Avg=60')])
  expect(found.unread.named).toMatchObject([
    { seen: ['A'], column: 'CN=2061 a34001', why: 'finer-part', spans: [{ from: 13, until: 13 }] },
    { seen: ['A'], column: 'CN=2051 a34002', why: 'hour', spans: [{ from: 37, until: 37 }] },
  ])
  const { readings } = joinReadings([found.readings])
  const row = readings.minute.indexOf(minuteOn('2022-10-01') + 790)
  expect([readings.series.pm10!.values[row], readings.series.noise!.values[row]]).toEqual([Number.NaN, 60])
})

it('a shorter value at the time of an hour of another parameter does not stand for the hour', async () => {
  for (const stamp of ['begin', 'end'] as const) {
    const minutes = (values: (at: number) => string) => every(5, 0, 288).map((at) => packet('2051', at, values(at)))
    const tsp = (at: number) => (at >= 600 && at < 660 ? '' : ',a34001-Avg=0.3')
    const all = [...minutes((at) => `LA-Avg=${at === 600 ? 90 : 60}${tsp(at)}`), packet('2061', 600, 'a34001-Avg=0.1')]
    const isOne = (line: string) => !/DataTime=2022100110(?!00)/.test(line)
    const hourOf = async (lines: readonly string[]) => {
      const { found } = await read(lines, stamp)
      const spanned = withSpans(joinReadings([found.readings]).readings, stamp)
      const { minute, series } = hourly(spanned, { stamp, leastMinutes: 45 })
      const row = minute.indexOf(minuteOn('2022-10-01') + 600)
      return [series.noise!.minutes[row], series.noise!.values[row]!.toFixed(1), series.tsp!.values[row]]
    }
    expect(await hourOf(all)).toEqual([60, '79.3', Math.fround(0.1)])
    expect(await hourOf(all.filter(isOne))).toEqual([5, 'NaN', Math.fround(0.1)])
  }
})

it('a single momentary value of packets does not stand for an hour, as others of them do', async () => {
  for (const stamp of ['begin', 'end'] as const)
    for (const at of [600, 607]) {
      const { found } = await read([...hours, packet('2011', at, 'LA-Rtd=90')], stamp)
      const { series } = hourly(withSpans(joinReadings([found.readings]).readings, stamp), ruleWith(stamp))
      expect(series.noise!.values.every(Number.isNaN)).toBe(true)
      expect(Array.from(series.tsp!.values)).toEqual(Array(24).fill(Math.fround(0.1)))
    }
})

it('an hour of packets that its flag lets not count stands in place of no valid shorter values', async () => {
  const faulty = packet('2061', 720, 'a34001-Avg=9,a34001-Flag=F')
  const some = every(5, 740, 8).map((minute) => packet('2051', minute, 'a34001-Avg=0.3'))
  const invalid = every(5, 740, 8).map((minute) => packet('2051', minute, 'a34001-Avg=0.3,a34001-Flag=D'))
  const lines = hours.map((line, hour) => (hour === 12 ? faulty : line))
  const { found, minutesWith } = await read([...lines, ...some])
  expect(minutesWith('tsp').filter((minute) => minute >= 720 && minute < 780)).toEqual(every(5, 740, 8))
  expect(found.unread).toMatchObject({ count: 1, named: [{ why: 'finer', spans: [{ from: 13 }] }] })
  expect((await read([...lines, ...invalid])).minutesWith('tsp')).toContain(720)
})

it('a mean of minutes that ends in an hour whose own value stands counts for the one in which it begins', async () => {
  // Of the two hours from 10:00 on, only the means from 10:11 to 11:11: the fifth of them ends at 11:01.
  const means = [...every(10, 1, 60), ...every(10, 611, 6), ...every(10, 721, 60)]
  const lines = means.map((minute) => packet('2051', minute, 'a34001-Avg=0.3'))
  for (const stamp of ['begin', 'end'] as const) {
    const { found } = await read([...hours, ...lines], stamp)
    const { series } = hourly(withSpans(joinReadings([found.readings]).readings, stamp), ruleWith(stamp))
    const [three, one] = [Math.fround(0.3), Math.fround(0.1)]
    expect(Array.from(series.tsp!.values.subarray(9, 13), Math.fround)).toEqual([three, three, one, three])
  }
})

it('counts as missing what each interval of mixed packets asks for', async () => {
  const minutes = every(5, 0, 96).map((minute) => packet('2051', minute, 'a34001-Avg=0.3'))
  const few = [480, 540, 600].map((minute) => packet('2061', minute, 'a34001-Avg=0.1'))
  for (const stamp of ['begin', 'end'] as const) {
    const lines = [...minutes, ...few, ...every(5, 660, 96).map((minute) => packet('2051', minute, 'a34001-Avg=0.3'))]
    const { found } = await read(lines, stamp)
    expect(deviceFacts(joinReadings([found.readings]).readings)).toMatchObject([{ interval: 5, missing: 0 }])
  }
})

it('means of minutes in packets are stored by their end if that is asked, by the interval of their device', async () => {
  const minutes = every(5, 0, 24).map((minute) => packet('2051', minute, 'a34001-Avg=0.3'))
  const { found, minutesWith } = await read([...minutes, packet('2011', 300, 'a34001-Rtd=1')], 'end')
  expect(minutesWith('tsp')).toEqual([...every(5, 5, 24), 300])
  expect(found.times).toMatchObject([{ stamp: 'begin' }])
})

it('a single hour of packets is known to be one: it is spread, and nothing is asked', async () => {
  const five = every(5, 0, 288).map((minute) => packet('2051', minute, 'a34001-Avg=0.3'))
  const { found } = await read([packet('2061', 480, 'a34001-Avg=0.1')])
  expect(Array.from(found.readings.series.tsp!.spans!)).toEqual([60])
  expect(soleHours(found.readings, 'begin')).toEqual([])
  const earlier = joinReadings([(await read(five)).found.readings]).readings
  const { minute } = spreadReadings(found.readings, [new TimesAround(earlier, 'begin')], 'begin')
  expect(Array.from(minute, (each) => each - minuteOn('2022-10-01'))).toEqual(every(5, 480, 12))
})
