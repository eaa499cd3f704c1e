import { expect, it } from 'vitest'
import { meanFix } from '@/domain/field/mean-fix'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

const HERE: Position = [108.7, 34.3]
const fix = (at: number, azimuth: number, metres: number, accuracyMetres = 5) => ({
  position: destination(HERE, azimuth, metres),
  accuracyMetres,
  headingDegrees: null,
  at,
})

it('is the mean position of the last five seconds', () => {
  const mean = meanFix([fix(0, 0, 500), fix(6000, 0, 2), fix(7000, 180, 2), fix(8000, 90, 2), fix(9000, 270, 2)])!
  expect(mean.count).toBe(4)
  expect(distanceMetres(mean.position, HERE)).toBeLessThan(0.1)
  expect(mean.accuracyMetres).toBe(5)
})

it('leaves out a fix that was poor a moment ago', () => {
  const mean = meanFix([fix(8000, 0, 180, 200), fix(9000, 0, 1)])!
  expect(mean.count).toBe(1)
  expect(distanceMetres(mean.position, HERE)).toBeLessThan(1.1)
})

it('leaves out a fix from the corner before', () => {
  const mean = meanFix([fix(8000, 0, 90), fix(9000, 0, 1)])!
  expect(mean.count).toBe(1)
})

it('is null without fixes', () => expect(meanFix([])).toBeNull())
