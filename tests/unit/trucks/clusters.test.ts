import fc from 'fast-check'
import { expect, it } from 'vitest'
import settings from '#data/trucks.json'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import { stopClusters } from '@/domain/trucks/stop-clusters'
import { readTruckSettings } from '@/io/package/trucks-file'
import { away, HOME } from './tracks'

const [NEAR, MOST, DENSE] = [150, 400, 3]
const clustersOf = (at: readonly (readonly [number, number])[]) =>
  stopClusters(
    Float64Array.from(at, ([lon]) => lon),
    Float64Array.from(at, ([, lat]) => lat),
    [...at.keys()],
    NEAR,
    MOST,
    DENSE,
  )

it('trucks queueing along three kilometres are not one place, but a crowd is', () => {
  const queue = Array.from({ length: 60 }, (_, i) => away(HOME, i * 50))
  const clusters = clustersOf(queue)
  expect(clusters.length).toBeGreaterThan(3)
  for (const cluster of clusters)
    for (const one of cluster)
      expect(nearbyDistanceMetres(...queue[cluster[0]!]!, ...queue[one]!)).toBeLessThanOrEqual(2 * MOST)
  const crowd = Array.from({ length: 60 }, (_, i) => away(HOME, i % 7, i * 6))
  expect(clustersOf(crowd).map((each) => each.length)).toEqual([60])
})

it('each stop is in at most one cluster, in any order', () => {
  const stop = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 359 }))
  fc.assert(
    fc.property(fc.array(stop, { maxLength: 40 }), (stops) => {
      const at = stops.map(([metres, azimuth]) => away(HOME, metres, azimuth))
      const rows = clustersOf(at).flat()
      expect(new Set(rows).size).toBe(rows.length)
      const sizes = (of: typeof at) =>
        clustersOf(of)
          .map((each) => each.length)
          .sort()
      expect(sizes([...at].reverse())).toEqual(sizes(at))
    }),
  )
})

it('settings from before these were configurable are read with the former fixed values', () => {
  const { datum: _, moving: __, ...rest } = settings
  const { noiseMetres: ___, ...clean } = settings.clean
  const { mostMetres: ____, denseStops: _____, night: ______, ...unlisted } = settings.unlisted
  const { value, problems } = readTruckSettings('trucks.json', { ...rest, clean, unlisted, movingKmh: 7 })
  expect(problems).toEqual([])
  expect(value).toMatchObject({ ...settings, moving: { ...settings.moving, kmh: 7 } })
})
