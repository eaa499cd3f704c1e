import { expect, it } from 'vitest'
import { fuzzKills } from '../fuzz/kills'

// A small part of what `npm run fuzz kills` does for minutes.
it('after random kills of the browser, every change reported as saved is there, and none is partial', async () => {
  const { lost, torn } = await fuzzKills({ count: 3, seed: 1, round: ['takeOver', 'receive', 'restore'] })
  expect([...lost, ...torn]).toEqual([])
})
