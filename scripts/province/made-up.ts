import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { addMonths, type Month } from '@/domain/calendar'
import { PROVINCE_FILE } from '@/io/province/province-file'
import { Random } from '../data/random'

/** Size of a made-up province. */
export interface MadeUpProvince {
  readonly cities: number
  /** Per city. */
  readonly counties: number
  readonly months: number
  /** Per city. */
  readonly sources: number
  readonly seed: number
}

type Cells = Record<string, string>
interface Resource {
  readonly name: string
  readonly path: string
  readonly chentu: { role: string; class: string }
}

const DATA = 'data'
const LAST: Month = '2022-10'
/** Dustfall limits in t/(km²·30d); they differ between neighbours, as in real plans. */
const LIMITS = [7, 8, 9]
/**
 * Months by which the last city but one is behind, if there are at least `SOME_CITIES`; the last city is listed but
 * missing.
 */
const BEHIND = 2
const SOME_CITIES = 4
const [WEST, SOUTH, WIDE, HIGH] = [104, 31, 0.9, 0.75]
const CHUNK_ROWS = 20_000
/** Vertices per side of a county of usual width. */
const SIDE = 12

const textOf = (file: string) => readFileSync(join(DATA, file), 'utf8')
const csv = (rows: readonly Cells[], header = true) => `${Papa.unparse([...rows], { newline: '\n', header })}\n`

/** Tables of the default package whose rows serve as patterns: those of kinds with a position and a county. */
function patterns(resources: readonly Resource[]) {
  return resources.flatMap((resource) => {
    if (!resource.path.endsWith('.csv')) return []
    const { data, meta } = Papa.parse<Cells>(textOf(resource.path).trim(), { header: true })
    const code = meta.fields?.[0]
    if (code !== '编号' || !data[0] || !('经度' in data[0] && '区县' in data[0] && '名称' in data[0])) return []
    return [{ resource, rows: data }]
  })
}

/**
 * Writes a province of made-up cities, all marked as such: `province.json` and a package for each city. Kinds, rules
 * and plan are those of the default package; rows of sources follow its made-up ones. The same arguments give the same
 * bytes.
 */
export function writeMadeUpProvince(out: string, size: MadeUpProvince): void {
  const columns = Math.ceil(Math.sqrt(size.cities * 1.3))
  const names = Array.from({ length: size.cities }, (_, i) => String(i + 1).padStart(3, '0'))
  mkdirSync(out, { recursive: true })
  const cities = names.map((name) => ({
    path: `city-${name}`,
    name: { zh: `示例市${name}`, en: `Sample City ${name}` },
  }))
  writeFileSync(
    join(out, PROVINCE_FILE),
    `${JSON.stringify({ name: { zh: '示例省', en: 'Sample Province' }, cities }, null, 2)}\n`,
  )
  const descriptor = JSON.parse(textOf('datapackage.json')) as {
    resources: Resource[]
    chentu: Record<string, unknown>
  }
  const tables = patterns(descriptor.resources)
  names.forEach((name, city) => {
    if (city === size.cities - 1 && size.cities >= SOME_CITIES) return
    const behind = city === size.cities - 2 && size.cities >= SOME_CITIES ? BEHIND : 0
    const place: [number, number] = [city % columns, Math.floor(city / columns)]
    writeCity(
      join(out, `city-${name}`),
      { name, place, behind, limit: LIMITS[city % LIMITS.length]! },
      size,
      descriptor,
      tables,
    )
  })
}

interface City {
  readonly name: string
  readonly place: readonly [column: number, row: number]
  readonly behind: number
  readonly limit: number
}

function writeCity(
  folder: string,
  { name, place, behind, limit }: City,
  size: MadeUpProvince,
  descriptor: { readonly resources: readonly Resource[]; readonly chentu: Record<string, unknown> },
  tables: ReturnType<typeof patterns>,
): void {
  mkdirSync(folder, { recursive: true })
  const random = new Random(size.seed * 7919 + Number(name))
  const across = Math.ceil(Math.sqrt(size.counties))
  const rows = Math.ceil(size.counties / across)
  const counties = Array.from({ length: size.counties }, (_, i) => {
    const number = String(i + 1).padStart(2, '0')
    const [row, column] = [Math.floor(i / across), i % across]
    // The last county takes the rest of its row.
    const until = i === size.counties - 1 ? across : column + 1
    const [x, y] = place
    const box: Box = [x + column / across, y + row / rows, x + until / across, y + (row + 1) / rows]
    return { code: `${name}${number}`, name: `示例县${name}-${number}`, en: `Sample County ${name}-${number}`, box }
  })
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  write(
    'counties.csv',
    csv(
      counties.map(({ code, name, en }) => ({
        ...{ 代码: code, 名称: name, 英文名: en, 别名: '', 参加排名: '是', 主城区: '否', 类型: '县' },
      })),
    ),
  )
  const features = counties.map(({ code, name, box }) => ({
    ...{ type: 'Feature', id: code, properties: { 代码: code, 名称: name } },
    geometry: { type: 'Polygon', coordinates: [outlineOf(box, across * SIDE)] },
  }))
  write('county-outlines.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  const points = counties.flatMap((county) =>
    [1, 2].map((n) => ({ code: `JC-${county.code}-${n}`, county, at: placeIn(county.box as Box, random) })),
  )
  write(
    'dustfall-points.csv',
    csv(
      points.map(({ code, county, at: [lon, lat] }) => ({
        ...{ 代码: code, 名称: code, 区县: county.name, 经度: lon.toFixed(6), 纬度: lat.toFixed(6) },
      })),
    ),
  )
  const last = addMonths(LAST, -behind)
  const months = Array.from({ length: size.months }, (_, i) => addMonths(last, i - size.months + 1))
  write(
    'dustfall-samples.csv',
    csv(
      months.flatMap((month) =>
        points.map(({ code }) => ({
          ...{ 点位编号: code, 月份: month, 降尘量: (limit * (0.35 + random.next())).toFixed(1) },
          ...(random.chance(0.02) ? { 有效: '否', 原因: '集尘缸破损' } : { 有效: '是', 原因: '' }),
        })),
      ),
    ),
  )
  const kept = ['kinds', 'rules', 'clauses', 'counties', 'county-outlines', 'dustfall-points', 'dustfall-samples']
  const share = size.sources / tables.length
  const used = size.sources === 0 ? [] : tables
  used.forEach(({ resource, rows: pattern }, table) => {
    const count = Math.floor(share * (table + 1)) - Math.floor(share * table)
    for (let from = 0; from < count; from += CHUNK_ROWS) {
      const chunk = Array.from({ length: Math.min(CHUNK_ROWS, count - from) }, (_, i): Cells => {
        const county = random.pick(counties)
        const [lon, lat] = crowded(county.box as Box, random)
        const number = from + i + 1
        return {
          ...random.pick(pattern),
          ...{ 编号: `${name}-${table}-${number}`, 名称: `示例${name}-${table}-${number}`, 区县: county.name },
          ...{ 经度: lon.toFixed(6), 纬度: lat.toFixed(6) },
        }
      })
      const text = csv(chunk, from === 0)
      if (from === 0) write(resource.path, text)
      else appendFileSync(join(folder, resource.path), text)
    }
  })
  const roles = new Set(kept)
  const paths = new Set(used.map(({ resource }) => resource.path))
  const resources = descriptor.resources
    .filter((each) => (roles.has(each.chentu.role) || paths.has(each.path)) && each.chentu.role !== 'warning-measures')
    .map((each) => ({ ...each, chentu: { ...each.chentu, class: 'illustrative' } }))
  for (const { path } of resources) if (/^(kinds|rules|clauses).*\.json$/.test(path)) write(path, textOf(path))
  const { meeting, basemap, rounds, ...settings } = descriptor.chentu
  const { dustfall } = settings as { dustfall: object }
  write(
    'datapackage.json',
    `${JSON.stringify({
      ...{ ...descriptor, name: `sample-${name}`, title: `示例市${name}`, version: `1.${behind}.0` },
      chentu: {
        ...settings,
        city: { code: name, zh: `示例市${name}`, en: `Sample City ${name}` },
        records: `sample-${name}`,
        centre: degrees(place[0] + 0.5, place[1] + 0.5),
        dustfall: { ...dustfall, limit },
      },
      resources,
    })}\n`,
  )
}

type Box = readonly [west: number, south: number, east: number, north: number]

/** Converts city units to degrees. */
const degrees = (x: number, y: number): [number, number] => [WEST + x * WIDE, SOUTH + y * HIGH]

/** Shifts a vertex depending on its position only, so that neighbours shift a shared vertex alike. */
function shifted(x: number, y: number): [number, number] {
  const wave = (phase: number) => Math.sin(x * 23.7 + y * 31.3 + phase) * Math.sin(x * 71.9 - y * 57.1 + phase)
  const [lon, lat] = degrees(x + wave(0) * 0.006, y + wave(2) * 0.006)
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))]
}

/**
 * The outline of a box; `inCity` is the number of vertices on a city's side, so that neighbours of any width share
 * their vertices.
 */
function outlineOf([west, south, east, north]: Box, inCity: number): [number, number][] {
  const side = (length: number, of: (part: number) => [number, number]) => {
    const count = Math.round(length * inCity)
    return Array.from({ length: count }, (_, i) => of(i / count))
  }
  const [width, height] = [east - west, north - south]
  const ring = [
    ...side(width, (part) => shifted(west + width * part, south)),
    ...side(height, (part) => shifted(east, south + height * part)),
    ...side(width, (part) => shifted(east - width * part, north)),
    ...side(height, (part) => shifted(west, north - height * part)),
  ]
  return [...ring, ring[0]!]
}

const placeIn = ([west, south, east, north]: Box, random: Random): [number, number] =>
  degrees(west + (0.2 + random.next() * 0.6) * (east - west), south + (0.2 + random.next() * 0.6) * (north - south))

/** A position mostly near the middle of the county, as around a town. */
function crowded([west, south, east, north]: Box, random: Random): [number, number] {
  const about = (from: number, to: number) => {
    const part = 0.5 + random.normal() * 0.13
    return from + Math.min(0.92, Math.max(0.08, part)) * (to - from)
  }
  return degrees(about(west, east), about(south, north))
}
