import { expect, it } from 'vitest'
import { fuzzWindows } from '../fuzz/windows'

// A small part of what `npm run fuzz windows` does for minutes.
it('in random actions of two windows, no import is lost without a message', async () => {
  const { losses } = await fuzzWindows({ count: 1, seed: 1, commands: 6, shorten: false })
  expect(losses).toEqual([])
})
