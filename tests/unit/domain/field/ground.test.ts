import type { LineString, MultiLineString } from 'geojson'
import { describe, expect, it } from 'vitest'
import { type Ground, metresOutside, metresTo } from '@/domain/field/ground'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'

const HERE: Position = [108.7, 34.3]
const at = (azimuth: number, metres: number) => destination(HERE, azimuth, metres)
const site = (change: Partial<Ground> = {}): Ground => ({ position: HERE, line: null, squareMetres: null, ...change })
const line = (...all: Position[]): LineString => ({ type: 'LineString', coordinates: all.map((each) => [...each]) })

describe('the distance of a place from a source', () => {
  it('is the distance to its point if nothing else is known', () => {
    expect(metresTo(site(), at(90, 400))).toBeCloseTo(400, 3)
    expect(metresOutside(site(), at(90, 400), 30)).toBeCloseTo(370, 3)
    expect(metresOutside(site(), at(90, 20), 30)).toBe(0)
  })

  it('is the distance to a line, not to its middle', () => {
    const road = site({ line: line(at(270, 2000), at(90, 2000)) })
    expect(metresTo(road, destination(at(90, 1500), 0, 60))).toBeCloseTo(60, 0)
    expect(metresTo(road, at(90, 2300))).toBeCloseTo(300, 1)
    const parts: MultiLineString = {
      type: 'MultiLineString',
      coordinates: [line(at(0, 5000), at(0, 6000)).coordinates, line(HERE, at(90, 100)).coordinates],
    }
    expect(metresTo(site({ line: parts }), at(0, 4900))).toBeCloseTo(100, 1)
    expect(metresTo(site({ line: line() }), at(0, 70))).toBeCloseTo(70, 3)
  })

  it('is measured from where the area of a site may end', () => {
    // 800 m by 200 m: its corners are 412 m from its centre.
    const yard = site({ squareMetres: 160_000 })
    expect(metresOutside(yard, at(90, 399))).toBe(0)
    expect(metresOutside(yard, at(90, 650))).toBeCloseTo(250, 3)
    // An invalid area has no extent.
    expect(metresOutside({ ...yard, squareMetres: -4 }, at(90, 400))).toBeCloseTo(400, 3)
    // The area of a road does not tell how far it reaches.
    expect(metresOutside({ ...yard, line: line(HERE, at(0, 10)) }, at(90, 400))).toBeCloseTo(400, 3)
  })
})
