import { describe, expect, it } from 'vitest'
import { arrived, arrivedOf, onlineShare } from '@/domain/monitoring/online'
import { at, type Said, saidBy } from '../../fixtures/readings'

const DAY = at('2022-10-08')
const of = (count: number, value: Said): Said[] => Array(count).fill(value)

describe('how much of what a device should say arrived', () => {
  const readings = saidBy(
    {
      a: { tsp: of(96, 100) },
      b: { tsp: [...of(48, 100), ...of(12, [0, 'B']), ...of(12, [900, 'D']), ...of(12, null)] },
    },
    DAY,
  )
  const all = arrived(readings, DAY, DAY + 1440, 'tsp', ['a', 'b', 'c'])

  it('is counted by its own interval: what the device itself calls away did not come, what it calls faulty did', () => {
    expect(Object.fromEntries(all)).toEqual({
      a: { expected: 96, came: 96, valid: 96 },
      b: { expected: 96, came: 72, valid: 48 },
      c: { expected: 96, came: 0, valid: 0 },
    })
  })

  it('is of a county all that came over all that was expected', () => {
    expect(onlineShare(arrivedOf(all.values()))).toBe(168 / 288)
    expect(onlineShare(arrivedOf([]))).toBe(null)
  })

  it('is of the time that is asked for alone', () => {
    expect(arrived(readings, DAY + 720, DAY + 1440, 'tsp').get('b')).toEqual({ expected: 48, came: 24, valid: 0 })
  })
})
