import { describe, expect, it } from 'vitest'
import { fuzzKills } from '../fuzz/kills'
import { fuzzWindows } from '../fuzz/windows'

// A small share of what `npm run fuzz` does for minutes.
describe('a campaign', () => {
  it('of kills finds everything that was said to be saved, and nothing half', async () => {
    const { lost, torn } = await fuzzKills({ count: 3, seed: 1, round: ['takeOver', 'receive', 'restore'] })
    expect([...lost, ...torn]).toEqual([])
  })

  it('of two windows finds no import lost without a word', async () => {
    const { losses } = await fuzzWindows({ count: 1, seed: 1, commands: 6, shorten: false })
    expect(losses).toEqual([])
  })
})
