import type { FeatureCollection } from 'geojson'
import type { Surface } from '@/domain/geodesy/area-index'
import type { Position } from '@/domain/geodesy/position'
import { indexRegions } from '@/domain/geodesy/regions'
import { FLEET_FIELDS } from '@/domain/sources/kinds/fleet-fields'
import { HAUL_FIELDS } from '@/domain/sources/kinds/haul-fields'
import { byDay } from '@/domain/trucks/by-day'
import { countyHauls, placedTrips } from '@/domain/trucks/placed-trips'
import { groundDigest } from '@/io/tracks/ground-digest'
import { writeBreaches, writePositions, writeStops, writeTrips } from '@/io/tracks/write-tracks'
import { HAULS, haulRows } from '../fold/trucks/haul-rows'
import type { MadeFiles } from './made-files'
import { type MadeRoad, type MadeTables, trackedWeek } from './trucks/tracked-week'

/** Adds the fleet, a week of its evaluated tracks, and the hauls by day and county. */
export function addTruckFiles(
  made: MadeFiles,
  tables: MadeTables,
  roads: readonly MadeRoad[],
  outlines: FeatureCollection,
): void {
  const counties = indexRegions(outlines.features.map(({ geometry }) => geometry as Surface))
  const codes = outlines.features.map(({ id }) => String(id))
  const isInside = ([lon, lat]: Position) => counties.find(lon, lat) >= 0
  const { fleet, month, judged, settings, ground } = trackedWeek(tables, roads, isInside)

  const list = { name: 'truck-fleet', title: '渣土车车辆名单', role: 'truck-fleet' }
  made.addTable(list, FLEET_FIELDS, fleet.map(made.named))
  const addTracks = (what: string, title: string, bytes: ArrayBuffer) => {
    const role = `truck-${what}`
    made.add(
      { name: `${role}-${month}`, path: `trucks/${what}/${month}.parquet`, title, role },
      new Uint8Array(bytes),
      {
        month,
      },
    )
  }
  addTracks('positions', '渣土车定位', writePositions(byDay(judged.positions), 'illustrative'))
  addTracks('trips', '渣土车行程', writeTrips(judged.trips, 'illustrative'))
  addTracks('stops', '渣土车停留', writeStops(judged.stops, 'illustrative'))
  addTracks(
    'breaches',
    '渣土车疑似违规',
    writeBreaches(judged.breaches, 'illustrative', groundDigest({ ...ground, settings, places: ground.places.places })),
  )
  const placed = placedTrips(judged.trips, settings, ground.places, (lon, lat) => codes[counties.find(lon, lat)] ?? '')
  const hauls = { name: 'truck-hauls', path: HAULS, title: '渣土车每日运输趟次', role: 'truck-hauls' }
  made.addTable(hauls, HAUL_FIELDS, haulRows([countyHauls(judged.trips, placed)]))
}
