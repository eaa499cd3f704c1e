import { expect, it } from 'vitest'
import { GrowingPositions } from '@/domain/trucks/growing-positions'
import { FULL, HALF, UNKNOWN } from '@/domain/trucks/positions'

/** A position whose values all differ, and differ from those of any other row. */
const sent = (i: number) => ({
  second: 1_667_000_000 + i,
  lon: 108_000_000 + i,
  lat: 34_000_000 - i,
  speed: i % 900,
  direction: i % 360,
  load: i % 3,
  state: i % 32,
})

it('keeps every value of every row, however many there are, and the line of each in the file', () => {
  const growing = new GrowingPositions()
  const count = 4096 * 2 + 1
  for (let i = 0; i < count; i++) growing.add(i % 2 === 0 ? '陕D00001' : '陕D00002', sent(i), i + 10)
  expect(growing.length).toBe(count)
  const all = growing.positions()
  expect(all.trucks).toEqual(['陕D00001', '陕D00002'])
  for (const i of [0, 1, 4095, 4096, 8191, 8192]) {
    const { second, lon, lat, speed, direction, load, state } = sent(i)
    expect([all.truck[i], all.second[i], all.lon[i], all.lat[i]]).toEqual([i % 2, second, lon, lat])
    expect([all.speed[i], all.direction[i], all.load[i], all.state[i]]).toEqual([speed, direction, load, state])
    expect(growing.lines[i]).toBe(i + 10)
  }
  for (const column of [all.truck, all.second, all.lon, all.lat, all.speed, all.direction, all.load, all.state])
    expect(column.length).toBe(count)
  expect(growing.lines.length).toBe(count)
})

it('knows a truck however its plate is written, and numbers trucks as they come', () => {
  const growing = new GrowingPositions()
  for (const [i, plate] of ['陕D·00002', '陕D00001', '陕d00002', '陕D·00002', '陕D-00001'].entries())
    growing.add(plate, sent(i), i)
  const { trucks, truck } = growing.positions()
  expect(trucks).toEqual(['陕D00002', '陕D00001'])
  expect([...truck]).toEqual([0, 1, 0, 0, 1])
})

it('replaces one load in the rows so far, and no other', () => {
  const growing = new GrowingPositions()
  const add = (load: number) => growing.add('A', { ...sent(0), load }, 1)
  for (const load of [HALF, FULL, HALF]) add(load)
  growing.replaceLoad(HALF, UNKNOWN)
  add(HALF)
  expect([...growing.positions().load]).toEqual([UNKNOWN, FULL, UNKNOWN, HALF])
})
