import { expect, it } from 'vitest'
import { drawnSources } from '@/domain/sources/view/drawn-sources'
import { textColumn } from '@/domain/table/build-column'
import { paletteOf } from '@/layers/palette'
import { sourceLayers } from '@/layers/source-layers'
import { KINDS } from '../../fixtures/kinds'

const NOTHING = { type: 'FeatureCollection' as const, features: [] }

it('draws no source of a kind unknown to the page, because the worker may be at a newer package for a moment', () => {
  const numbers = (...values: number[]) => Float64Array.from(values)
  const sources = drawnSources(
    {
      xs: Float32Array.of(0.1, 0.5),
      ys: Float32Array.of(0.1, 0.5),
      lons: numbers(1, 2),
      lats: numbers(1, 2),
      sources: { length: 2, columns: { kind: textColumn(['boiler', 'stockpile']) } },
      sameCode: new Map(),
      mask: Uint8Array.of(1, 1),
      status: Uint8Array.of(0, 0),
      rank: Uint32Array.of(0, 1),
      painted: null,
      density: { form: 'auto', of: 'count' },
    },
    { west: 0, north: 0, east: 1, south: 1 },
    12,
  )
  const layers = sourceLayers({
    sources,
    selected: null,
    zoom: 12,
    window: { west: 0, north: 0, east: 1, south: 1 },
    names: {
      counties: NOTHING,
      countyAreas: new Map(),
      points: NOTHING,
      places: NOTHING,
      rivers: [],
      lines: [],
    },
    drops: false,
    opacity: 1,
    atlas: { image: null as never, mapping: {} },
    kinds: KINDS,
    look: null,
    palette: paletteOf('light'),
  })
  const symbols = layers.find(({ id }) => id === 'source-symbols')!.props as unknown as {
    data: { kind: string }[]
    getIcon(drawn: unknown): string
  }
  expect(symbols.data.map(({ kind }) => kind)).toEqual(['stockpile'])
  for (const drawn of symbols.data) expect(symbols.getIcon(drawn)).toContain('fine')
})
