import { expect, it } from 'vitest'
import { fuzzReaders } from '../fuzz/readers'

it('300 broken files: each is answered, nothing dies, nothing is taken that was changed', async () => {
  const { tried, faults } = await fuzzReaders({ count: 300, seed: 1 })
  expect(tried).toBe(300)
  // How soon a cancel works is measured by the whole campaign: here other tests run beside it.
  expect(faults.filter((fault) => !fault.includes('the cancel took'))).toEqual([])
}, 180_000)
