import { readFileSync, writeFileSync } from 'node:fs'
import { booleanPointInPolygon, point, polygon } from '@turf/turf'
import type { FeatureCollection } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import { distanceMetres } from '@/domain/geodesy/distance'
import { nearbyEdgeDistance } from '@/domain/geodesy/edge-distance'
import { placeInRing, ringAround } from '@/domain/geodesy/ring'
import { indexRing, ringMembers } from '@/domain/geodesy/ring-members'
import { ringSurface } from '@/domain/geodesy/ring-polygon'
import { findAll } from '@/domain/rules/findings'
import type { Rule } from '@/domain/rules/rule'
import { readTable } from '@/domain/sources/reading/read-table'
import { readWholeCsv } from '@/io/formats/csv'
import { kindOf } from '../fixtures/kinds'
import { questionsOfMany } from './questions'
import { startUp } from './start'
import { ms, timed } from './timed'

const RADIUS = 25_000
const MILLION = 1_000_000
const lines: string[] = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}

function ringOfAMillion(): void {
  let seed = 12345
  const random = () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed / 4294967296
  }
  const lons = Float64Array.from({ length: MILLION }, () => 108.3 + random() * 0.8)
  const lats = Float64Array.from({ length: MILLION }, () => 34 + random() * 0.7)
  const centre = { type: 'Point' as const, coordinates: [108.7089, 34.3296] }
  const area = (JSON.parse(readFileSync('data/built-up-area.geojson', 'utf8')) as FeatureCollection).features[0]!
    .geometry as Surface
  const fast = timed(() => ringMembers(lons, lats, indexRing(ringAround(centre, RADIUS))))
  const outline = timed(() => ringMembers(lons, lats, indexRing(ringAround(area, RADIUS))))
  const karney = timed(() =>
    Uint8Array.from(lons, (lon, i) => (distanceMetres([108.7089, 34.3296], [lon, lats[i]!]) <= RADIUS ? 1 : 0)),
  )
  const shape = ringSurface(centre, RADIUS)
  const turfShape = polygon(shape.coordinates as number[][][])
  const turf = timed(() =>
    Uint8Array.from(lons, (lon, i) => (booleanPointInPolygon(point([lon, lats[i]!]), turfShape) ? 1 : 0)),
  )
  const everyEdge = timed(() => {
    const ring = ringAround(area, RADIUS)
    const count = ring.edges.length / 4
    return Uint8Array.from(lons, (lon, i) => {
      const lat = lats[i]!
      let least = Number.POSITIVE_INFINITY
      for (let edge = 0; edge < count; edge++) {
        least = Math.min(least, nearbyEdgeDistance(ring.edges, edge, lon, lat))
      }
      // Close to the ring's edge Karney's distance decides; 100 m is a thousand times the error of the fast distance.
      if (Math.abs(least - RADIUS) < 100) return placeInRing([lon, lat], ring).inside ? 1 : 0
      return least < RADIUS || ring.inner?.contains(lon, lat) ? 1 : 0
    })
  })
  const misplaced = (members: Uint8Array, truth: Uint8Array = karney.value) =>
    members.reduce((sum, member, i) => sum + (member === truth[i] ? 0 : 1), 0)
  say('## The ring of 1,000,000 random points, one run')
  say()
  say('| method | time | times as long | misplaced against Karney |')
  say('| --- | --- | --- | --- |')
  say(`| \`ringMembers\`, centre | ${ms(fast.ms)} | 1 | ${misplaced(fast.value)} |`)
  say(
    `| \`ringMembers\`, outline | ${ms(outline.ms)} | ${(outline.ms / fast.ms).toFixed(1)} | ${misplaced(outline.value, everyEdge.value)} |`,
  )
  say(
    `| every edge, Karney within 100 m of the ring, outline | ${ms(everyEdge.ms)} | ${(everyEdge.ms / fast.ms).toFixed(1)} | 0 |`,
  )
  say(`| Karney for all, centre | ${ms(karney.ms)} | ${(karney.ms / fast.ms).toFixed(1)} | 0 |`)
  say(
    `| turf, point in the ring's polygon | ${ms(turf.ms)} | ${(turf.ms / fast.ms).toFixed(1)} | ${misplaced(turf.value)} |`,
  )
  say()
}

async function findingsOfMany(): Promise<void> {
  const rules = JSON.parse(readFileSync('data/rules.json', 'utf8')) as Rule[]
  const blob = new Blob([readFileSync('data/construction-site.csv')])
  const [header = [], ...read] = await readWholeCsv(blob, { encoding: 'utf-8', delimiter: ',' })
  say('## Findings and severity of construction sites (8 rules each)')
  say()
  say('| sites | findings | time |')
  say('| --- | --- | --- |')
  for (const size of [10_000, 100_000, MILLION]) {
    const rows = Array.from({ length: size }, (_, i) => read[i % read.length]!)
    const table = readTable({ file: 'construction-site.csv', header, rows }, kindOf('construction-site').fields).value!
    const found = timed(() => {
      const found = findAll(
        [{ kind: 'construction-site', schema: kindOf('construction-site'), table, first: 0 }],
        rules,
        19_296,
      )
      return found.rules.reduce((sum, { status }) => sum + status.reduce((own, each) => own + (each > 0 ? 1 : 0), 0), 0)
    })
    say(`| ${size.toLocaleString('en')} | ${found.value.toLocaleString('en')} | ${ms(found.ms)} |`)
  }
  say()
}

say('# Benchmarks')
say()
say('`npm run build && npm run bench` measures and rewrites this file. Compare figures of one run; machines differ.')
say()
ringOfAMillion()
await findingsOfMany()
say('## What is not met, in the table and the search')
say()
for (const line of await questionsOfMany()) say(line)
say()
for (const line of await startUp()) say(line)
// The comparison with kepler.gl is measured by another command and stays.
const peer = readFileSync('BENCHMARKS.md', 'utf8').match(/\n## Beside [\s\S]*/)?.[0] ?? ''
writeFileSync('BENCHMARKS.md', `${lines.join('\n')}\n${peer}`)
