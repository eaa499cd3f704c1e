import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { cacheLast, LastAnswers, memoOf, reuseIfEqual } from '@/questions/memo'

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
  const made = cacheLast(make)
  expect([made(ONE, { of: 1 }), made(OTHER, { of: 2 }), made(ONE, { of: 1 })]).toEqual(['one 1', 'other 2', 'one 1'])
  expect(make).toHaveBeenCalledTimes(2)
  expect([made(ONE, { of: 2 }), made(ONE, { of: 1 })]).toEqual(['one 2', 'one 1'])
  expect(make).toHaveBeenCalledTimes(4)
})

it('compares requests with the given function', () => {
  const make = vi.fn((_: object, request: readonly number[]) => request.length)
  const made = cacheLast(make, (one, other) => one === other)
  const request = [1, 2]
  made(ONE, request)
  made(ONE, request)
  expect(make).toHaveBeenCalledTimes(1)
  made(ONE, [1, 2])
  expect(make).toHaveBeenCalledTimes(2)
})

it('returns the same object as before while plain data is equal', () => {
  const before = reuseIfEqual<{ of: number[] }>()
  const [first, same, other] = [{ of: [1, 2] }, { of: [1, 2] }, { of: [1, 3] }]
  expect(before(first)).toBe(first)
  expect(before(same)).toBe(first)
  expect(before(other)).toBe(other)
  expect(before(same)).toBe(same)
})

it('never takes other data for equal', () => {
  const datum = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constantFrom<unknown>(null, undefined, Number.NaN, 0, 1, '', '1', true),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '0', 'length'), tie('any'), { noNullPrototype: true }),
    ),
  })).any
  fc.assert(
    fc.property(datum, datum, (one, other) => {
      const before = reuseIfEqual<object>()
      const [first, copy, second] = [{ of: one }, { of: structuredClone(one) }, { of: other }]
      expect(before(first)).toBe(first)
      expect(before(copy)).toBe(first)
      expect(before(second) === first).toBe(isDeepStrictEqual(one, other))
    }),
    { numRuns: 300 },
  )
  const before = reuseIfEqual<object>()
  before({ of: new Map([[1, 2]]) })
  const map = { of: new Map([[1, 3]]) }
  expect(before(map)).toBe(map)
})

it('keeps the last answer under each name, and asks again after a failure or if told to forget', async () => {
  const known = new LastAnswers<string>()
  const make = vi.fn(async () => 'made')
  for (const request of ['a', 'a', 'b', 'b', 'a']) await known.get('one', request, make)
  await known.get('other', 'a', make)
  expect(make).toHaveBeenCalledTimes(4)
  known.forget('one')
  await known.get('one', 'a', make)
  expect(make).toHaveBeenCalledTimes(5)
  await expect(known.get('third', 'a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await known.get('third', 'a', make)).toBe('made')
})
