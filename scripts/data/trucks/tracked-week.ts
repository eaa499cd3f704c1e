import { readFileSync } from 'node:fs'
import type { LineString } from 'geojson'
import { formatDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { secondsAt } from '@/domain/trucks/clock-hours'
import { type JudgedTracks, judgeTracks } from '@/domain/trucks/judge-tracks'
import { ROLES, type TruckSettings } from '@/domain/trucks/settings'
import { placeFinder, type TruckPlaces } from '@/domain/trucks/truck-places'
import { readTruckSettings } from '@/io/package/trucks-file'
import { AS_OF } from '../inspection'
import type { Row } from '../rows'
import { hiddenPlaces, type MadePlaces, madeFleet } from './made-fleet'
import { madeTruck } from './made-truck'
import { rawPositions } from './raw-positions'

const SEED = 20_221_025
const TRUCKS = 24
const DAYS = 7
const COMPANIES = 6
/** Counties with most construction. */
const COUNTIES = ['610402', '610404', '610481', '610422']

/** Truck settings of the default package. */
export const settingsOfTrucks = (): TruckSettings =>
  readTruckSettings('trucks.json', JSON.parse(readFileSync('data/trucks.json', 'utf8'))).value!

/** Generated tables by kind id. */
export type MadeTables = Readonly<Partial<Record<string, readonly Row[]>>>

export interface MadeRoad {
  readonly row: Row
  readonly geometry: LineString
}

const at = ({ lon, lat }: Row): Position => [Number(lon), Number(lat)]

/** Whether a row matches all scopes; supports the scopes used by the truck settings. */
function isIn(row: Row, scopes: TruckSettings['places']['rules'][number]['scope']): boolean {
  return scopes.every((scope) =>
    'oneOf' in scope ? scope.oneOf.includes(String(row[scope.field])) : 'is' in scope && row[scope.field] === scope.is,
  )
}

/** The places of some tables, by the truck settings. */
export function placesOf(tables: MadeTables, { places }: TruckSettings): TruckPlaces {
  const found = places.rules.flatMap(({ role, kind, scope, metres }) =>
    (tables[kind] ?? []).filter((row) => isIn(row, scope)).map((row) => ({ role, metres, at: at(row) })),
  )
  return {
    role: Uint8Array.from(found, ({ role }) => ROLES.indexOf(role)),
    lon: Float64Array.from(found, (each) => each.at[0]),
    lat: Float64Array.from(found, (each) => each.at[1]),
    metres: Float32Array.from(found, ({ metres }) => metres),
    source: Int32Array.from(found.keys()),
  }
}

/** A vehicle wash near most earthworks sites, where none is listed yet. */
export function vehicleWashes(sites: readonly Row[]): Row[] {
  return workedSites(sites)
    .filter((_, i) => i % 4 !== 3)
    .map((site, i) => ({
      code: `CX2022-${String(i + 1).padStart(4, '0')}`,
      name: `${site.name}出口冲洗点`,
      county: site.county!,
      lon: Number((Number(site.lon) + 0.0032).toFixed(6)),
      lat: Number((Number(site.lat) + 0.0004).toFixed(6)),
      operator: site.operator!,
      contact: site.contact!,
      phone: site.phone!,
    }))
}

const workedSites = (sites: readonly Row[]) =>
  sites.filter(({ county, stage }) => COUNTIES.includes(String(county)) && (stage === '土方' || stage === '基础'))

/** The places trucks drive between, and what their tracks are evaluated against. */
export function groundOf(
  tables: MadeTables,
  lines: readonly MadeRoad[],
  settings: TruckSettings,
  isInside: MadePlaces['isInside'],
) {
  const finder = placeFinder(placesOf(tables, settings))
  const of = (role: (typeof ROLES)[number], rows?: readonly Row[]): Position[] =>
    rows
      ? rows.map(at)
      : Array.from(finder.places.lon.keys()).flatMap((row) =>
          finder.roleOf(row) === role ? [[finder.places.lon[row]!, finder.places.lat[row]!] as const] : [],
        )
  const places: MadePlaces = {
    sites: of('site', workedSites(tables['construction-site'] ?? [])),
    tips: of('tip'),
    depots: of('depot'),
    fuels: of('fuel'),
    washes: of('wash'),
    finder,
    isInside,
  }
  const flat = ({ geometry }: MadeRoad) => Float64Array.from(geometry.coordinates.flatMap(([lon, lat]) => [lon!, lat!]))
  const bans = settings.bans.map((ban) => ({
    ban,
    lines: lines.filter(({ row }) => isIn(row, ban.along.scope)).map(flat),
  }))
  const closed = lines.find(({ row }) => isIn(row, settings.bans[0]!.along.scope))!
  return {
    places,
    closedLine: closed.geometry.coordinates.map(([lon, lat]) => [lon!, lat!] as const),
    ground: { places: finder, bans, lines: lines.map(flat) },
  }
}

/** A fleet, its tracks over some days, and the true events in them. */
export function madeWeek(
  tables: MadeTables,
  lines: readonly MadeRoad[],
  isInside: MadePlaces['isInside'],
  trucks = TRUCKS,
  days = DAYS,
) {
  const settings = settingsOfTrucks()
  const { places, closedLine, ground } = groundOf(tables, lines, settings, isInside)
  const hidden = hiddenPlaces(SEED, places, [3, 2, 2])
  const fleet = madeFleet(SEED, trucks, places, hidden)
  const numbers = Array.from({ length: days }, (_, i) => AS_OF - days + 1 + i)
  const tracks = fleet.map((truck) => ({ truck, track: madeTruck(truck, numbers, closedLine) }))
  return { settings, ground, hidden, tracks, closedLine, places }
}

/** The default package's week: its trucks and their evaluated tracks. */
export function trackedWeek(tables: MadeTables, lines: readonly MadeRoad[], isInside: MadePlaces['isInside']) {
  const { settings, ground, tracks } = madeWeek(tables, lines, isInside)
  // Night work of the last day would extend into the next month.
  const end = secondsAt(AS_OF + 1)
  const raw = rawPositions(
    tracks.map(({ truck, track }) => ({ plate: truck.plate, rows: track.rows.filter(({ second }) => second < end) })),
  )
  const judged: JudgedTracks = judgeTracks(raw, settings, ground)
  const fleet = tracks.map(
    ({ truck }, i): Row => ({
      plate: truck.plate,
      company: `示例运输公司${String((i % COMPANIES) + 1).padStart(2, '0')}`,
      terminal: `1390000${String(i + 1).padStart(4, '0')}`,
      county: COUNTIES[(i % COMPANIES) % COUNTIES.length]!,
    }),
  )
  return { month: formatDay(AS_OF).slice(0, 7), fleet, judged, settings, ground }
}
