import { expect, it } from 'vitest'
import { metresPerDegree } from '@/domain/geodesy/distance'
import { stopClusters } from '@/domain/trucks/stop-clusters'

const SOUTH = 34.3
const [EAST, NORTH] = metresPerDegree(SOUTH)
/** Squares are 50 m wide; places are given in metres from their western edge, and from the southernmost row. */
const [METRES, MOST, DENSE] = [100, 300, 3]
const CORNER = [Math.ceil((108.7 * EAST) / 50) * 50, SOUTH * NORTH] as const

function clustersOf(at: readonly (readonly [east: number, north: number])[], rows = [...at.keys()], dense = DENSE) {
  const lon = Float64Array.from(at, ([east]) => (CORNER[0] + east) / EAST)
  const lat = Float64Array.from(at, ([, north]) => (CORNER[1] + north) / NORTH)
  return stopClusters(lon, lat, rows, METRES, MOST, dense).map((cluster) => cluster.sort((a, b) => a - b))
}
const times = <T>(count: number, of: T): T[] => new Array<T>(count).fill(of)

it('of no rows there is no cluster, and too few stops are none', () => {
  expect(clustersOf([])).toEqual([])
  expect(clustersOf(times(2, [25, 0]))).toEqual([])
  expect(clustersOf(times(3, [25, 0]))).toEqual([[0, 1, 2]])
})

it('only the rows that are asked about count', () => {
  const at = times(5, [25, 0] as const)
  expect(clustersOf(at, [0, 2, 4])).toEqual([[0, 2, 4]])
  expect(clustersOf(at, [0, 2])).toEqual([])
})

it('stops of neighbouring squares are together as far as the distance, and no farther', () => {
  const three = times(3, [25, 0] as const)
  expect(clustersOf([...three, ...times(3, [105, 0] as const)])).toEqual([[0, 1, 2, 3, 4, 5]])
  expect(clustersOf([...three, ...times(3, [25, 80] as const)])).toEqual([[0, 1, 2, 3, 4, 5]])
  // The squares touch those within reach, but their stops are 148 m apart.
  expect(clustersOf([...three, ...times(3, [173, 0] as const)])).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ])
  expect(clustersOf([...three, ...times(3, [25, 148] as const)])).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ])
})

it('the distance is that of the mean of the stops in a square', () => {
  // The mean of the first square is at 5 m, its last stop at 17 m.
  const west = times(3, [1, 0] as const)
  const square = [...west, [17, 0] as const]
  expect(clustersOf([...square, [103, 0]])).toEqual([[0, 1, 2, 3, 4]])
  expect(clustersOf([...square, [112, 0]])).toEqual([[0, 1, 2, 3]])
})

it('begins at the densest place, and reaches no farther from it than allowed', () => {
  const counts = [4, 4, 5, 6, 5, 4, 4]
  const at = counts.flatMap((count, i) => times(count, [(i - 3) * 80 + 25, 0] as const))
  // 160 m on either side belong to it; 240 m are beyond 300 m less the diagonal of a square.
  expect(clustersOf(at)).toEqual([Array.from({ length: 24 }, (_, i) => i + 4), [0, 1, 2, 3], [28, 29, 30, 31]])
})

it('does not grow across a place with too few stops around, which belongs to the cluster that reaches it', () => {
  const at = [4, 1, 1, 1, 4].flatMap((count, i) => times(count, [i * 90 + 25, 0] as const))
  expect(clustersOf(at, undefined, 5)).toEqual([
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10],
  ])
  // With three around, the place in the middle is dense enough, and the last one too far away.
  expect(clustersOf(at, undefined, 3)).toEqual([
    [0, 1, 2, 3, 4, 5, 6],
    [7, 8, 9, 10],
  ])
})
