import type { Feature, Geometry, Polygon } from 'geojson'
import type { River } from '@/domain/city/city-facts'
import type { OutlineFeature } from '@/domain/city/outline-columns'
import { findReading, type OutlineFinding } from '@/domain/city/outline-reading'
import { type Surface, surfaceRings } from '@/domain/geodesy/area-index'
import { joinSurfaces } from '@/domain/geodesy/join-surfaces'
import type { Position } from '@/domain/geodesy/position'
import type { Problem, ProblemCode, Result } from '@/domain/problem'
import { readText } from './encoding'
import {
  type FeaturesRead,
  parseGeojson,
  parseMarkup,
  parseShapefile,
  propertyText,
  RECORD_SEPARATOR,
} from './features-file'
import { problemOf, TooLargeError } from './file-errors'
import { kindOfName } from './held-file'
import { Archive } from './zip'

/** County outlines in a file, in the file's own coordinates, with what was found out about these. */
export interface OutlinesRead extends OutlineFinding {
  /** Names of the files. */
  readonly file: string
  readonly features: readonly OutlineFeature[]
  /** Coordinate system stated by the file; empty if none. */
  readonly stated: string
}

/** Rivers in a file, in the file's own coordinates. */
export interface RiversRead extends OutlineFinding {
  readonly file: string
  readonly rivers: readonly River[]
  readonly stated: string
}

/** Outlines of a city in more detail than anybody can see take some ten megabytes. */
const MAX_BYTES = 128 << 20
const PARTS_OF_SHAPEFILE = /\.(shp|dbf|prj|cpg|shx|sbn|sbx|shp\.xml|qmd|qix)$/i

/** A file that cannot provide outlines, with the reason. */
class NotOutlines extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

const refuse = (code: ProblemCode, file: string, said: Partial<Problem> = {}) =>
  new NotOutlines({ code, file, ...said })

/** Reads features from files, or returns the problem; `take` extracts the wanted items of a feature. */
async function readFiles<T>(
  files: readonly File[],
  take: (feature: Feature<Geometry | null>) => T[],
): Promise<Result<{ readonly file: string; readonly stated: string; readonly found: readonly T[] }>> {
  const file = files.map(({ name }) => name).join('、')
  try {
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    if (bytes > MAX_BYTES) throw new TooLargeError(bytes)
    if (bytes === 0) throw refuse('file-empty', file)
    const reads = await readAll(files)
    const stated = new Set(reads.map(({ crs }) => crs))
    const found = reads.flatMap(({ features }) => features.flatMap(take))
    return { value: { file, found, stated: stated.size === 1 ? [...stated][0]! : '' }, problems: [] }
  } catch (error) {
    return { value: null, problems: [error instanceof NotOutlines ? error.problem : problemOf(error, file)] }
  }
}

/**
 * Reads outlines from GeoJSON, KML, KMZ or a Shapefile, zipped or as separate files. Several files of one kind are
 * combined. Null with the problem if there are none.
 */
export async function readOutlines(files: readonly File[]): Promise<Result<OutlinesRead>> {
  const { value, problems } = await readFiles(files, outlineOf)
  if (value === null) return { value, problems }
  const { file, stated, found: features } = value
  if (features.length === 0) return { value: null, problems: [{ code: 'outlines-none', file }] }
  const positions = features.flatMap(({ outline }) => surfaceRings(outline).flat())
  return { value: { file, features, stated, ...findReading(positions, stated) }, problems: [] }
}

/** Reads rivers from the same kinds of files; null with the problem if there are no lines. */
export async function readRivers(files: readonly File[]): Promise<Result<RiversRead>> {
  const { value, problems } = await readFiles(files, riverOf)
  if (value === null) return { value, problems }
  const { file, stated, found: rivers } = value
  if (rivers.length === 0) return { value: null, problems: [{ code: 'rivers-none', file }] }
  const positions = rivers.flatMap(({ line }) => line.coordinates.flat() as unknown as Position[])
  return { value: { file, rivers, stated, ...findReading(positions, stated) }, problems: [] }
}

async function readAll(files: readonly File[]): Promise<FeaturesRead[]> {
  const parts = files.filter(({ name }) => PARTS_OF_SHAPEFILE.test(name))
  const others = files.filter((each) => !parts.includes(each))
  const held = await Promise.all(
    parts.map(async (part) => [part.name, new Uint8Array(await part.arrayBuffer())] as const),
  )
  const reads = parts.length > 0 ? await shapefile(new Map(held), parts[0]!.name) : []
  for (const other of others) reads.push(...(await readOne(other)))
  return reads
}

async function readOne(file: File): Promise<FeaturesRead[]> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  if (head[0] === 0x50 && head[1] === 0x4b) return archive(file)
  const text = (await readText(file)).trimStart()
  if (['[', '{', RECORD_SEPARATOR].includes(text.charAt(0))) return [geojson(text, file.name)]
  if (/^<(?:\?xml|kml)/i.test(text) && /<kml\b/i.test(text)) return [await parseMarkup(text, 'kml')]
  throw refuse('outlines-kind', file.name, { seen: kindOfName(file.name) })
}

function geojson(text: string, file: string): FeaturesRead {
  try {
    return parseGeojson(text)
  } catch {
    throw refuse('file-unreadable', file, { expected: 'GeoJSON' })
  }
}

async function archive(file: File): Promise<FeaturesRead[]> {
  const archive = await Archive.open(file)
  const { names } = archive
  if (names.some((name) => /\.shp$/i.test(name)))
    return shapefile(await archive.read((name) => PARTS_OF_SHAPEFILE.test(name)), file.name)
  const wanted = names.filter((name) => /\.(kml|geojson|json)$/i.test(name))
  const members = await archive.read((name) => wanted.includes(name))
  if (members.size === 0) throw refuse('outlines-kind', file.name, { seen: kindOfName(file.name) })
  const reads: FeaturesRead[] = []
  for (const [name, bytes] of members) reads.push(...(await readOne(new File([bytes], name))))
  return reads
}

async function shapefile(files: ReadonlyMap<string, Uint8Array>, file: string): Promise<FeaturesRead[]> {
  const has = (ending: RegExp) => [...files.keys()].some((name) => ending.test(name))
  for (const [ending, name] of [[/\.shp$/i, '.shp'] as const, [/\.dbf$/i, '.dbf'] as const])
    if (!has(ending)) throw refuse('outlines-part', file, { expected: name })
  return (await parseShapefile(files)).map(({ read }) => read)
}

const isPolygon = (geometry: Geometry): geometry is Polygon | (Geometry & Surface) =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** Whether every ring has at least three corners, all numeric. */
const isSound = (surface: Surface) =>
  (surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates).every(
    (rings) =>
      Array.isArray(rings) &&
      rings.length > 0 &&
      rings.every(
        (ring) =>
          Array.isArray(ring) &&
          ring.length > 2 &&
          ring.every((at) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1])),
      ),
  )

const surfacesOf = (geometry: Geometry): Surface[] =>
  geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(surfacesOf)
    : isPolygon(geometry) && isSound(geometry)
      ? [geometry]
      : []

/** The outline of a feature; lines and points (such as labels in a KML) are ignored. */
function outlineOf({ geometry, properties, id }: Feature<Geometry | null>): OutlineFeature[] {
  const surfaces = geometry ? surfacesOf(geometry) : []
  if (surfaces.length === 0) return []
  const said = { ...(id === undefined ? {} : { id }), ...properties }
  const texts = Object.entries(said).map(([name, value]) => [name, propertyText(value).trim()] as const)
  return [{ properties: Object.fromEntries(texts.filter(([, text]) => text !== '')), outline: joinSurfaces(surfaces) }]
}

const isLine = (line: unknown): line is number[][] =>
  Array.isArray(line) &&
  line.length > 1 &&
  line.every((at) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]))

const linesOf = (geometry: Geometry): number[][][] =>
  geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(linesOf)
    : geometry.type === 'LineString'
      ? [geometry.coordinates].filter(isLine)
      : geometry.type === 'MultiLineString' && Array.isArray(geometry.coordinates)
        ? geometry.coordinates.filter(isLine)
        : []

const RIVER_NAMES = ['名称', '河流名称', '河名', 'name', 'NAME', 'Name']

/** The lines of a feature with the name of their river. */
function riverOf({ geometry, properties }: Feature<Geometry | null>): River[] {
  const coordinates = geometry ? linesOf(geometry) : []
  if (coordinates.length === 0) return []
  const heading = RIVER_NAMES.find((each) => propertyText(properties?.[each]) !== '')
  return [
    { name: heading ? propertyText(properties?.[heading]).trim() : '', line: { type: 'MultiLineString', coordinates } },
  ]
}
