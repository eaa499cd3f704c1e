import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import { NOTHING_COVERED } from '@/map/instance/covered'
import { useBroughtIntoView } from '@/map/instance/use-brought-into-view'
import { cameraOf } from '@/map/instance/use-camera'
import type { Camera } from '@/store/view/view'

afterEach(cleanup)

/** A map of 1000 × 800 pixels of which panels cover all but the middle. */
function mapAt(lon: number, lat: number, zoom: number) {
  let at = { lon, lat, zoom }
  const map = {
    getCenter: () => ({ lng: at.lon, lat: at.lat }),
    getZoom: () => at.zoom,
    jumpTo: ({ center, zoom }: { center: [number, number]; zoom: number }) => {
      at = { lon: center[0], lat: center[1], zoom }
    },
    project: ([lon, lat]: [number, number]) => ({ x: lon === at.lon && lat === at.lat ? 500 : -1, y: 400 }),
    getContainer: () => ({ clientWidth: 1000, clientHeight: 800 }),
  }
  return map as unknown as LiveMap
}

const A: Position = [108.7, 34.3]
const B: Position = [108.2, 35.1]
const CITY = { lon: 108.5, lat: 34.8, zoom: 8 }

function chooseOn(map: LiveMap, camera: Camera | null) {
  const onFree = vi.fn()
  const reported = new WeakSet<Camera>()
  const { rerender } = renderHook(
    ({ at }: { at: Position | null }) =>
      useBroughtIntoView(map, at, NOTHING_COVERED, null, { chosen: at && String(at), camera, reported }, onFree),
    { initialProps: { at: null as Position | null } },
  )
  return { choose: (at: Position | null) => rerender({ at }), onFree }
}

it('moves to the selected source, and back to the earlier camera once nothing is selected', () => {
  const map = mapAt(CITY.lon, CITY.lat, CITY.zoom)
  const { choose, onFree } = chooseOn(map, null)
  choose(A)
  expect(cameraOf(map)).toEqual({ lon: A[0], lat: A[1], zoom: 12.5 })
  choose(B)
  expect(cameraOf(map)).toMatchObject({ lon: B[0], lat: B[1] })
  choose(null)
  expect(cameraOf(map)).toEqual(CITY)
  // It moved by itself before, and does so again.
  expect(onFree).toHaveBeenCalledOnce()
})

it('keeps the camera that the view had', () => {
  const map = mapAt(CITY.lon, CITY.lat, CITY.zoom)
  const { choose, onFree } = chooseOn(map, CITY)
  choose(A)
  choose(null)
  expect(cameraOf(map)).toEqual(CITY)
  expect(onFree).not.toHaveBeenCalled()
})

it('stays if the user has moved the map since the selection', () => {
  const map = mapAt(CITY.lon, CITY.lat, CITY.zoom)
  const { choose } = chooseOn(map, null)
  choose(A)
  map.jumpTo({ center: [108, 34], zoom: 11 })
  choose(null)
  expect(cameraOf(map)).toEqual({ lon: 108, lat: 34, zoom: 11 })
})
