import { expect, it, vi } from 'vitest'
import { isWebAddress } from '@/store/web-address'

it('brings what an older engine lacks, and leaves alone what is there', async () => {
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

it('tells a whole address over HTTP from others, without URL.canParse', () => {
  expect(
    ['http://a', 'https://files.office.example/dust/?a=1', 'http://10.0.0.1:8080/{z}/{x}/{y}'].map(isWebAddress),
  ).toEqual([true, true, true])
  expect(['', 'http://', 'https://[', 'ftp://a', 'a', 'javascript:alert(1)'].map(isWebAddress)).toEqual(
    Array(6).fill(false),
  )
})
