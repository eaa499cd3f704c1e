import { VectorTile } from '@mapbox/vector-tile'
import {
  createExpression,
  featureFilter,
  type LayerSpecification,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { osm } from '@versatiles/style'
import { omt } from '@versatiles/style/omt'
import { protomaps } from '@versatiles/style/protomaps'
import { converter, wcagContrast } from 'culori'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { mercator } from '@/domain/geodesy/mercator'
import { BlobSource } from '@/io/basemap/folder-source'
import { openArchive } from '@/io/basemap/open-archive'
import { schemaOf, TILE_SCHEMAS, type TileSchema } from '@/io/basemap/tile-schema'
import { basemapStyle } from '@/layers/basemap-layers'
import { type PaletteName, paletteOf } from '@/layers/palette'
import { quietColours } from '@/layers/quiet-map/colours'
import { SCHEMA_PARTS } from '@/layers/quiet-map/quiet-layers'
import { madeUpTown } from '../../fixtures/made-up-town'
import { tileArchive } from '../../fixtures/tile-archive'

const CENTRE = [108.71, 34.33] as const
const THEMES = ['light', 'dark', 'print'] as const

function styleOf(schema: TileSchema, theme: PaletteName = 'light', language = 'zh-CN', taken: string[] = []) {
  const basemap = {
    id: 'package',
    name: '底图',
    kind: 'pmtiles' as const,
    url: null,
    layers: '',
    datum: 'wgs84' as const,
    attribution: '<b>OSM & 某某</b>',
    on: true,
    opacity: 0.8,
  }
  const source = {
    tiles: ['chentu-map://0/{z}/{x}/{y}'],
    minzoom: 0,
    maxzoom: 14,
    bounds: [108, 34, 109, 35] as [number, number, number, number],
  }
  return basemapStyle({ basemap, content: { type: 'vector', source, layers: [], schema } }, paletteOf(theme), {
    language,
    taken,
    leastPixels: 0,
  })
}

/** Tile layers that the styles of other projects read, for the same schema. */
const OTHERS: Readonly<Record<TileSchema, { layers: unknown[] }>> = {
  protomaps: protomaps({ urls: { protomaps: 'pmtiles://x.pmtiles' } }),
  openmaptiles: omt(),
  shortbread: osm(),
}
const othersLayers = (schema: TileSchema) =>
  new Set(OTHERS[schema].layers.map((layer) => (layer as { 'source-layer'?: string })['source-layer']))

describe('the quiet map', () => {
  it.each(TILE_SCHEMAS.flatMap((schema) => THEMES.map((theme) => [schema, theme] as const)))(
    'of %s in %s is a valid MapLibre style that needs no glyphs or sprite',
    (schema, theme) => {
      const { source, ground, names } = styleOf(schema, theme)
      const layers = [...ground, ...names]
      const style = { version: 8 as const, sources: { [source[0]]: source[1] }, layers }
      // The validator requires glyphs for texts; MapLibre draws them itself without.
      const faults = validateStyleMin(style as never).filter(({ message }) => !/glyphs/.test(message))
      expect(faults).toEqual([])
      expect(JSON.stringify(layers)).not.toMatch(/icon-image|pattern|https?:/)
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length)
    },
  )

  it('has its attribution as plain text', () => {
    expect(styleOf('protomaps').source[1]).toMatchObject({ attribution: '&lt;b>OSM &amp; 某某&lt;/b>' })
  })

  it.each(TILE_SCHEMAS)('of %s reads only layers that another project’s style reads too', (schema) => {
    const ours = new Set(
      Object.values(SCHEMA_PARTS[schema])
        .flatMap((parts) => (Array.isArray(parts) ? parts : Object.values(parts).flat()))
        .map((part: { layer: string }) => part.layer),
    )
    const others = othersLayers(schema)
    // In their documentation but not in that style: `park` of openmaptiles.org/schema, and the river names of
    // Shortbread.
    const beyond = [...ours].filter((layer) => !others.has(layer) && !['park', 'water_lines_labels'].includes(layer))
    expect(beyond).toEqual([])
    expect(schemaOf([...others].filter((layer) => layer !== undefined))).toBe(schema)
  })

  it.each(TILE_SCHEMAS)('of %s draws every feature of the town in its tiles', async (schema) => {
    const bounds = [108.6, 34.2, 108.8, 34.4] as const
    const file = tileArchive({ town: madeUpTown(CENTRE), schema, bounds, minZoom: 12, maxZoom: 14 })
    const { archive } = await openArchive(new BlobSource(file, schema))
    const drawn = new Set<string>()
    const { ground, names } = styleOf(schema)
    const [x0, y0] = mercator(bounds[0], bounds[3]).map((part) => Math.floor(part * 2 ** 14)) as [number, number]
    for (let x = x0; x < x0 + 10; x++) {
      for (let y = y0; y < y0 + 12; y++) {
        const tile = await archive.getZxy(14, x, y)
        if (!tile) continue
        const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile.data)))
        for (const layer of [...ground, ...names])
          if (draws(layer, layers)) drawn.add(layer.id.replace('basemap-package-', ''))
      }
    }
    for (const part of [
      'green',
      'water',
      'river',
      'building',
      'railway',
      'motorway',
      'trunk',
      'primary',
      'secondary',
      'tertiary',
      'minor',
      'service',
      'path',
    ])
      expect(
        [...drawn].some((id) => id.replace(/\d$/, '') === part),
        part,
      ).toBe(true)
    for (const name of ['river', 'lake', 'city', 'suburb', 'village', 'motorway', 'trunk', 'primary', 'minor'])
      expect(drawn.has(`${name}-name`), name).toBe(true)
  })

  it('has names in the page’s language, numbers for roads without a name, and no county name twice', () => {
    const textOf = (language: string, properties: Record<string, string>, id = 'primary') => {
      const layer = styleOf('protomaps', 'light', language).names.find(
        (each) => each.id === `basemap-package-${id}-name`,
      )!
      const field = (layer.layout as Record<string, unknown>)['text-field']
      const made = createExpression(field, 'text-field')
      if (made.result === 'error') throw new Error(String(made.value))
      return made.value.evaluate({ zoom: 14 }, { type: 2, properties })
    }
    const both = { name: 'Renmin', 'name:zh-Hans': '人民路', 'name:en': 'People’s Road' }
    expect(textOf('zh-CN', both)).toBe('人民路')
    expect(textOf('en', both)).toBe('People’s Road')
    expect(textOf('en', { name: '人民路', name_en: 'Renmin Lu' })).toBe('Renmin Lu')
    expect(textOf('zh-CN', { ref: 'G312' })).toBe('G312')

    const { names } = styleOf('openmaptiles', 'light', 'zh-CN', ['秦都区'])
    const suburbs = names.find(({ id }) => id === 'basemap-package-suburb-name')!
    const passes = (name: string) => filterOf(suburbs)({ zoom: 12 }, { type: 1, properties: { class: 'suburb', name } })
    expect([passes('秦都区'), passes('新试区')]).toEqual([false, true])
  })

  it.each(THEMES)('is subdued in %s: close to its ground, with legible texts', (theme) => {
    const palette = paletteOf(theme)
    const colours = quietColours(palette)
    const lab = converter('lab')
    const [ground, ...others] = [palette.land, colours.green, colours.water, colours.building, colours.road].map(
      (colour) => lab(colour)!,
    )
    for (const other of others) expect(Math.abs(other.l - ground!.l)).toBeLessThan(22)
    expect(wcagContrast(colours.text, palette.land)).toBeGreaterThan(4.5)
    expect(wcagContrast(colours.text, colours.water)).toBeGreaterThan(3)
    expect(wcagContrast(colours.waterText, palette.land)).toBeGreaterThan(4.5)
  })
})

const filterOf = (layer: LayerSpecification) =>
  featureFilter('filter' in layer ? layer.filter : undefined, 'filter').filter

/** Whether a layer of the style draws anything of a tile at zoom 14. */
function draws(layer: LayerSpecification, layers: VectorTile['layers']): boolean {
  const found = layers[('source-layer' in layer && layer['source-layer']) || '']
  if (!found) return false
  const test = filterOf(layer)
  for (let i = 0; i < found.length; i++) {
    const feature = found.feature(i)
    if (test({ zoom: 14 }, feature)) return true
  }
  return false
}
