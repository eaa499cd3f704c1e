import { describe, expect, it } from 'vitest'
import { roundDistance } from '@/map/canvas/map-lines'
import { metresOf, placesOf, positionOf, resolutionOf, zoomOf } from '@/map/canvas/places'
import { NOTHING_COVERED } from '@/map/instance/covered'

const XIANYANG = [108.7089, 34.3296] as const
const at = (padding = NOTHING_COVERED) => placesOf({ centre: XIANYANG, zoom: 9, width: 800, height: 600, padding })

describe('positions on a canvas map', () => {
  it('have the centre in the middle of the uncovered part', () => {
    expect(at().project(XIANYANG)).toEqual({ x: expect.closeTo(400, 6), y: expect.closeTo(300, 6) })
    const covered = at({ top: 20, right: 300, bottom: 100, left: 0 })
    expect(covered.project(XIANYANG)).toEqual({ x: expect.closeTo(250, 6), y: expect.closeTo(260, 6) })
  })

  it('project to the screen and back', () => {
    const map = at({ top: 0, right: 120, bottom: 40, left: 7 })
    const { lng, lat } = map.unproject([123, 456])
    expect(map.project({ lng, lat })).toEqual({ x: expect.closeTo(123, 6), y: expect.closeTo(456, 6) })
  })

  it('have the bounds of the whole window, including covered parts', () => {
    const map = at({ top: 0, right: 300, bottom: 0, left: 0 })
    const bounds = map.getBounds()
    expect(map.project([bounds.getWest(), bounds.getNorth()])).toEqual({
      x: expect.closeTo(0, 6),
      y: expect.closeTo(0, 6),
    })
    expect(map.project([bounds.getEast(), bounds.getSouth()])).toEqual({
      x: expect.closeTo(800, 6),
      y: expect.closeTo(600, 6),
    })
  })

  it('use the zoom levels of MapLibre: the world is 512 pixels wide at 0', () => {
    expect(resolutionOf(0) * 512).toBeCloseTo(40_075_016.6856, 3)
    expect(zoomOf(resolutionOf(11.3))).toBeCloseTo(11.3, 10)
    const [lon, lat] = positionOf(metresOf(XIANYANG))
    expect([lon, lat]).toEqual([expect.closeTo(XIANYANG[0], 9), expect.closeTo(XIANYANG[1], 9)])
  })
})

it('have a scale bar of a round length, as long as the space allows', () => {
  expect([9, 10, 19, 49, 99, 430, 30_500].map(roundDistance)).toEqual([5, 10, 10, 30, 50, 300, 30_000])
})
