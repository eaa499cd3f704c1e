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

/** The first corners of all outlines that were read. */
async function read(...files: File[]) {
  const { value, problems } = await readOutlines(files)
  if (!value) throw new Error(JSON.stringify(problems))
  return value
}
const nearTo = (position: readonly number[]) => position.map((each) => expect.closeTo(each, 6))
/** The westernmost corner of the first county, whichever corner a file begins with. */
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
  it('come from GeoJSON, which does not say its datum', async () => {
    const found = await read(file('轮廓.geojson', degrees))
    expect(found).toMatchObject({ file: '轮廓.geojson', numbers: 'degrees', reading: null, stated: '' })
    expect(found.features).toHaveLength(27)
    expect(found.features[0]!.properties).toEqual({ 行政区代码: '990101', 县名: first!.name, 省: '示例省' })
  })

  it.each(['EPSG:4490', 'urn:ogc:def:crs:EPSG::4490'])(
    'of a datum that GeoJSON says are read by it: %s',
    async (name) => {
      const crs = { type: 'name', properties: { name } }
      const found = await read(file('a.json', JSON.stringify({ ...outlinesOf(city), crs })))
      expect(found.reading).toEqual({ unit: 'degrees', datum: 'cgcs2000' })
    },
  )

  it.each([39, 40])(
    'come from the parts of a Shapefile in GBK, brought to degrees by its .prj of zone %i',
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

  it('come from a zipped Shapefile without .prj as its metres, with the zone that the eastings tell', async () => {
    const { shp, dbf } = shapefileOf(outlinesOf(city, { number: 40, prefixed: true }))
    const found = await read(file('县.zip', new Uint8Array(zipSync({ '县/县.shp': shp, '县/县.dbf': dbf }))))
    expect(found).toMatchObject({
      numbers: 'metres-prefixed',
      reading: { unit: 'metres', zone: { number: 40, prefixed: true } },
    })
  })

  it('come from KML and KMZ, whose points and lines are none', async () => {
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

  it('of several files count as one', async () => {
    const part = (place: number) =>
      JSON.stringify({ ...outlinesOf(city), features: [outlinesOf(city).features[place]] })
    const found = await read(file('a.json', part(0)), file('b.json', part(1)))
    expect(found.features).toHaveLength(2)
  })

  it('keep a ring that is open, to be closed and said', async () => {
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
  ] as const)('of a file that has none: %s', async (name, content, code) => {
    expect(await readOutlines([file(name, content)])).toMatchObject({ value: null, problems: [{ code, file: name }] })
  })
})

describe('rivers', () => {
  const river = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry })
  const line = [
    [40_400_000, 3_400_000],
    [40_401_000, 3_400_500],
  ]

  it('are the lines of a file with their names, in its own numbers until they are placed', async () => {
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
    // By EPSG:4528 (zone 40, central meridian 120° E).
    expect(placed.line.coordinates[0]![0]).toEqual([expect.closeTo(118.953, 2), expect.closeTo(30.72, 1)])
  })

  it('of a file without lines are none', async () => {
    expect((await readRivers([file('a.json', degrees)])).problems).toEqual([{ code: 'rivers-none', file: 'a.json' }])
  })
})
