import { describe, expect, it } from 'vitest'
import { hourly } from '@/domain/monitoring/hours'
import { joinLacking, lackingValues } from '@/domain/monitoring/lacking-values'
import { negativeValues } from '@/domain/monitoring/negative-values'
import { minuteOn, readingsOf } from '../../fixtures/readings'

const FROM = minuteOn('2022-06-01')

describe('values that readings lack while they have others', () => {
  it('are counted by parameter, with their devices', () => {
    const file = readingsOf(
      { A: { tsp: [80, null, null, 82, 83], pm10: [50, 51, null, 53, 54] }, B: { tsp: [70, 71], pm10: [40, null] } },
      FROM,
    )
    // The third row of A has no data at all: it is missing, and lacks nothing.
    expect(lackingValues(file)).toEqual([
      { parameter: 'tsp', values: 1, devices: 1 },
      { parameter: 'pm10', values: 1, devices: 1 },
    ])
    expect(joinLacking([...lackingValues(file), ...lackingValues(file)])).toEqual([
      { parameter: 'tsp', values: 2, devices: 2 },
      { parameter: 'pm10', values: 2, devices: 2 },
    ])
  })

  it('are none of a parameter that a device never has, or has at longer intervals', () => {
    const noise = Array.from({ length: 180 }, (_, i) => 55 + (i % 3))
    const dust = noise.map((_, i) => (i % 60 === 0 ? 80 : null))
    const file = readingsOf({ A: { tsp: dust, noise }, B: { noise } }, FROM, 1)
    expect(lackingValues(file)).toEqual([])
  })

  it('are none where another row of the same time has the value', () => {
    const long = readingsOf({ A: { tsp: [80, 81, 82] } }, FROM)
    const other = readingsOf({ A: { noise: [55, 56, 57] } }, FROM)
    const none = new Float32Array(3).fill(Number.NaN)
    const joined = (first: Float32Array, second: Float32Array) => ({
      values: Float32Array.of(...first, ...second),
      flags: new Uint8Array(6),
    })
    // A row for each parameter, as in a long table.
    const file = {
      devices: ['A'],
      device: new Uint16Array(6),
      minute: Int32Array.of(...long.minute, ...other.minute),
      series: { tsp: joined(long.series.tsp!.values, none), noise: joined(none, other.series.noise!.values) },
    }
    expect(lackingValues(file)).toEqual([])
  })
})

describe('values below zero', () => {
  it('are those that stand in the end and count, with how many replace another value', () => {
    const first = readingsOf({ A: { pm10: [50, 51, 52, -3] }, B: { pm10: [-1] } }, FROM)
    const later = readingsOf({ A: { pm10: [-5, undefined, [-6, 'F'], 53] } }, FROM)
    expect(negativeValues([first, later])).toEqual([
      { parameter: 'pm10', values: 2, devices: ['B', 'A'], replacing: 1 },
    ])
    expect(negativeValues([later, first])).toEqual([
      { parameter: 'pm10', values: 2, devices: ['A', 'B'], replacing: 1 },
    ])
  })

  it('are none that a flag without a value, or a flagged value, replaces', () => {
    const first = readingsOf({ A: { pm10: [-3, -4, -5] } }, FROM)
    const later = readingsOf({ A: { pm10: [[53, 'F'], [Number.NaN, 'D'], null] } }, FROM)
    expect(negativeValues([first, later])).toEqual([{ parameter: 'pm10', values: 1, devices: ['A'], replacing: 0 }])
  })

  it('count as they are in the mean of an hour, as the import says', () => {
    const hours = hourly(readingsOf({ A: { pm10: [-5, 95, 95, 95] } }, FROM), { stamp: 'begin', leastMinutes: 45 })
    expect([...hours.series.pm10!.values]).toEqual([70])
  })

  it('are no fault of a temperature', () => {
    expect(negativeValues([readingsOf({ A: { temperature: [-5, -6] } }, FROM)])).toEqual([])
  })
})
