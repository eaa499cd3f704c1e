import { expect, it } from 'vitest'
import { fuzzKills } from '../fuzz/kills'

// A small share of what `npm run fuzz kills` does for minutes.
it('a campaign of kills finds everything that was said to be saved, and nothing half', async () => {
  const { lost, torn } = await fuzzKills({ count: 3, seed: 1, round: ['takeOver', 'receive', 'restore'] })
  expect([...lost, ...torn]).toEqual([])
})
