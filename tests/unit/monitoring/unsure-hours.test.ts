import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import type { Stamp } from '@/domain/monitoring/interval'
import * as order from '@/domain/monitoring/readings'
import { keepReadings } from '@/io/readings/keep-readings'
import { ReadingsShelf } from '@/io/readings/readings-shelf'
import { unsureHours } from '@/io/readings/unsure-hours'
import { minuteOn } from '../../fixtures/readings'

const shelf = new ReadingsShelf('chentu-unsure-hours-test')
afterEach(() => shelf.parts.clear())

/** Readings of a device every `interval` minutes from a time on. */
const every = (device: string, interval: number, from: number, count: number): order.Readings => ({
  devices: [device],
  device: new Uint32Array(count),
  minute: Int32Array.from({ length: count }, (_, i) => from + i * interval),
  series: { tsp: { values: new Float32Array(count).fill(100), flags: new Uint8Array(count) } },
})
const fileOf = (readings: order.Readings) => ({
  file: `${readings.devices[0]}.csv`,
  readings,
  dataClass: 'real' as const,
})
const FIRST = minuteOn('2022-10-01')
const DAY = 24 * 60
const keep = (readings: order.Readings) => keepReadings(shelf, [{ readings }])
/** Whether values of these files are asked about. */
const asked = async (stamp: Stamp, ...files: readonly order.Readings[]) =>
  (await unsureHours(files.map(fileOf), shelf, stamp))?.devices ?? []
const lone = (device: string, at: number) => every(device, 60, at, 1)

it('asks about a value in a file that may be of any device, beside kept readings and those of a file before it', async () => {
  const fine = every('MN001', 5, FIRST, 288)
  expect(await asked('begin', fine, lone('MN001 补录', FIRST + 480))).toEqual(['MN001 补录'])
  await keep(fine)
  expect(await asked('begin', lone('MN001 补录', FIRST + 480))).toEqual(['MN001 补录'])
  expect(await asked('begin', every('MN001 五分钟', 5, FIRST + 2 * DAY, 288), lone('MN001', FIRST + 2 * DAY))).toEqual([
    'MN001',
  ])
})

it('asks about a value at midnight that ends the last hour of the month before', async () => {
  await keep(every('a', 5, FIRST - DAY + 5, 287))
  expect(await asked('end', lone('a', FIRST))).toEqual(['a'])
  expect(await asked('begin', lone('a', FIRST))).toEqual([])
})

it('asks beside readings that begin after the full hour, or have no usual interval', async () => {
  await keep(every('a', 5, FIRST + 485, 48))
  await keep(every('b', 12, FIRST + 2, 100))
  for (const device of ['a', 'b']) expect(await asked('begin', lone(device, FIRST + 480))).toEqual([device])
})

it('asks about a value of an hour whose shorter readings were lost', async () => {
  await keep(every('a', 5, FIRST, 96))
  await keep(every('a', 5, FIRST + 540, 96))
  expect(await asked('begin', lone('a', FIRST + 480))).toEqual(['a'])
})

it('does not ask beside hourly readings, nor before finer ones that replace the value', async () => {
  await keep(every('a', 60, FIRST, 24))
  expect(await asked('begin', lone('a', FIRST + 480))).toEqual([])
  expect(await asked('begin', lone('新点', FIRST + 480))).toEqual([])
  expect(await asked('begin', every('b', 60, FIRST, 24), lone('b', FIRST + 480))).toEqual([])
  expect(await asked('begin', lone('b', FIRST + 480), every('b', 5, FIRST, 288))).toEqual([])
})

it('sorts no file that has nothing finer beside it', async () => {
  await keep(every('a', 5, FIRST - 60 * DAY, 288))
  const sorted = vi.spyOn(order, 'sortReadings')
  expect(await asked('begin', every('a', 60, FIRST, 48), every('b', 60, FIRST, 48))).toEqual([])
  expect(sorted).not.toHaveBeenCalled()
  sorted.mockRestore()
})

it('lists the values by file and device, with their first and last time', async () => {
  await keep(every('a', 5, FIRST, 288))
  await keep(every('b', 5, FIRST, 288))
  const listed = async (...files: readonly order.Readings[]) =>
    (await unsureHours(files.map(fileOf), shelf, 'begin'))?.listed
  const line = (device: string, at: number) => ({ file: `${device}.csv`, device, rows: 1, from: at, until: at })
  expect(await listed(lone('a', FIRST + 480), lone('b', FIRST + 540))).toEqual([
    line('a', FIRST + 480),
    line('b', FIRST + 540),
  ])
  const two = { ...every('a', 300, FIRST + 480, 2), devices: ['a'] }
  expect(await listed(two)).toEqual([{ ...line('a', FIRST + 480), rows: 2, until: FIRST + 780 }])
})
