import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import { pathOf, screenAt } from '@/map/drawing/ground-drawing'

describe('the outline drawing shown before the map', () => {
  it('fits its contents, as large as the padding allows, centred', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 73, max: 130, noNaN: true }),
        fc.double({ min: 18, max: 50, noNaN: true }),
        fc.double({ min: 0.05, max: 5, noNaN: true }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        fc.integer({ min: 200, max: 2560 }),
        fc.integer({ min: 200, max: 1440 }),
        (west, south, wide, high, width, height) => {
          const camera = fitCamera([west, south, west + wide, south + high], width, height, 24)
          const { place } = screenAt(camera, width, height)
          const [left, bottom] = place([west, south])
          const [right, top] = place([west + wide, south + high])
          const [free, other] = [Math.min(left, width - right), Math.min(top, height - bottom)]
          expect(Math.min(free, other)).toBeCloseTo(24, 4)
          expect(left).toBeCloseTo(width - right, 4)
          expect(top).toBeCloseTo(height - bottom, 4)
        },
      ),
    )
  })

  it('closes polygons and leaves lines open', () => {
    const { place } = screenAt({ lon: 108.7, lat: 34.3, zoom: 9 }, 800, 600)
    const ring = [
      [108, 34],
      [109, 34],
      [109, 35],
      [108, 34],
    ]
    expect(pathOf({ type: 'Polygon', coordinates: [ring] }, place)).toMatch(/^M[^Z]*Z$/)
    expect(pathOf({ type: 'LineString', coordinates: ring }, place)).not.toContain('Z')
    expect(place([108.7, 34.3])).toEqual([400, 300])
  })
})
