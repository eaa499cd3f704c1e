import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pickReadings, type Readings } from '@/domain/monitoring/readings'
import { madeDevices, madeReadings } from '../../../scripts/data/readings/made-readings'
import { minuteOn, someDevices } from '../../fixtures/readings'

const TIME = { seed: 7, from: minuteOn('2022-03-01'), until: minuteOn('2022-06-01'), step: 15 }
const DEVICES = someDevices(6)

/** The contents of readings as one checksum: comparing fifty thousand rows one by one takes a minute. */
const digest = ({ devices, device, minute, series }: Readings) => {
  const hash = createHash('sha256').update(devices.join())
  const columns = Object.values(series).flatMap(({ values, flags }) => [values, flags])
  for (const { buffer, byteOffset, byteLength } of [device, minute, ...columns])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  return hash.digest('hex')
}

describe('generated readings', () => {
  const { readings, truth } = madeReadings(DEVICES, TIME)

  it('are the same for the same seed, and for one device whichever others are generated', () => {
    const again = madeReadings(DEVICES, TIME)
    expect(again.truth).toEqual(truth)
    expect(digest(again.readings)).toBe(digest(readings))
    const alone = madeDevices(TIME).make(DEVICES[2]!).readings
    const rows = Uint32Array.from(readings.device.keys()).filter((row) => readings.device[row] === 2)
    const among = pickReadings({ ...readings, devices: alone.devices }, rows)
    expect(digest({ ...among, device: alone.device })).toBe(digest(alone))
    expect(digest(madeReadings(DEVICES, { ...TIME, seed: 8 }).readings)).not.toBe(digest(readings))
  })

  it('are in order, with parts below their wholes except where a fault was inserted', () => {
    const { devices, device, minute, series } = readings
    const isAfter = (row: number) => device[row]! > device[row - 1]! || minute[row]! > minute[row - 1]!
    expect(minute.subarray(1).every((_, before) => isAfter(before + 1))).toBe(true)
    const isFaulty = (row: number) =>
      truth.faults.some(
        (fault) =>
          fault.device === devices[device[row]!] &&
          minute[row]! >= fault.from - 1440 &&
          minute[row]! < fault.until + 1440,
      )
    const sound = Array.from(minute.keys()).filter((row) => !isFaulty(row))
    expect(sound.length).toBeGreaterThan(minute.length / 2)
    const [pm25, pm10, tsp] = [series.pm25!.values, series.pm10!.values, series.tsp!.values]
    expect(sound.filter((row) => !(pm25[row]! <= pm10[row]! && pm10[row]! <= tsp[row]! + 1))).toEqual([])
  })

  it('contain what they claim: separate faults, and dust during an episode', () => {
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
