import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { placeRiver } from '@/domain/city/place-outline'
import { surfaceRings } from '@/domain/geodesy/area-index'
import { readOutlines, readRivers } from '@/io/formats/outlines-file'
import { madeUpCity, outlinesOf } from '../../fixtures/new-city'
import { prjOfZone, shapefileOf } from '../../fixtures/shapefile'

const city = madeUpCity()
const [first] = city
const file = (name: string, content: BlobPart) => new File([content], name)
const degrees = JSON.stringify(outlinesOf(city))
const text = (value: string) => new TextEncoder().encode(value)

/** Reads the outlines of files. */
async function read(...files: File[]) {
  const { value, problems } = await readOutlines(files)
  if (!value) throw new Error(JSON.stringify(problems))
  return value
}
const nearTo = (position: readonly number[]) => position.map((each) => expect.closeTo(each, 6))
/** The westernmost corner of an outline, with whichever corner the file begins. */
const corners = (outline: Parameters<typeof surfaceRings>[0]) =>
  surfaceRings(outline)[0]!
    .map(([lon]) => lon)
    .sort()[0]
const west = first!.ring!.map(([lon]) => lon).sort()[0]!

const kml = (name: string, inner: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>${name}</name>${inner}</Placemark></Document></kml>`
const ring = first!.ring!.map(([lon, lat]) => `${lon},${lat},0`).join(' ')
const polygon = `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>`

describe('outlines of counties', () => {
  it('are read from GeoJSON, which does not state its datum', async () => {
    const found = await read(file('轮廓.geojson', degrees))
    expect(found).toMatchObject({ file: '轮廓.geojson', numbers: 'degrees', reading: null, stated: '' })
    expect(found.features).toHaveLength(27)
    expect(found.features[0]!.properties).toEqual({ 行政区代码: '990101', 县名: first!.name, 省: '示例省' })
  })

  it.each(['EPSG:4490', 'urn:ogc:def:crs:EPSG::4490'])(
    'are read in the datum that a GeoJSON file states: %s',
    async (name) => {
      const crs = { type: 'name', properties: { name } }
      const found = await read(file('a.json', JSON.stringify({ ...outlinesOf(city), crs })))
      expect(found.reading).toEqual({ unit: 'degrees', datum: 'cgcs2000' })
    },
  )

  it.each([39, 40])(
    'are read from the parts of a Shapefile in GBK and converted to degrees by its .prj of zone %i',
    async (number) => {
      for (const prefixed of [true, false]) {
        const { shp, dbf } = shapefileOf(outlinesOf(city, { number, prefixed }))
        const found = await read(file('县.shp', shp), file('县.dbf', dbf), file('县.prj', prjOfZone(number, prefixed)))
        expect(found).toMatchObject({ numbers: 'degrees', reading: { unit: 'degrees', datum: 'wgs84' } })
        expect(found.features.map(({ properties }) => properties.县名)).toEqual(
          city.flatMap(({ name, ring }) => (ring ? [name] : [])),
        )
        expect([corners(found.features[0]!.outline)]).toEqual(nearTo([west]))
      }
    },
  )

  it('are read from a zipped Shapefile without .prj in metres, with the zone that the eastings show', async () => {
    const { shp, dbf } = shapefileOf(outlinesOf(city, { number: 40, prefixed: true }))
    const found = await read(file('县.zip', new Uint8Array(zipSync({ '县/县.shp': shp, '县/县.dbf': dbf }))))
    expect(found).toMatchObject({
      numbers: 'metres-prefixed',
      reading: { unit: 'metres', zone: { number: 40, prefixed: true } },
    })
  })

  it('are read from KML and KMZ, ignoring points and lines', async () => {
    const plain = kml(
      first!.name,
      `<MultiGeometry><Point><coordinates>118,30</coordinates></Point>${polygon}</MultiGeometry>`,
    )
    const found = await read(file('a.kml', plain))
    expect(found).toMatchObject({ reading: { unit: 'degrees', datum: 'wgs84' } })
    expect(found.features.map(({ properties }) => properties.name)).toEqual([first!.name])
    const zipped = await read(file('a.kmz', new Uint8Array(zipSync({ 'doc.kml': text(plain) }))))
    expect(zipped.features).toEqual(found.features)
  })

  it('are combined from several files', async () => {
    const part = (place: number) =>
      JSON.stringify({ ...outlinesOf(city), features: [outlinesOf(city).features[place]] })
    const found = await read(file('a.json', part(0)), file('b.json', part(1)))
    expect(found.features).toHaveLength(2)
  })

  it('keep an open ring, which is closed and reported later', async () => {
    const collection = outlinesOf(city)
    collection.features[0]!.geometry.coordinates[0]!.pop()
    expect((await read(file('a.json', JSON.stringify(collection)))).features).toHaveLength(27)
  })

  it.each([
    ['points.geojson', '{"type":"Point","coordinates":[118,30]}', 'outlines-none'],
    ['road.kml', kml('x', '<LineString><coordinates>118,30 119,31</coordinates></LineString>'), 'outlines-none'],
    ['list.csv', '区县,代码\n示例县,990101\n', 'outlines-kind'],
    ['half.geojson', degrees.slice(0, 900), 'file-unreadable'],
    ['a.shp', shapefileOf(outlinesOf(city)).shp, 'outlines-part'],
    ['b.dbf', shapefileOf(outlinesOf(city)).dbf, 'outlines-part'],
    ['c.zip', new Uint8Array(zipSync({ 'readme.txt': text('x') })), 'outlines-kind'],
    ['d.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'file-unreadable'],
    ['e.json', '', 'file-empty'],
  ] as const)('are refused from a file without outlines: %s', async (name, content, code) => {
    expect(await readOutlines([file(name, content)])).toMatchObject({ value: null, problems: [{ code, file: name }] })
  })
})

describe('rivers', () => {
  const river = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry })
  const line = [
    [40_400_000, 3_400_000],
    [40_401_000, 3_400_500],
  ]

  it('are the lines of a file with their names, in its own coordinates until they are converted', async () => {
    const collection = {
      type: 'FeatureCollection',
      features: [
        river({ 河名: '示例河' }, { type: 'LineString', coordinates: line }),
        river({}, { type: 'MultiLineString', coordinates: [line, line] }),
        river({ name: '水库' }, { type: 'Point', coordinates: line[0] }),
      ],
    }
    const { value } = await readRivers([file('r.json', JSON.stringify(collection))])
    expect(value).toMatchObject({ file: 'r.json', numbers: 'metres-prefixed' })
    expect(value!.rivers.map(({ name, line }) => [name, line.coordinates.length])).toEqual([
      ['示例河', 1],
      ['', 2],
    ])
    const placed = placeRiver(value!.rivers[0]!, value!.reading!)
    // In EPSG:4528 (zone 40, central meridian 120° E).
    expect(placed.line.coordinates[0]![0]).toEqual([expect.closeTo(118.953, 2), expect.closeTo(30.72, 1)])
  })

  it('are none in a file without lines', async () => {
    expect((await readRivers([file('a.json', degrees)])).problems).toEqual([{ code: 'rivers-none', file: 'a.json' }])
  })
})
