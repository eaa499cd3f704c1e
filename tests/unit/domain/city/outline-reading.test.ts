import { describe, expect, it } from 'vitest'
import { findReading } from '@/domain/city/outline-reading'
import { placeOutlines } from '@/domain/city/placed-outlines'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { toZone } from '@/domain/geodesy/zone-grid'
import { madeUpCity, outlinesOf } from '../../../fixtures/new-city'

const places: readonly Position[] = madeUpCity().flatMap(({ ring }) => ring ?? [])
const metres = (number: number, prefixed: boolean) => places.map((at) => toZone({ number, prefixed }, at))

describe('the coordinates of an outline file', () => {
  it('are degrees, whose datum the user is asked for unless the file states it', () => {
    expect(findReading(places, '')).toEqual({ numbers: 'degrees', reading: null })
    expect(findReading(places, '高德')).toMatchObject({ reading: { unit: 'degrees', datum: 'gcj02' } })
  })

  it.each([39, 40])('are metres whose eastings begin with zone %i', (number) => {
    expect(findReading(metres(number, true), '')).toEqual({
      numbers: 'metres-prefixed',
      reading: { unit: 'metres', zone: { number, prefixed: true } },
    })
  })

  it('are metres without a zone, which the user is asked for unless the file has its EPSG code', () => {
    expect(findReading(metres(39, false), '')).toEqual({ numbers: 'metres', reading: null })
    // EPSG:4548 is CGCS2000 / 3-degree Gauss-Kruger CM 117E, and EPSG:4549 has CM 120E.
    for (const [epsg, number] of [[4548, 39] as const, [4549, 40] as const])
      expect(findReading(metres(number, false), `urn:ogc:def:crs:EPSG::${epsg}`).reading).toEqual({
        unit: 'metres',
        zone: { number, prefixed: false },
      })
  })

  it('are refused if they are in the wrong order or not in China', () => {
    const swapped = (all: readonly Position[]) => all.map(([x, y]): Position => [y, x])
    for (const all of [places, metres(39, false), metres(40, true)])
      expect(findReading(swapped(all), 'WGS84')).toEqual({ numbers: 'swapped', reading: null })
    expect(findReading([[2.35, 48.86]], 'WGS84')).toEqual({ numbers: 'elsewhere', reading: null })
    // Web Mercator.
    expect(findReading([[13_200_000, 3_600_000]], '')).toEqual({ numbers: 'elsewhere', reading: null })
    // No easting is that far from the meridian of its zone.
    expect(findReading([[40_050_000, 3_400_000]], '').numbers).toBe('elsewhere')
    expect(findReading([...metres(39, true), ...metres(40, true)], '').numbers).toBe('elsewhere')
    expect(findReading([], '').numbers).toBe('elsewhere')
  })
})

describe('converted outlines', () => {
  const features = outlinesOf(madeUpCity()).features.map(({ geometry }) => ({ properties: {}, outline: geometry }))
  const reading = { unit: 'degrees', datum: 'wgs84' } as const

  it('are the same from every datum and zone, within a decimetre', () => {
    const shifted = features.map(({ outline, ...each }) => ({
      ...each,
      outline: { ...outline, coordinates: [outline.coordinates[0]!.map((at) => [...fromWgs84('bd09', at as never)])] },
    }))
    const placed = placeOutlines(shifted, { unit: 'degrees', datum: 'bd09' })
    const expected = placeOutlines(features, reading)
    const flat = ({ surfaces }: typeof placed) =>
      surfaces.flatMap(({ coordinates }) => coordinates.flat(3 as 1)) as never[]
    expect(flat(placed)).toEqual(flat(expected).map((each) => expect.closeTo(each, 5)))
    expect(placed.faults).toEqual([])
  })

  it('have gaps and overlaps, reported with both counties and the area in square metres', () => {
    // The corner shared by four counties moves into one of them: no overlap results, only a gap.
    const moved = structuredClone(features)
    const at = moved[0]!.outline.coordinates[0]![2]!
    at[0] = at[0]! - 0.02
    const { faults } = placeOutlines(moved, reading)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every(({ kind }) => kind === 'gap' || kind === 'overlap')).toBe(true)
    expect(faults.every((fault) => fault.members.includes(0))).toBe(true)
  })

  it('are closed if they were open', () => {
    const open = structuredClone(features)
    open[3]!.outline.coordinates[0]!.pop()
    const placed = placeOutlines(open, reading)
    expect(placed.closed).toEqual([3])
    expect(placed.faults).toEqual([])
    expect(placed.surfaces).toEqual(placeOutlines(features, reading).surfaces)
  })

  it('are reported if they cross themselves', () => {
    const crossing = structuredClone(features)
    const [ring] = crossing[5]!.outline.coordinates
    const [second, third] = [ring![1]!, ring![2]!]
    ring![1] = third
    ring![2] = second
    expect(placeOutlines(crossing, reading).faults).toMatchObject([{ kind: 'crossing', members: [5] }])
  })
})
