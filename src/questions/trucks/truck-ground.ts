import type { Scope } from '@/domain/rules/rule'
import { compileScopes, hasColumnsOf } from '@/domain/rules/scope'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { BanWithLines } from '@/domain/trucks/breaches'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { ROLES, type TruckSettings } from '@/domain/trucks/settings'
import { NO_PLACES, placeFinder, type TruckPlaces } from '@/domain/trucks/truck-places'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { type LineSource, lineSources } from '@/questions/source/line-sources'

/** The places and lines that the package's truck settings refer to; null if it has no truck settings. */
export const plainGround = memoOf((opened: OpenedPackage): PlainGround | null => {
  const settings = opened.pack.trucks
  if (!settings) return null
  const bans = bannedLines(opened).map(
    ({ ban, sources }): BanWithLines => ({ ban, lines: sources.flatMap(({ lines }) => lines) }),
  )
  return { settings, places: placesOf(opened, settings), bans, lines: lineSources(opened).flatMap(flat) }
})

/** The bans of a package's truck settings, each with the sources along which it holds; empty without truck settings. */
export const bannedLines = memoOf((opened: OpenedPackage) => {
  const lines = lineSources(opened)
  return (opened.pack.trucks?.bans ?? []).map((ban) => {
    const sources = new Set(sourcesOf(opened, ban.along.kind, ban.along.scope))
    return {
      ban,
      sources: lines
        .filter(({ source }) => sources.has(source))
        .map((each) => ({ name: each.name, lines: flat(each) })),
    }
  })
})

/** The lines of a source in degrees, each as `[lon, lat, lon, lat, …]`. */
function flat({ geometry }: Pick<LineSource, 'geometry'>): Float64Array[] {
  const runs = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  return runs.map((run) => Float64Array.from(run.flatMap(([lon, lat]) => [lon!, lat!])))
}

/** The same with a finder for its places. */
export const truckGround = memoOf((plain: PlainGround) => ({ ...plain, places: placeFinder(plain.places) }))

/** Numbers of a kind's sources within some scopes; empty if the kind lacks a column that they read. */
function sourcesOf({ inventory }: OpenedPackage, kind: KindId, scopes: readonly Scope[]): number[] {
  return inventory.kinds
    .filter((each) => each.kind === kind && hasColumnsOf(scopes, each.table))
    .flatMap(({ table, first }) => {
      const isIn = compileScopes(scopes, table)
      return Array.from({ length: table.length }, (_, row) => row).flatMap((row) =>
        isIn(row) === 'in' ? [first + row] : [],
      )
    })
}

function placesOf(opened: OpenedPackage, { places }: TruckSettings): TruckPlaces {
  const { lons, lats } = opened
  const found = places.rules.flatMap(({ role, kind, scope, metres }) =>
    sourcesOf(opened, kind, scope).flatMap((source) => (Number.isNaN(lons[source]!) ? [] : [{ role, metres, source }])),
  )
  if (found.length === 0) return NO_PLACES
  return {
    role: Uint8Array.from(found, ({ role }) => ROLES.indexOf(role)),
    lon: Float64Array.from(found, ({ source }) => lons[source]!),
    lat: Float64Array.from(found, ({ source }) => lats[source]!),
    metres: Float32Array.from(found, ({ metres }) => metres),
    source: Int32Array.from(found, ({ source }) => source),
  }
}
