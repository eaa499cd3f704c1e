import {
  createExpression,
  latest,
  type StylePropertySpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { COUNTY_FADE, countyColour, countyLayers, unrankedColour } from '@/layers/county-layers'
import { mixColours, paletteOf } from '@/layers/palette'

const palette = paletteOf('light')
const report = { dustfallLimit: 7, rows: [{ county: 'one', figure: { value: 2 } }] } as unknown as MonthReport
const basemap = { id: 'photo', type: 'raster', source: 'photo' } as const
const layersOf = (basemaps: readonly (typeof basemap)[] = [], opacity = 1) =>
  countyLayers({ report, shown: true, opacity, focused: null, palette, basemaps })
const ids = (layers: ReturnType<typeof layersOf>) => layers.map(({ id }) => id)

/** The colour that a layer gives a county at a zoom. */
function colourOf(layer: unknown, code: string, zoom: number): string {
  const paint = (layer as { paint: { 'fill-color': unknown } }).paint['fill-color']
  const made = createExpression(paint, 'fill-color', latest.paint_fill['fill-color'] as StylePropertySpecification)
  if (made.result === 'error') throw new Error(made.value[0]?.message)
  const { r, g, b } = made.value.evaluate({ zoom }, { type: 3, properties: { code } }) as Record<string, number>
  return `#${[r!, g!, b!]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

describe('the colours of a legend', () => {
  it('are those of the counties at each zoom and opacity', () => {
    for (const opacity of [1, 0.4])
      for (const zoom of [COUNTY_FADE.from - 2, COUNTY_FADE.from, 11.5, COUNTY_FADE.to, COUNTY_FADE.to + 1]) {
        const [ground] = layersOf([], opacity)
        const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
        for (const [drawn, said] of [
          [colourOf(ground, 'one', zoom), countyColour(palette.dustfall[0]!, palette, zoom, opacity)],
          [colourOf(ground, 'other', zoom), unrankedColour(palette, zoom)],
        ] as const)
          parts(drawn).forEach((part, i) => {
            // Each is rounded in other places.
            expect(Math.abs(part - parts(said)[i]!)).toBeLessThan(2)
          })
      }
  })
})

describe('the fill layers of the counties', () => {
  it('are one if nothing is between ground and dustfall, which halves the cost without a graphics card', () => {
    const layers = layersOf()
    expect(ids(layers)).not.toContain('county-dustfall')
    const [ground] = layers
    expect(colourOf(ground, 'one', COUNTY_FADE.from)).toBe(palette.dustfall[0]!.toLowerCase())
    expect(colourOf(ground, 'other', COUNTY_FADE.from)).toBe(palette.unranked.toLowerCase())
    expect(colourOf(ground, 'one', COUNTY_FADE.to)).toBe(
      mixColours(palette.dustfall[0]!, COUNTY_FADE.share, palette.land),
    )
    expect(colourOf(layersOf([], 0.5)[0], 'one', COUNTY_FADE.from)).toBe(
      mixColours(palette.dustfall[0]!, 0.5, palette.unranked),
    )
  })

  it('are two if a base map is between them', () => {
    const layers = layersOf([basemap])
    expect(ids(layers).slice(0, 3)).toEqual(['county-ground', 'photo', 'county-dustfall'])
    expect(colourOf(layers[0], 'one', COUNTY_FADE.from)).toBe(palette.unranked.toLowerCase())
  })

  it('are antialiased only where no casing is drawn on their edges', () => {
    for (const layer of [...layersOf(), ...layersOf([basemap])].filter(({ type }) => type === 'fill')) {
      const smooth = (layer.paint as Record<string, unknown>)['fill-antialias']
      const at = (zoom: number) => {
        const made = createExpression(smooth, 'fill-antialias')
        return made.result === 'success' && made.value.evaluate({ zoom })
      }
      expect(at(COUNTY_FADE.from), layer.id).toBe(false)
      const casing = layersOf().find(({ id }) => id === 'county-border-casing')
      if (layer.id !== 'county-over') expect(at(casing!.maxzoom!), layer.id).toBe(true)
    }
  })

  it('are a valid style for the map', () => {
    const sources = Object.fromEntries(
      ['counties', 'county-strips', 'borders'].map((name) => [
        name,
        { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } },
      ]),
    )
    const style = { version: 8 as const, sources, layers: layersOf(), sprite: 'https://example.org/sprite' }
    expect(validateStyleMin(style)).toEqual([])
  })
})
