import { describe, expect, it } from 'vitest'
import { madeDevices, madeReadings } from '../../../scripts/data/readings/made-readings'
import { at, someDevices } from '../../fixtures/readings'

const TIME = { seed: 7, from: at('2022-03-01'), until: at('2022-06-01'), step: 15 }
const DEVICES = someDevices(6)

describe('made readings', () => {
  const { readings, truth } = madeReadings(DEVICES, TIME)

  it('are the same for the same seed, and of one device whichever others are made', () => {
    expect(madeReadings(DEVICES, TIME)).toEqual({ readings, truth })
    const alone = madeDevices(TIME).make(DEVICES[2]!).readings
    const rows = Array.from(readings.device.keys()).filter((row) => readings.device[row] === 2)
    expect([...alone.minute]).toEqual(rows.map((row) => readings.minute[row]))
    expect([...alone.series.tsp!.values]).toEqual(rows.map((row) => readings.series.tsp!.values[row]))
    expect(madeReadings(DEVICES, { ...TIME, seed: 8 }).readings.series.tsp!.values).not.toEqual(
      readings.series.tsp!.values,
    )
  })

  it('are in order, with parts below their wholes wherever no fault is', () => {
    const { devices, device, minute, series } = readings
    for (let row = 1; row < minute.length; row++)
      expect(device[row]! > device[row - 1]! || minute[row]! > minute[row - 1]!).toBe(true)
    const isFaulty = (row: number) =>
      truth.faults.some(
        (fault) =>
          fault.device === devices[device[row]!] &&
          minute[row]! >= fault.from - 1440 &&
          minute[row]! < fault.until + 1440,
      )
    let sound = 0
    for (let row = 0; row < minute.length; row++) {
      if (isFaulty(row)) continue
      sound++
      expect(series.pm25!.values[row]).toBeLessThanOrEqual(series.pm10!.values[row]!)
      expect(series.pm10!.values[row]).toBeLessThanOrEqual(series.tsp!.values[row]! + 1)
    }
    expect(sound).toBeGreaterThan(minute.length / 2)
  })

  it('hold what they say: faults apart from each other, and dust where an episode is', () => {
    for (const { code } of DEVICES) {
      const own = truth.faults.filter(({ device }) => device === code)
      for (const [i, { until }] of own.entries()) if (own[i + 1]) expect(own[i + 1]!.from).toBeGreaterThan(until)
    }
    const mean = (from: number, until: number, device: string | null) => {
      const rows = Array.from(readings.minute.keys()).filter(
        (row) =>
          readings.minute[row]! >= from &&
          readings.minute[row]! < until &&
          (device === null || readings.devices[readings.device[row]!] === device) &&
          readings.series.tsp!.values[row]! < 5000,
      )
      return rows.reduce((sum, row) => sum + readings.series.tsp!.values[row]!, 0) / rows.length
    }
    const afar = truth.episodes.filter(({ cause }) => cause === 'dust-from-afar')
    expect(afar.length).toBeGreaterThan(0)
    for (const { from, until } of afar)
      expect(mean(from, until, null)).toBeGreaterThan(1.5 * mean(TIME.from, TIME.until, null))
  })
})
