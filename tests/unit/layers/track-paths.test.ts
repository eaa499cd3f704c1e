import { expect, it } from 'vitest'
import { type TrackPaths, trackHeads, wayBetween, wholeWays } from '@/layers/track-paths'

/** Two paths along the equator: one moves a degree every ten seconds, the other has a single row. */
const paths: TrackPaths = {
  starts: Uint32Array.of(0, 3, 4),
  second: Uint32Array.of(10, 20, 30, 100),
  lon: Float64Array.of(1, 2, 3, 9),
  lat: Float64Array.of(0, 0, 0, 0),
  load: Uint8Array.of(2, 2, 2, 0),
}

it('return the path between two times, with ends between rows', () => {
  const way = (from: number, until: number, path = 0) => wayBetween(paths, path, from, until)?.map(([lon]) => lon)
  expect(way(12, 28)).toEqual([1.2, 2, 2.8])
  expect(way(22, 28)).toEqual([2.2, 2.8])
  expect(way(20, 30)).toEqual([2, 3])
  expect(way(0, 20)).toEqual([1, 2])
  expect(way(25, 99)).toEqual([2.5, 3])
})

it('return no path for a single time, for times before or after a path, or for a single row', () => {
  for (const [from, until] of [
    [15, 15],
    [0, 9],
    [31, 40],
  ] as const)
    expect(wayBetween(paths, 0, from, until)).toBeNull()
  expect(wayBetween(paths, 1, 90, 110)).toBeNull()
})

it('return whole paths apart, without those of a single row', () => {
  expect(wholeWays(paths)).toEqual([
    [
      [1, 0],
      [2, 0],
      [3, 0],
    ],
  ])
})

it('place a truck between two rows, and keep it at its last row for a while', () => {
  expect(trackHeads(paths, 15).map(({ at }) => at[0])).toEqual([1.5])
  expect(trackHeads(paths, 100).map(({ at }) => at[0])).toEqual([3, 9])
  expect(trackHeads(paths, 331).map(({ at }) => at[0])).toEqual([9])
})
