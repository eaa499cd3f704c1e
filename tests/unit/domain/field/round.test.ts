import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAVIGATORS, type Navigator, navigationLink } from '@/domain/field/navigation'
import { legsOf, planRound, roundMetres } from '@/domain/field/round'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

const place = fc.tuple(
  fc.double({ min: 108.5, max: 109, noNaN: true }),
  fc.double({ min: 34.2, max: 34.6, noNaN: true }),
)

function* orders(nodes: readonly number[]): Generator<number[]> {
  if (nodes.length === 0) yield []
  for (const node of nodes) for (const rest of orders(nodes.filter((each) => each !== node))) yield [node, ...rest]
}

describe('a round', () => {
  it('is the shortest even with nine places', () => {
    // A row of nine in random order: the only shortest way is along the row.
    const row = [4, 8, 1, 6, 3, 9, 2, 7, 5].map((i): Position => [108.7 + i / 100, 34.3])
    expect(planRound([108.7, 34.3], row).map((at) => row[at]![0])).toEqual(row.map(([lon]) => lon).sort())
  })

  it('is the shortest for few places, as found by trying every order', () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 6 }), (start, places) => {
        const found = roundMetres(start, places, planRound(start, places))
        for (const order of orders([...places.keys()]))
          expect(found).toBeLessThanOrEqual(roundMetres(start, places, order) + 1e-6)
      }),
      { numRuns: 40 },
    )
  })

  it('visits each of many places once, and is never longer than always going to the nearest place', () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 9, maxLength: 20 }), (start, places) => {
        const order = planRound(start, places)
        expect([...order].sort((a, b) => a - b)).toEqual([...places.keys()])
        const left = new Set(places.keys())
        let at: Position = start
        const greedy: number[] = []
        while (left.size > 0) {
          const next = [...left].reduce((best, each) =>
            distanceMetres(at, places[each]!) < distanceMetres(at, places[best]!) ? each : best,
          )
          left.delete(next)
          greedy.push(next)
          at = places[next]!
        }
        expect(roundMetres(start, places, order)).toBeLessThanOrEqual(roundMetres(start, places, greedy) + 1e-3)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a link to another map', () => {
  it('leads back to the place within half a metre, in the datum of its app', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...(Object.keys(NAVIGATORS) as Navigator[])), (position, navigator) => {
        const link = navigationLink(navigator, position, '堆场 A&B')
        expect(link).not.toContain('A&B')
        const [first, second] = link
          .match(/(\d+\.\d{6})[,](\d+\.\d{6})/)!
          .slice(1)
          .map(Number) as [number, number]
        const [lon, lat] = first > second ? [first, second] : [second, first]
        expect(distanceMetres(toWgs84(NAVIGATORS[navigator], [lon, lat]), position)).toBeLessThan(0.5)
      }),
    )
  })
})

describe('the remaining way', () => {
  it('is stated per place from the previous remaining one, and adds up to the total', () => {
    const at = [0, 1, 2, 3, 4].map((i): Position => [108.5 + i / 100, 34.3])
    const isDone = [false, true, false, true, false]
    const legs = legsOf(
      [108.49, 34.3],
      at.map((position, i) => ({ position, isDone: isDone[i]! })),
    )
    expect(legs.map((leg) => leg?.isFromLast ?? null)).toEqual([false, null, true, null, true])
    const sum = legs.reduce((all, leg) => all + (leg?.metres ?? 0), 0)
    expect(sum).toBeCloseTo(roundMetres([108.49, 34.3], at, [0, 2, 4]), 6)
  })
})
