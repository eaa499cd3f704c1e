import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPASS, COMPASS_DEGREES } from '@/domain/geodesy/compass'
import { azimuthDegrees, destination, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { SECTOR_DEGREES, upwind, type Wind, windSector } from '@/domain/geodesy/upwind'
import { readWindRose } from '@/domain/geodesy/wind-rose'

const RECEPTOR: Position = [108.7, 34.3]
const wind = (fromDegrees: number, share = 1, metresPerSecond = 2): Wind => ({ fromDegrees, share, metresPerSecond })
const at = (azimuth: number, metres: number) => destination(RECEPTOR, azimuth, metres)

describe('the weight of a source upwind', () => {
  it('falls to zero at the edge of the sector, and by 1 + the distance in kilometres', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 359, noNaN: true }),
        fc.double({ min: -22, max: 22, noNaN: true }),
        fc.integer({ min: 10, max: 20_000 }),
        (from, off, metres) => {
          const found = upwind(RECEPTOR, at(from + off, metres), [wind(from)], 20_001)!
          expect(found.weight).toBeCloseTo((1 - Math.abs(off) / SECTOR_DEGREES) / (1 + metres / 1000), 5)
          expect(found.metres).toBeCloseTo(metres, 5)
          expect(Math.abs(((found.azimuth - from - off + 540) % 360) - 180)).toBeLessThan(0.001)
        },
      ),
    )
  })

  it('adds up the winds by their share of the time', () => {
    const winds = [wind(270, 0.25), wind(281.25, 0.5), wind(90, 0.25)]
    // On the axis of the first wind; half way to the edge of the second: 0.25 + 0.5 · 0.5, halved at 1 km.
    expect(upwind(RECEPTOR, at(270, 1000), winds, 5000)!.weight).toBeCloseTo(0.25, 4)
  })

  it('is zero at the edge of the sector or outside it, in calm air, and beyond the given distance', () => {
    expect(upwind(RECEPTOR, at(270 + SECTOR_DEGREES + 0.1, 1000), [wind(270)], 5000)).toBeNull()
    expect(upwind(RECEPTOR, at(180, 1000), [wind(180 - SECTOR_DEGREES)], 5000)?.weight ?? 0).toBeCloseTo(0, 9)
    expect(upwind(RECEPTOR, at(270, 1000), [wind(270, 1, 0)], 5000)).toBeNull()
    expect(upwind(RECEPTOR, at(270, 1000), [], 5000)).toBeNull()
    expect(upwind(RECEPTOR, at(270, 4999.9), [wind(270)], 5000)).not.toBeNull()
    expect(upwind(RECEPTOR, at(270, 5000.1), [wind(270)], 5000)).toBeNull()
    const place = at(270, 3000)
    expect(upwind(RECEPTOR, place, [wind(270)], distanceMetres(RECEPTOR, place))).not.toBeNull()
  })
})

describe('the sector of a wind', () => {
  it('is a closed ring from the receptor along an arc of 22.5° to either side', () => {
    const ring = windSector(RECEPTOR, wind(300), 4000)
    expect(ring[0]).toBe(RECEPTOR)
    expect(ring.at(-1)).toBe(RECEPTOR)
    const arc = ring.slice(1, -1)
    for (const corner of arc) expect(distanceMetres(RECEPTOR, corner)).toBeCloseTo(4000, 6)
    const bearings = arc.map((corner) => azimuthDegrees(RECEPTOR, corner))
    expect(bearings.map((bearing) => bearing.toFixed(6))).toEqual(
      Array.from({ length: 13 }, (_, i) => (277.5 + 3.75 * i).toFixed(6)),
    )
  })
})

describe('a wind rose as text', () => {
  it.each(COMPASS.map((names, i) => [names, i * 22.5] as const))('%s is %d°', ([english, chinese], degrees) => {
    const { winds, faults } = readWindRose(`${english} 2 1\n${english.toLowerCase()} 2 1\n${chinese} 2 1`)
    expect(faults).toEqual([])
    expect(winds.map(({ fromDegrees }) => fromDegrees)).toEqual([degrees, degrees, degrees])
  })

  it('has sixteen directions', () => {
    expect(COMPASS_DEGREES).toBe(22.5)
    expect(COMPASS.map(([english]) => english).join(' ')).toBe('N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW')
    expect(COMPASS.map(([, chinese]) => chinese).join(' ')).toBe(
      '北 北东北 东北 东东北 东 东东南 东南 南东南 南 南西南 西南 西西南 西 西西北 西北 北西北',
    )
  })

  it('accepts any usual separator, full-width letters, and degrees from 0 to 360', () => {
    const text = '0,1.5,10\n90;1.5;10\r\n180\t1.5\t10%\n270、1.5、10\n 360°  1.5  10 \n１８０　１．５　１０'
    const { winds, faults } = readWindRose(text)
    expect(faults).toEqual([])
    expect(winds.map(({ fromDegrees }) => fromDegrees)).toEqual([0, 90, 180, 270, 0, 180])
    for (const { metresPerSecond, share } of winds) {
      expect(metresPerSecond).toBe(1.5)
      expect(share).toBeCloseTo(1 / 6, 12)
    }
  })

  it.each([
    '361 1 1',
    '-1 1 1',
    'x 1 1',
    '90 x 1',
    '90 1 x',
    '90 1',
    '90',
    '90 -1 1',
    '90 1 -1',
    '90  %',
    '° 1 1',
    '90 1 %',
  ])('reports a line that can’t be read: %j', (line) => {
    expect(readWindRose(`90 1 1\n${line}`)).toEqual({
      winds: [{ fromDegrees: 90, metresPerSecond: 1, share: 1 }],
      faults: [{ line: 2, seen: line }],
    })
  })

  it('skips a heading and blank lines, and has no winds if all shares are zero', () => {
    expect(readWindRose('风向 风速 频率\n\n  \n90 1 4')).toMatchObject({ winds: [{ share: 1 }], faults: [] })
    expect(readWindRose('90 1 0')).toEqual({ winds: [], faults: [] })
    const still = readWindRose('90 0 4\n180 1 0').winds
    expect(still.map(({ metresPerSecond, share }) => [metresPerSecond, share])).toEqual([[0, 1], [1, 0]]) // biome-ignore format: pairs
    expect(readWindRose('')).toEqual({ winds: [], faults: [] })
  })
})
