import { expect, it, vi } from 'vitest'
import { asBefore, memoLast, memoOf } from '@/questions/memo'

const [ONE, OTHER] = [{ name: 'one' }, { name: 'other' }]

it('calculates a value once per step, even if it is null', () => {
  const make = vi.fn((step: { name: string }) => (step === ONE ? null : step.name))
  const made = memoOf(make)
  expect([made(ONE), made(OTHER), made(ONE), made(OTHER)]).toEqual([null, 'other', null, 'other'])
  expect(make).toHaveBeenCalledTimes(2)
})

it('calculates it again if that threw', () => {
  const made = memoOf(
    vi
      .fn(() => 'there')
      .mockImplementationOnce(() => {
        throw new Error('no room')
      }),
  )
  expect(() => made(ONE)).toThrow('no room')
  expect(made(ONE)).toBe('there')
})

it('keeps the answer to the last request per step', () => {
  const make = vi.fn((step: { name: string }, request: { of: number }) => `${step.name} ${request.of}`)
  const made = memoLast(make)
  expect([made(ONE, { of: 1 }), made(OTHER, { of: 2 }), made(ONE, { of: 1 })]).toEqual(['one 1', 'other 2', 'one 1'])
  expect(make).toHaveBeenCalledTimes(2)
  expect([made(ONE, { of: 2 }), made(ONE, { of: 1 })]).toEqual(['one 2', 'one 1'])
  expect(make).toHaveBeenCalledTimes(4)
})

it('compares requests with the given function', () => {
  const make = vi.fn((_: object, request: readonly number[]) => request.length)
  const made = memoLast(make, (one, other) => one === other)
  const request = [1, 2]
  made(ONE, request)
  made(ONE, request)
  expect(make).toHaveBeenCalledTimes(1)
  made(ONE, [1, 2])
  expect(make).toHaveBeenCalledTimes(2)
})

it('returns the same object as before while plain data is equal', () => {
  const before = asBefore<{ of: number[] }>()
  const [first, same, other] = [{ of: [1, 2] }, { of: [1, 2] }, { of: [1, 3] }]
  expect(before(first)).toBe(first)
  expect(before(same)).toBe(first)
  expect(before(other)).toBe(other)
  expect(before(same)).toBe(same)
})
