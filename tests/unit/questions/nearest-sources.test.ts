import { expect, it } from 'vitest'
import { evaluateRules } from '@/questions/evaluated-package'
import { nearestKinds, nearestSources } from '@/questions/source/nearest-sources'
import { openFromDisk } from '../package-from-disk'

const evaluated = evaluateRules((await openFromDisk('')).value!, '2022-10-31', [])
const HERE = [108.7089, 34.3296] as const
const METRES = 3000
const all = nearestSources(evaluated, HERE, Number.POSITIVE_INFINITY, METRES)

it('counts the sources in range by kind', () => {
  const counts = nearestKinds(evaluated, HERE, METRES)
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length)
  for (const [kind, count] of Object.entries(counts))
    expect(
      all.filter((each) => each.kind === kind),
      kind,
    ).toHaveLength(count)
  expect(nearestKinds(evaluated, [0, 0], METRES)).toEqual({})
})

it('finds the nearest of some kinds, also beyond nearer ones of other kinds', () => {
  const rarest = Object.entries(nearestKinds(evaluated, HERE, METRES)).sort(([, a], [, b]) => a - b)[0]![0]
  const own = all.filter(({ kind }) => kind === rarest)
  expect(all.indexOf(own[0]!)).toBeGreaterThan(0)
  expect(nearestSources(evaluated, HERE, 1, METRES, [rarest])).toEqual(own.slice(0, 1))
  expect(nearestSources(evaluated, HERE, 200, METRES, [rarest])).toEqual(own)
  expect(nearestSources(evaluated, HERE, 200, METRES, ['no-such-kind'])).toEqual([])
})
