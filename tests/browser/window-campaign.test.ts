import { expect, it } from 'vitest'
import { fuzzWindows } from '../fuzz/windows'

// A small share of what `npm run fuzz windows` does for minutes.
it('many runs with two windows find no import lost without a notice', async () => {
  const { losses } = await fuzzWindows({ count: 1, seed: 1, commands: 6, shorten: false })
  expect(losses).toEqual([])
})
