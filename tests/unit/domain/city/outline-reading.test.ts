import { describe, expect, it } from 'vitest'
import { findReading } from '@/domain/city/outline-reading'
import { placeOutlines } from '@/domain/city/placed-outlines'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { Position } from '@/domain/geodesy/position'
import { toZone } from '@/domain/geodesy/zone-grid'
import { madeUpCity, outlinesOf } from '../../../fixtures/new-city'

const places: readonly Position[] = madeUpCity().flatMap(({ ring }) => ring ?? [])
const metres = (number: number, prefixed: boolean) => places.map((at) => toZone({ number, prefixed }, at))

describe('what the numbers of outlines are', () => {
  it('degrees of a datum that is asked, unless the file says it', () => {
    expect(findReading(places, '')).toEqual({ numbers: 'degrees', reading: null })
    expect(findReading(places, '高德')).toMatchObject({ reading: { unit: 'degrees', datum: 'gcj02' } })
  })

  it.each([39, 40])('metres whose eastings begin with zone %i', (number) => {
    expect(findReading(metres(number, true), '')).toEqual({
      numbers: 'metres-prefixed',
      reading: { unit: 'metres', zone: { number, prefixed: true } },
    })
  })

  it('metres without a zone, which is asked unless the file names it by its EPSG number', () => {
    expect(findReading(metres(39, false), '')).toEqual({ numbers: 'metres', reading: null })
    // EPSG:4548 is CGCS2000 / 3-degree Gauss-Kruger CM 117E, and EPSG:4549 that of 120E.
    for (const [epsg, number] of [[4548, 39] as const, [4549, 40] as const])
      expect(findReading(metres(number, false), `urn:ogc:def:crs:EPSG::${epsg}`).reading).toEqual({
        unit: 'metres',
        zone: { number, prefixed: false },
      })
  })

  it('the wrong order, or nothing of China, which can’t be read', () => {
    const swapped = (all: readonly Position[]) => all.map(([x, y]): Position => [y, x])
    for (const all of [places, metres(39, false), metres(40, true)])
      expect(findReading(swapped(all), 'WGS84')).toEqual({ numbers: 'swapped', reading: null })
    expect(findReading([[2.35, 48.86]], 'WGS84')).toEqual({ numbers: 'elsewhere', reading: null })
    // Web Mercator.
    expect(findReading([[13_200_000, 3_600_000]], '')).toEqual({ numbers: 'elsewhere', reading: null })
    // No easting is so far from the meridian of its zone.
    expect(findReading([[40_050_000, 3_400_000]], '').numbers).toBe('elsewhere')
    expect(findReading([...metres(39, true), ...metres(40, true)], '').numbers).toBe('elsewhere')
    expect(findReading([], '').numbers).toBe('elsewhere')
  })
})

describe('outlines where they lie', () => {
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

  it('have gaps and overlaps, of two counties and so many square metres', () => {
    // The shared corner of four counties moved into one of them: it overlaps with none, and a gap is left.
    const moved = structuredClone(features)
    const at = moved[0]!.outline.coordinates[0]![2]!
    at[0] = at[0]! - 0.02
    const { faults } = placeOutlines(moved, reading)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every(({ kind }) => kind === 'gap' || kind === 'overlap')).toBe(true)
    expect(faults.every((fault) => fault.members.includes(0))).toBe(true)
  })

  it('are closed where they were open', () => {
    const open = structuredClone(features)
    open[3]!.outline.coordinates[0]!.pop()
    const placed = placeOutlines(open, reading)
    expect(placed.closed).toEqual([3])
    expect(placed.faults).toEqual([])
    expect(placed.surfaces).toEqual(placeOutlines(features, reading).surfaces)
  })

  it('that cross themselves are said', () => {
    const crossing = structuredClone(features)
    const [ring] = crossing[5]!.outline.coordinates
    const [second, third] = [ring![1]!, ring![2]!]
    ring![1] = third
    ring![2] = second
    expect(placeOutlines(crossing, reading).faults).toMatchObject([{ kind: 'crossing', members: [5] }])
  })
})
