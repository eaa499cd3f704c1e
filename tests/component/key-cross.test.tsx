import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import type { LiveMap } from '@/map/engine/live-map'
import { type DrawTool, startDrawing } from '@/map/pointer/draw'
import { KeyboardCross } from '@/map/pointer/KeyboardCross'

const [WIDTH, HEIGHT] = [800, 600]
/** In longitude and latitude; the map is far from the edge of the world. */
const PIXELS_PER_DEGREE = 100

/** The part of a map that a tool and the cross use: a flat plan, whose north-west corner is 108° E, 37° N. */
function standInMap() {
  const container = document.createElement('div')
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  container.append(canvas)
  for (const each of [container, canvas])
    Object.defineProperties(each, { clientWidth: { value: WIDTH }, clientHeight: { value: HEIGHT } })
  const can = { isEnabled: () => true, enable: () => undefined, disable: () => undefined }
  const project = ({ lng, lat }: { lng: number; lat: number }) => ({
    x: (lng - 108) * PIXELS_PER_DEGREE,
    y: (37 - lat) * PIXELS_PER_DEGREE,
  })
  const unproject = ({ x, y }: { x: number; y: number }) => ({
    lng: 108 + x / PIXELS_PER_DEGREE,
    lat: 37 - y / PIXELS_PER_DEGREE,
  })
  const panBy = vi.fn()
  const map = {
    version: '6.0.0',
    getContainer: () => container,
    getCanvas: () => canvas,
    getCenter: () => unproject({ x: WIDTH / 2, y: HEIGHT / 2 }),
    project,
    unproject,
    panBy,
    dragPan: can,
    dragRotate: can,
    doubleClickZoom: can,
    addSource: () => undefined,
    removeSource: () => undefined,
    getSource: () => ({ setData: () => undefined }),
    addLayer: () => ({ id: '' }),
    removeLayer: () => undefined,
    getLayer: () => undefined,
    moveLayer: () => undefined,
    isSourceLoaded: () => true,
  } as unknown as MapLibreMap
  const adapter = new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 })
  return { map: map as unknown as LiveMap, adapter, canvas, container, panBy }
}

type StandIn = ReturnType<typeof standInMap>
const stops: (() => void)[] = []
let frame: HTMLElement

beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => run(0))
})
beforeEach(() => {
  document.body.innerHTML = '<main id="main" tabindex="-1"><div id="map" tabindex="-1"></div></main>'
  frame = document.getElementById('map')!
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  cleanup()
})

/** A map with an active tool, and the areas drawn on it. */
function draws(tool: DrawTool, leads = true): StandIn & { readonly drawn: (readonly Position[])[] } {
  const made = standInMap()
  frame.append(made.container)
  const drawn: (readonly Position[])[] = []
  stops.push(startDrawing(made.map, made.adapter, tool, (corners) => drawn.push(corners)))
  render(<KeyboardCross map={made.map} isDrawing leads={leads} />)
  return { ...made, drawn }
}

/** Presses and releases a key at the focused element. */
function press(...keys: readonly string[]) {
  for (const key of keys) {
    const on = document.activeElement!
    fireEvent.keyDown(on, { key })
    fireEvent.keyUp(on, { key })
  }
}
/** The map gets the focus by keys. */
const go = (to: HTMLElement) => act(() => to.focus())
const sizes = (rings: readonly (readonly Position[])[]) =>
  rings.map((ring) => {
    const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
    return [lons, lats].map((each) => Math.round(PIXELS_PER_DEGREE * (Math.max(...each) - Math.min(...each))))
  })

it('draws one box from corner to corner if the focus is on the map itself', () => {
  const { canvas, drawn } = draws('box')
  go(canvas)
  press('Enter')
  expect(drawn).toEqual([])
  press('ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter')
  expect(sizes(drawn)).toEqual([[64, 32]])
})

it('adds a corner for each press, and closes the area when the last corner is pressed again', () => {
  const { canvas, drawn } = draws('polygon')
  go(canvas)
  press('Enter', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter')
  press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter')
  expect(drawn).toEqual([])
  press('Enter')
  expect(drawn.map((ring) => ring.length)).toEqual([4])
  expect(sizes(drawn)).toEqual([[96, 64]])
})

it('draws on one of two maps only: the leading one, or the focused one', () => {
  const first = draws('circle')
  const second = draws('circle', false)
  go(frame)
  press('Enter')
  expect([first.drawn.length, second.drawn.length]).toEqual([1, 0])
  expect(screen.getAllByTestId('cross')).toHaveLength(1)
  go(second.canvas)
  press('Enter')
  expect([first.drawn.length, second.drawn.length]).toEqual([1, 1])
  press(...Array(60).fill('ArrowLeft'))
  expect(first.panBy).not.toHaveBeenCalled()
  expect(second.panBy).toHaveBeenCalled()
})

it('ignores keys if the focus is on a larger part of the page', () => {
  const { drawn } = draws('circle')
  go(document.getElementById('main')!)
  press('Enter')
  expect(drawn).toEqual([])
  expect(screen.queryByTestId('cross')).toBeNull()
})

it('leaves Enter to pointer drawing: it closes an area, and adds no corner', () => {
  const { canvas, drawn } = draws('polygon')
  // A press also focuses it, without a focus ring.
  vi.spyOn(canvas, 'matches').mockReturnValue(false)
  act(() => canvas.focus())
  const at = (type: string, [clientX, clientY]: readonly [number, number]) =>
    fireEvent(canvas, new PointerEvent(type, { clientX, clientY, isPrimary: true, bubbles: true, cancelable: true }))
  for (const corner of [
    [100, 100],
    [300, 100],
    [300, 300],
  ] as const)
    for (const type of ['pointermove', 'pointerdown', 'pointerup']) at(type, corner)
  press('Enter')
  expect(sizes(drawn)).toEqual([[200, 200]])
})
