import { expect, test } from 'vitest'
import { WARNINGS } from '../../../scripts/data/warnings'

test('every illustrative warning is lifted, so that its measures do not stay in effect forever', () => {
  expect(WARNINGS.filter(({ until }) => until === null).map(({ code }) => code)).toEqual([])
})
