import { expect, it, vi } from 'vitest'

it('adds methods that an older browser lacks, and leaves existing ones alone', async () => {
  const own = Object.getOwnPropertyDescriptor(Array.prototype, 'toReversed')!
  try {
    Reflect.deleteProperty(Array.prototype, 'toReversed')
    await import('@/fallbacks')
    const rows = [1, 2, 3]
    expect(rows.toReversed()).toEqual([3, 2, 1])
    expect(rows).toEqual([1, 2, 3])
    expect(Object.keys(Array.prototype)).toEqual([])
  } finally {
    Object.defineProperty(Array.prototype, 'toReversed', own)
  }
  vi.resetModules()
  await import('@/fallbacks')
  expect(Array.prototype.toReversed).toBe(own.value)
})
