import { readFileSync } from 'node:fs'
import { bbox } from '@turf/turf'
import type { Feature, FeatureCollection, LineString } from 'geojson'
import { formatDay } from '@/domain/calendar'
import { ringAround } from '@/domain/geodesy/ring'
import { DUSTFALL_POINT_FIELDS, DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { WARNING_FIELDS } from '@/domain/sources/kinds/warning-fields'
import { jsonText } from '@/io/package/write-package'
import { tablesBeyondDust } from './beyond-dust'
import { builtUpArea } from './built-up-area'
import { COUNTIES } from './counties'
import { geojson, type ResourceFacts, resource } from './descriptor'
import { dustfallPoints, dustfallSamples } from './dustfall'
import { ENGLISH, englishOf } from './english'
import { enterprises } from './enterprises'
import { AS_OF } from './inspection'
import { fieldsOfKind, fieldsOfSurveys } from './kinds'
import { MadeFiles } from './made-files'
import { addMonitorFiles } from './monitor-files'
import { neighbourBorders, neighbourPlaces } from './neighbours'
import { countyOutlines } from './outlines'
import { Places } from './places'
import { Random } from './random'
import { roads, siltSurveys } from './roads'
import { RowGenerator } from './row-generator'
import { type Row, toProperties } from './rows'
import * as sites from './sites'
import { addTruckFiles } from './truck-files'
import { vehicleWashes } from './trucks/tracked-week'
import { WARNINGS } from './warnings'
import { HAND_WRITTEN_RESOURCES } from './xianyang-origins'

/** The default package gives cylinders by diameter only, and weighs every sample. */
const SAMPLE_COLUMNS = DUSTFALL_SAMPLE_FIELDS.filter(({ name }) => name !== 'mouthCm2' && name !== 'givenText')

const SEED = 20_221_031
const CENTRE = [108.7089, 34.3296] as const
const RING_METRES = 25_000
const RING_ENTERPRISES = 328
const OUTSIDE_ENTERPRISES = 170

const RIVER_NAMES: Readonly<Record<string, string>> = {
  渭河: 'Wei River',
  泾河: 'Jing River',
  马莲河: 'Malian River',
  洛河: 'Luo River',
}

const titles: Partial<Record<string, string>> = {
  'construction-site': '建筑工地',
  'demolition-site': '拆迁工地',
  'linear-works': '线性工程',
  stockpile: '物料堆场',
  yard: '物流园、停车场、渣土消纳场',
  'spoil-ground': '弃土场',
  enterprise: '重点行业企业',
  machinery: '非道路移动机械抽测',
  sweeping: '道路机械化清扫',
  'muck-trucks': '渣土车运输',
  'straw-fires': '镇办火点',
}

/**
 * The generated files of the default package, by name; hand-written ones (clauses, rules, tasks, counties) are in
 * `data`.
 */
export function xianyangFiles(): Map<string, string | Uint8Array> {
  const random = new Random(SEED)
  const outlines = countyOutlines(
    new URL('./origin/xianyang-counties.json', import.meta.url),
    COUNTIES.map(([code, name, origin]) => ({ code, name, origin: [origin ?? code] })),
  )
  const rivers = JSON.parse(
    readFileSync(new URL('./origin/rivers.geojson', import.meta.url), 'utf8'),
  ) as FeatureCollection<LineString>
  const places = new Places(outlines, rivers, random)
  const area = builtUpArea()
  const ring = ringAround(area.geometry, RING_METRES)
  const points = dustfallPoints(places)
  const roadRows = roads(random, places)
  const tables: Partial<Record<string, Row[]>> = {
    'construction-site': sites.constructionSites(random, places, 420),
    'demolition-site': sites.demolitionSites(random, places, 90),
    'linear-works': sites.linearWorksRows(random, places, 25),
    stockpile: sites.stockpiles(random, places, 260),
    yard: sites.yards(random, places, 110),
    'spoil-ground': sites.spoilGrounds(random, places, 18),
    enterprise: enterprises(random, places, ring, RING_ENTERPRISES, OUTSIDE_ENTERPRISES),
    machinery: sites.machineryRows(random),
    sweeping: sites.sweepingRows(random),
    'muck-trucks': sites.muckTruckRows(random),
    'straw-fires': sites.strawFireRows(random),
  }

  const made = new MadeFiles(HAND_WRITTEN_RESOURCES, new Map(COUNTIES.map(([code, name]) => [code, name])))
  for (const [path, features] of Object.entries({
    'county-outlines': outlines.features,
    rivers: rivers.features.map(namedRiver),
    neighbours: neighbourBorders(),
    places: neighbourPlaces(bbox(outlines)),
    'built-up-area': [area],
  }))
    made.files.set(`${path}.geojson`, geojson(features))
  for (const [kind, rows] of Object.entries(tables) as [string, Row[]][]) made.addSources(kind, titles[kind]!, rows)
  const chance = new Random(SEED + 1)
  const making = new RowGenerator(chance, new Places(outlines, rivers, chance), roadRows, tables.enterprise!)
  const beyondDust = tablesBeyondDust(making)
  for (const { kind, title, rows } of beyondDust) made.addSources(kind, title, rows)

  const roadFields = fieldsOfKind('road')
  const features = roadRows.map(({ row, geometry }) => ({
    type: 'Feature',
    id: row.code,
    properties: toProperties(roadFields, made.named(row)),
    geometry,
  }))
  made.add({ name: 'roads', path: 'roads.geojson', title: '重点路段与环线路段', role: 'road' }, geojson(features))
  const surveys = siltSurveys(
    random,
    roadRows.map(({ row }) => String(row.code)),
  )
  made.addTable(ofRole('silt-surveys', '道路积尘负荷调查'), fieldsOfSurveys('road'), surveys)
  made.addTable(ofRole('dustfall-points', '降尘监测点位'), DUSTFALL_POINT_FIELDS, points.map(made.named))
  made.addTable(ofRole('dustfall-samples', '降尘样品'), SAMPLE_COLUMNS, dustfallSamples(random, points))
  made.addTable(ofRole('warnings', '重污染天气预警记录'), WARNING_FIELDS, WARNINGS)

  const works = tables['construction-site']!
  addMonitorFiles(made, new Random(SEED + 2), works)
  const washes = vehicleWashes(works)
  made.addSources('vehicle-wash', '车辆冲洗点', washes)
  const fuel = beyondDust.find(({ kind }) => kind === 'fuel-site')!.rows
  addTruckFiles(made, { ...tables, 'vehicle-wash': washes, 'fuel-site': fuel }, roadRows, outlines)
  made.files.set('datapackage.json', descriptor(made.facts))
  return made.files
}

/** A table whose resource is named after its role. */
const ofRole = (role: string, title: string) => ({ name: role, role, title })

function namedRiver(river: Feature<LineString>) {
  const name = String(river.properties?.name)
  return { ...river, properties: { name, nameEn: RIVER_NAMES[name] } }
}

const descriptor = (facts: readonly ResourceFacts[]): string =>
  jsonText({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'xianyang-dust-2022',
    title: '咸阳市扬尘与污染源（2022）',
    version: '1.0.0',
    chentu: {
      city: { code: '610400', zh: '咸阳市', en: 'Xianyang' },
      year: 2022,
      centre: CENTRE,
      asOf: formatDay(AS_OF),
      ring: { radiusMetres: RING_METRES, basis: 'outline', statedEnterprises: RING_ENTERPRISES },
      dustfall: {
        limit: 7,
        limitSource: { zh: '工作方案第22条', en: 'clause 22 of the plan' },
        belowDetectionShare: 0.5,
      },
      // Upper limits in g/m² of 优, 良 and 中; the plan gives none.
      siltGradeLimits: { limits: [1, 2, 4], confirmed: false },
      plan: {
        zh: '咸阳市蓝天保卫战2022年工作方案',
        en: 'Xianyang Blue Sky Plan 2022',
        number: '咸政办发〔2022〕32号',
        day: '2022-05-30',
      },
      english: { ...ENGLISH, ...englishOf(facts) },
    },
    resources: facts.map(resource),
  })
