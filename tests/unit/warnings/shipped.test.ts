import { expect, test } from 'vitest'
import { WARNINGS } from '../../../scripts/data/warnings'

test('every illustrative warning is lifted, so that nobody is asked its measures for ever', () => {
  expect(WARNINGS.filter(({ until }) => until === null).map(({ code }) => code)).toEqual([])
})
