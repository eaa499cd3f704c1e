import { readFileSync } from 'node:fs'
import { bbox } from '@turf/turf'
import type { FeatureCollection, LineString } from 'geojson'
import { formatDay } from '@/domain/calendar'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { ringAround } from '@/domain/geodesy/ring'
import { FLEET_FIELDS } from '@/domain/sources/kinds/fleet-fields'
import { HAUL_FIELDS } from '@/domain/sources/kinds/haul-fields'
import { ONLINE_FIELDS } from '@/domain/sources/kinds/online-fields'
import { DUSTFALL_POINT_FIELDS, DUSTFALL_SAMPLE_FIELDS } from '@/domain/sources/kinds/regional'
import { WARNING_FIELDS } from '@/domain/sources/kinds/warning-fields'
import { byDay } from '@/domain/trucks/by-day'
import { countyHauls, placedTrips } from '@/domain/trucks/placed-trips'
import { jsonText } from '@/io/package/write-package'
import { writeBreaches, writePositions, writeStops, writeTrips } from '@/io/tracks/write-tracks'
import { HAULS, haulRows } from '../fold/trucks/haul-rows'
import { tablesBeyondDust } from './beyond-dust'
import { builtUpArea } from './built-up-area'
import { geojson, type ResourceFacts, resource } from './descriptor'
import { dustfallPoints, dustfallSamples } from './dustfall'
import { ENGLISH, englishOf } from './english'
import { enterprises } from './enterprises'
import { AS_OF } from './inspection'
import { fieldsOfKind, fieldsOfSurveys } from './kinds'
import { Making } from './making'
import { monitoredMonths, monitoredSites, settingsOfMonitoring } from './monitored-months'
import { dustMonitors } from './monitors'
import { neighbourBorders, neighbourPlaces } from './neighbours'
import { countyOutlines } from './outlines'
import { Places } from './places'
import { Random } from './random'
import { roads, siltSurveys } from './roads'
import { type Row, toCsv, toProperties } from './rows'
import * as sites from './sites'
import { trackedWeek, vehicleWashes } from './trucks/tracked-week'
import { WARNINGS } from './warnings'
import { MADE, WRITTEN } from './xianyang-origins'

/** The cylinders of the default package are told by their diameter. */
const SAMPLE_COLUMNS = DUSTFALL_SAMPLE_FIELDS.filter(({ name }) => name !== 'mouthCm2')

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
const COUNTIES: readonly (readonly [code: string, name: string, origin?: string])[] = [
  ['610402', '秦都区'],
  ['610403', '杨陵区'],
  ['610404', '渭城区'],
  ['610422', '三原县'],
  ['610423', '泾阳县'],
  ['610424', '乾县'],
  ['610425', '礼泉县'],
  ['610426', '永寿县'],
  ['610428', '长武县'],
  ['610429', '旬邑县'],
  ['610430', '淳化县'],
  ['610431', '武功县'],
  ['610481', '兴平市'],
  ['610482', '彬州市', '610427'],
]

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

/** The files of the default package that are made, by name; what is written by hand (clauses, rules, tasks, counties) stands in `data`. */
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

  const countyNames = new Map(COUNTIES.map(([code, name]) => [code, name]))
  const named = (row: Row): Row => ({ ...row, county: countyNames.get(String(row.county))! })
  const files = new Map<string, string | Uint8Array>()
  const facts = [...WRITTEN]
  const made = (
    name: string,
    path: string,
    title: string,
    role: string,
    content: string | Uint8Array,
    more: Pick<ResourceFacts, 'fields' | 'month'> = {},
  ) => {
    files.set(path, content)
    facts.push({
      name,
      path,
      title,
      role,
      class: 'illustrative',
      source: MADE,
      licence: 'CC0-1.0',
      ...more,
    })
  }
  files.set('county-outlines.geojson', geojson(outlines.features))
  files.set(
    'rivers.geojson',
    geojson(
      rivers.features.map((river) => {
        const name = String(river.properties?.name)
        return { ...river, properties: { name, nameEn: RIVER_NAMES[name] } }
      }),
    ),
  )
  files.set('neighbours.geojson', geojson(neighbourBorders()))
  files.set('places.geojson', geojson(neighbourPlaces(bbox(outlines))))
  files.set('built-up-area.geojson', geojson([area]))
  for (const [kind, rows] of Object.entries(tables) as [string, Row[]][]) {
    // Made-up sites have no address.
    const fields = fieldsOfKind(kind).filter(({ name }) => name !== 'address')
    made(kind, `${kind}.csv`, titles[kind]!, kind, toCsv(fields, rows.map(named)), { fields })
  }
  const chance = new Random(SEED + 1)
  const making = new Making(chance, new Places(outlines, rivers, chance), roadRows, tables.enterprise!)
  const beyondDust = tablesBeyondDust(making)
  for (const { kind, title, rows } of beyondDust) {
    const fields = fieldsOfKind(kind).filter(({ name }) => name !== 'address')
    made(kind, `${kind}.csv`, title, kind, toCsv(fields, rows.map(named)), { fields })
  }
  const roadFields = fieldsOfKind('road')
  const features = roadRows.map(({ row, geometry }) => ({
    type: 'Feature',
    id: row.code,
    properties: toProperties(roadFields, named(row)),
    geometry,
  }))
  made('roads', 'roads.geojson', '重点路段与环线路段', 'road', geojson(features))
  const surveys = siltSurveys(
    random,
    roadRows.map(({ row }) => String(row.code)),
  )
  made(
    'silt-surveys',
    'silt-surveys.csv',
    '道路积尘负荷调查',
    'silt-surveys',
    toCsv(fieldsOfSurveys('road'), surveys),
    { fields: fieldsOfSurveys('road') },
  )
  made(
    'dustfall-points',
    'dustfall-points.csv',
    '降尘监测点位',
    'dustfall-points',
    toCsv(DUSTFALL_POINT_FIELDS, points.map(named)),
    { fields: DUSTFALL_POINT_FIELDS },
  )
  made(
    'dustfall-samples',
    'dustfall-samples.csv',
    '降尘样品',
    'dustfall-samples',
    toCsv(SAMPLE_COLUMNS, dustfallSamples(random, points)),
    { fields: SAMPLE_COLUMNS },
  )
  made('warnings', 'warnings.csv', '重污染天气预警记录', 'warnings', toCsv(WARNING_FIELDS, WARNINGS), {
    fields: WARNING_FIELDS,
  })

  const monitoredOnes = monitoredSites(tables['construction-site']!)
  const monitored = monitoredMonths(monitoredOnes, settingsOfMonitoring())
  made('readings-online', 'readings/online.csv', '扬尘在线监测每日有效小时', 'readings-online', monitored.online, {
    fields: ONLINE_FIELDS,
  })
  for (const { month, bytes } of monitored.months)
    made(
      `readings-hourly-${month}`,
      `readings/hourly/${month}.parquet`,
      '扬尘在线监测小时均值',
      'readings-hourly',
      bytes,
      { month },
    )

  const monitorFields = fieldsOfKind('dust-monitor').filter(({ name }) => name !== 'address')
  const monitors = dustMonitors(new Random(SEED + 2), tables['construction-site']!, monitoredOnes, monitored.faults)
  made(
    'dust-monitor',
    'dust-monitor.csv',
    '扬尘在线监测设备',
    'dust-monitor',
    toCsv(monitorFields, monitors.map(named)),
    {
      fields: monitorFields,
    },
  )

  const washes = vehicleWashes(tables['construction-site']!)
  const washFields = fieldsOfKind('vehicle-wash').filter(({ name }) => name !== 'address')
  made('vehicle-wash', 'vehicle-wash.csv', '车辆冲洗点', 'vehicle-wash', toCsv(washFields, washes.map(named)), {
    fields: washFields,
  })
  const fuel = beyondDust.find(({ kind }) => kind === 'fuel-site')!.rows
  const counties = indexRegions(outlines.features.map(({ geometry }) => geometry as Surface))
  const isInside = ([lon, lat]: Position) => counties.find(lon, lat) >= 0
  const tracked = trackedWeek({ ...tables, 'vehicle-wash': washes, 'fuel-site': fuel }, roadRows, isInside)
  const { month, judged } = tracked
  made(
    'truck-fleet',
    'truck-fleet.csv',
    '渣土车车辆名单',
    'truck-fleet',
    toCsv(FLEET_FIELDS, tracked.fleet.map(named)),
    {
      fields: FLEET_FIELDS,
    },
  )
  const ofTracks = (role: string, title: string, bytes: ArrayBuffer) =>
    made(
      `${role}-${month}`,
      `trucks/${role.replace('truck-', '')}/${month}.parquet`,
      title,
      role,
      new Uint8Array(bytes),
      {
        month,
      },
    )
  ofTracks('truck-positions', '渣土车定位', writePositions(byDay(judged.positions)))
  ofTracks('truck-trips', '渣土车行程', writeTrips(judged.trips))
  ofTracks('truck-stops', '渣土车停留', writeStops(judged.stops))
  ofTracks('truck-breaches', '渣土车疑似违规', writeBreaches(judged.breaches))
  const codes = outlines.features.map(({ id }) => String(id))
  const placed = placedTrips(
    judged.trips,
    tracked.settings,
    tracked.finder,
    (lon, lat) => codes[counties.find(lon, lat)] ?? '',
  )
  const hauls = haulRows([countyHauls(judged.trips, placed)])
  made('truck-hauls', HAULS, '渣土车每日运输趟次', 'truck-hauls', toCsv(HAUL_FIELDS, hauls), { fields: HAUL_FIELDS })
  files.set(
    'datapackage.json',
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
        // Largest g/m² of 优, 良 and 中; the plan gives none.
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
    }),
  )
  return files
}
