import { readFileSync } from 'node:fs'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { hourly } from '@/domain/monitoring/hours'
import { FLAGS } from '@/domain/monitoring/parameter'
import { openReadings } from '@/io/readings/open-readings'
import { writeHours } from '@/io/readings/write-hours'
import { minuteOn, readingsOf } from '../../fixtures/readings'

const HOUR = { stamp: 'begin', leastMinutes: 45 } as const

describe('a file of hourly means', () => {
  it('has per device and hour the mean (null with too few minutes), the known minutes, and the flag of invalid readings', async () => {
    const hours = hourly(
      readingsOf(
        { a: { tsp: [10, 20, 30, null, 50, [900, 'D'], null, 80] }, b: { tsp: [1, 2, 3, 4] } },
        minuteOn('2022-10-08'),
      ),
      HOUR,
    )
    const file = writeHours(hours)
    const rows = await parquetReadObjects({ file })
    expect(rows).toEqual([
      { device: 'a', time: new Date('2022-10-07T16:00:00Z'), tsp: 20, tsp_minutes: 45, tsp_flag: 'N' },
      { device: 'a', time: new Date('2022-10-07T17:00:00Z'), tsp: null, tsp_minutes: 30, tsp_flag: 'D' },
      { device: 'b', time: new Date('2022-10-07T16:00:00Z'), tsp: 2.5, tsp_minutes: 60, tsp_flag: 'N' },
    ])
    const opened = await (await openReadings(file)).read({ device: 'b', parameters: ['tsp'] })
    expect([[...opened.minute], [...opened.series.tsp!.values]]).toEqual([[minuteOn('2022-10-08')], [2.5]])
    const asked = await (await openReadings(file)).read({ parameters: ['tsp'], minutes: true })
    expect([...asked.series.tsp!.minutes!]).toEqual([45, 30, 60])
    expect([...asked.series.tsp!.flags]).toEqual([0, FLAGS.indexOf('D'), 0])
  })

  it('in the default package has hours of the sites with a monitor', async () => {
    const bytes = readFileSync('data/readings/hourly/2022-10.parquet')
    const opened = await openReadings(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    const { devices } = await opened.read({ parameters: [] })
    const sites = readFileSync('data/construction-site.csv', 'utf8').split('\n')
    expect(devices.length).toBe(24)
    for (const code of devices) expect(sites.find((line) => line.startsWith(`${code},`))?.split(',')[16]).toBe('是')
    expect(opened.parameters).toEqual(['tsp', 'pm10', 'pm25', 'noise', 'wind-speed', 'wind-direction'])
  })
})
