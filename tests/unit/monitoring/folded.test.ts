import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { exceedances } from '@/domain/monitoring/exceedances'
import { hourly, meansOver } from '@/domain/monitoring/hours'
import { FLAGS } from '@/domain/monitoring/parameter'
import type { Limit } from '@/domain/monitoring/settings'
import { madeReadings } from '../../../scripts/data/readings/made-readings'
import { dailyMeans } from '../../fixtures/days'
import { minuteOn, someDevices } from '../../fixtures/readings'

const HOUR = { stamp: 'begin', leastMinutes: 45 } as const
const DAY = { leastHours: 20 }
const LIMIT: Limit = {
  parameter: 'tsp',
  averaging: 60,
  value: 0.35,
  unit: 'mg/m³',
  source: { zh: '', en: '' },
  confirmed: false,
}

describe('what a year is aggregated to, compared with DuckDB', async () => {
  const { readings } = madeReadings(someDevices(4), {
    seed: 3,
    from: minuteOn('2022-03-01'),
    until: minuteOn('2022-05-01'),
    step: 15,
  })
  const connection = await (await DuckDBInstance.create()).connect()
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS()
  const { devices, device, minute, series } = readings
  const hours = hourly(readings, HOUR)
  const days = dailyMeans(hours, DAY)

  beforeAll(async () => {
    await connection.run(
      'create table raw(device varchar, minute integer, parameter varchar, value double, flag varchar)',
    )
    const appender = await connection.createAppender('raw')
    for (let row = 0; row < minute.length; row++)
      for (const parameter of ['tsp', 'noise', 'wind-direction'] as const) {
        const value = series[parameter]!.values[row]!
        appender.appendVarchar(devices[device[row]!]!)
        appender.appendInteger(minute[row]!)
        appender.appendVarchar(parameter)
        if (Number.isNaN(value)) appender.appendNull()
        else appender.appendDouble(value)
        appender.appendVarchar(FLAGS[series[parameter]!.flags[row]!]!)
        appender.endRow()
      }
    appender.closeSync()
    await connection.run(`
      create table hours as
      select device, minute - minute % 60 as hour, parameter,
        15 * count(value) as minutes,
        case parameter
          when 'noise' then 10 * log10(avg(power(10, value / 10)))
          when 'wind-direction' then (degrees(atan2(avg(sin(radians(value))), avg(cos(radians(value))))) + 360) % 360
          else avg(value) end as mean
      from (select device, minute, parameter, case when flag in ('N', 'S') then value end as value from raw)
      group by 1, 2, parameter`)
  })

  const rounded = (value: number) => (Number.isNaN(value) ? null : Math.round(value * 100) / 100)

  it.each(['tsp', 'noise', 'wind-direction'] as const)('%s: hourly means', async (parameter) => {
    const theirs = await rowsOf(`
      select device, hour, case when minutes >= 45 then round(mean, 2) end, minutes from hours
      where parameter = '${parameter}' order by device, hour`)
    const of = hours.series[parameter]!
    const ours = Array.from(hours.minute, (from, row) => [
      devices[hours.device[row]!],
      from,
      rounded(of.values[row]!),
      of.minutes[row],
    ])
    expect(ours.length).toBe(theirs.length)
    for (const [row, [name, from, mean, minutes]] of ours.entries()) {
      const [theirName, theirFrom, theirMean, theirMinutes] = theirs[row]! as [string, number, number | null, bigint]
      expect([name, from, minutes]).toEqual([theirName, theirFrom, Number(theirMinutes)])
      if (mean === null) expect(theirMean).toBe(null)
      else expect(Math.abs((mean as number) - theirMean!)).toBeLessThan(0.02)
    }
  })

  it('days: means of at least 20 hours, and their maximum', async () => {
    const theirs = await rowsOf(`
      select device, (hour + 480) // 1440 * 1440 - 480 as day, count(*)::integer, max(mean),
        case when count(*) >= 20 then avg(mean) end
      from hours where parameter = 'tsp' and minutes >= 45 group by all order by 1, 2`)
    const { values, hours: known, highest } = days.series.tsp!
    const ours = Array.from(days.minute.keys()).filter((row) => known[row]! > 0)
    expect(ours.length).toBe(theirs.length)
    for (const [i, row] of ours.entries()) {
      const [name, day, count, most, mean] = theirs[i]! as [string, number, number, number, number | null]
      expect([devices[days.device[row]!], days.minute[row], known[row]]).toEqual([name, day, count])
      expect(highest[row]).toBeCloseTo(most, 2)
      if (mean === null) expect(values[row]).toBeNaN()
      else expect(values[row]).toBeCloseTo(mean, 2)
    }
  })

  it('exceedances: hours above a limit, each with its number in the day', async () => {
    const theirs = await rowsOf(`
      select device, hour, row_number() over (partition by device, (hour + 480) // 1440 order by hour)::integer
      from hours where parameter = 'tsp' and minutes >= 45 and mean::float > 350 order by device, hour`)
    const ours = exceedances(hours, 60, { limits: [LIMIT], stageOf: () => null })
    expect(ours.length).toBeGreaterThan(50)
    expect(ours.map(({ device: name, from, ofDay }) => [name, from, ofDay])).toEqual(theirs)
  })

  it('periods shorter than an hour, which need the same share of known minutes', async () => {
    const theirs = await rowsOf(`
      select device, minute - minute % 30 as half, (count(*) filter (flag in ('N', 'S') and value is not null))::integer
      from raw where parameter = 'tsp' group by all order by 1, 2`)
    const halves = meansOver(readings, HOUR, 30)
    expect(Array.from(halves.minute, (from, row) => [devices[halves.device[row]!], from])).toEqual(
      theirs.map(([name, from]) => [name, from]),
    )
    // Half of a half hour is less than three quarters of it.
    for (const [row, [, , count]] of theirs.entries())
      expect(Number.isNaN(halves.series.tsp!.values[row]!)).toBe((count as number) < 2)
    expect(meansOver(readings, HOUR, 5).irregular).toEqual(devices)
  })
})
