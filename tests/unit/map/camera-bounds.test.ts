import { expect, it } from 'vitest'
import { mercator } from '@/domain/geodesy/mercator'
import { cameraBounds } from '@/map/instance/bounds'

it('surround the centre of the camera, halve with each zoom level, and have the aspect ratio of a desk’s map', () => {
  const camera = { lon: 108.7, lat: 34.4, zoom: 9 }
  const [west, south, east, north] = cameraBounds(camera)
  expect((west + east) / 2).toBeCloseTo(108.7)
  expect((south + north) / 2).toBeCloseTo(34.4)
  const [left, top] = mercator(west, north)
  const [right, bottom] = mercator(east, south)
  expect((right - left) / (bottom - top)).toBeCloseTo(900 / 640, 2)
  const near = cameraBounds({ ...camera, zoom: 10 })
  expect((east - west) / (near[2] - near[0])).toBeCloseTo(2)
})
