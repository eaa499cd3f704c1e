import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { canvasStyle } from '@/map/canvas/canvas-style'
import { styleRuns } from '@/map/canvas/style-runs'

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] }
const styled = (...layers: LayerSpecification[]): StyleSpecification => ({
  version: 8,
  sources: {
    shapes: { type: 'geojson', data: EMPTY },
    others: { type: 'geojson', data: EMPTY },
    tiles: { type: 'vector', tiles: ['own://{z}/{x}/{y}'] },
    pictures: { type: 'raster', tiles: ['own://{z}/{x}/{y}'] },
  },
  layers,
})

describe('a style for the canvas', () => {
  it('replaces each fill pattern by a unique colour', () => {
    const { style, patterns } = canvasStyle(
      styled(
        { id: 'a', type: 'fill', source: 'shapes', paint: { 'fill-pattern': 'hatch', 'fill-opacity': 0.5 } },
        { id: 'b', type: 'line', source: 'shapes', paint: { 'line-pattern': 'edge', 'line-width': 6 } },
      ),
    )
    const [fill, line] = style.layers.map(({ paint }) => paint as Record<string, unknown>)
    expect(fill).toEqual({ 'fill-color': 'rgb(1,254,0)', 'fill-opacity': 0.5 })
    expect(line).toEqual({ 'line-color': 'rgb(1,254,1)', 'line-width': 6 })
    expect([...patterns]).toEqual([
      ['1,254,0', 'hatch'],
      ['1,254,1', 'edge'],
    ])
  })

  it('imitates the blur of a line by narrower lines within it, with the same opacity in the middle', () => {
    const { style } = canvasStyle(
      styled({
        id: 'a',
        type: 'line',
        source: 'shapes',
        paint: { 'line-width': 12, 'line-blur': 6, 'line-opacity': 0.6 },
      }),
    )
    expect(new Set(style.layers.map(({ id }) => id)).size).toBe(style.layers.length)
    const paints = style.layers.map(({ paint }) => paint as Record<string, unknown>)
    expect(paints.map((paint) => paint['line-width'])).toEqual([10.5, 7.5, 4.5, 1.5])
    expect(paints.map((paint) => paint['line-opacity'])).toEqual(Array(4).fill(0.15))
    expect(paints.some((paint) => 'line-blur' in paint)).toBe(false)
  })

  it('divides the opacity at each zoom', () => {
    const opacity: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 0, 12, 0.8]
    const { style } = canvasStyle(
      styled({
        id: 'a',
        type: 'line',
        source: 'shapes',
        paint: { 'line-width': 12, 'line-blur': 6, 'line-opacity': opacity },
      }),
    )
    for (const { paint } of style.layers)
      expect((paint as Record<string, unknown>)['line-opacity']).toEqual([
        'interpolate',
        ['linear'],
        ['zoom'],
        10,
        0,
        12,
        0.2,
      ])
  })

  it('leaves the heat map to its own layer, and other layers unchanged', () => {
    const river: LayerSpecification = { id: 'river', type: 'line', source: 'shapes', paint: { 'line-width': 2 } }
    const { style } = canvasStyle(styled({ id: 'heat', type: 'heatmap', source: 'shapes' }, river))
    expect(style.layers).toEqual([river])
  })
})

it('draws adjacent layers of shapes together, and those above and below a base map separately', () => {
  const layer = (id: string, type: 'fill' | 'raster', source: string) => ({ id, type, source }) as LayerSpecification
  const runs = styleRuns(
    styled(
      { id: 'ground', type: 'background' },
      layer('a', 'fill', 'shapes'),
      layer('b', 'fill', 'others'),
      layer('c', 'raster', 'pictures'),
      layer('d', 'fill', 'tiles'),
      layer('e', 'fill', 'tiles'),
      layer('f', 'fill', 'shapes'),
    ),
  )
  expect(runs.map(({ type, layers }) => [type, layers.map(({ id }) => id).join('')])).toEqual([
    ['shapes', 'ab'],
    ['raster', 'c'],
    ['vector', 'de'],
    ['shapes', 'f'],
  ])
})
