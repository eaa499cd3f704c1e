import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { paletteOf } from '@/layers/palette'
import { provinceStyle } from '@/layers/province-style'
import { styleRuns } from '@/map/canvas/style-runs'
import { repaint } from '@/map/webgl/repaint'

const county = (place: number) => ({
  ...{ type: 'Feature' as const, id: place, properties: { place } },
  geometry: { type: 'Point' as const, coordinates: [place, 0] },
})
const outlines = { type: 'FeatureCollection' as const, features: [county(0), county(1)] }
const base = { palette: paletteOf('light'), outlines, classes: [0, 1, null], chosen: null }

/** A map that records its changes. */
function aMap(isLoaded = true) {
  const calls: unknown[][] = []
  const map = {
    isStyleLoaded: () => isLoaded,
    getSource: (id: string) => ({ setData: (data: unknown) => calls.push(['data', id, data]) }),
    setFilter: (...of: unknown[]) => calls.push(['filter', ...of]),
    setPaintProperty: (...of: unknown[]) => calls.push(['paint', ...of]),
  }
  return { map: map as unknown as MapLibreMap, calls }
}

it('only updates the outline when a county is selected', () => {
  const { map, calls } = aMap()
  expect(repaint(map, provinceStyle(base), provinceStyle({ ...base, chosen: 1 }))).toBe(true)
  expect(calls).toEqual([['data', 'chosen', { ...outlines, features: [outlines.features[1]] }]])
})

it('sets changed colours, and removes paint properties that a layer no longer has', () => {
  const before = provinceStyle(base)
  const { map, calls } = aMap()
  expect(repaint(map, before, provinceStyle({ ...base, classes: [1, 1, 0] }))).toBe(true)
  expect(calls.map(([what, layer, property]) => [what, layer, property])).toEqual([
    ['paint', 'province-counties', 'fill-color'],
  ])
  const bare = before.layers.map((layer) => ({ ...layer, paint: {} })) as StyleSpecification['layers']
  calls.splice(0)
  expect(repaint(map, before, { ...before, layers: bare })).toBe(true)
  expect(calls).toContainEqual(['paint', 'province-chosen', 'line-width', undefined])
})

it('sets a changed filter, and leaves equal outlines alone', () => {
  const before = provinceStyle(base)
  const filter = ['has', 'border'] as unknown as ['has', string]
  const layers = before.layers.map((layer) => (layer.id === 'province-borders' ? { ...layer, filter } : layer))
  const { map, calls } = aMap()
  const same = provinceStyle({ ...base, outlines: structuredClone(outlines) })
  expect(repaint(map, before, { ...same, layers: layers as StyleSpecification['layers'] })).toBe(true)
  expect(calls).toEqual([['filter', 'province-borders', filter]])
})

it('returns false for other sources or layers, and for a map that has not loaded', () => {
  const before = provinceStyle(base)
  const others: StyleSpecification[] = [
    { ...before, sources: { ...before.sources, more: before.sources.chosen! } },
    { ...before, sources: { ...before.sources, chosen: { type: 'geojson', data: outlines, tolerance: 0 } } },
    { ...before, layers: before.layers.slice(1) },
    { ...before, layers: [...before.layers].reverse() },
    { ...before, glyphs: 'glyphs/{fontstack}/{range}.pbf' },
  ]
  for (const next of others) {
    const { map, calls } = aMap()
    expect(repaint(map, before, next)).toBe(false)
    expect(calls).toEqual([])
  }
  expect(repaint(aMap(false).map, before, provinceStyle({ ...base, chosen: 1 }))).toBe(false)
})

it('draws parts that change on their own as a separate run on a canvas', () => {
  const runs = styleRuns(provinceStyle(base)).map(({ layers }) => layers.map(({ id }) => id))
  expect(runs).toEqual([['province-counties', 'province-borders', 'province-cities'], ['province-chosen']])
})
