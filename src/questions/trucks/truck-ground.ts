import type { Scope } from '@/domain/rules/rule'
import { compileScopes, hasColumnsOf } from '@/domain/rules/scope'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { BanWithLines } from '@/domain/trucks/breaches'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { ROLES, type TruckSettings } from '@/domain/trucks/settings'
import { placeFinder, type TruckPlaces } from '@/domain/trucks/truck-places'
import { memoOf } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import { type LineSource, lineSources } from '@/questions/source/line-sources'

/**
 * The places and lines that the package's truck settings refer to, made anew: a large package has millions of bytes of
 * them. Null if it has no truck settings.
 */
export function groundOf(opened: OpenedPackage): PlainGround | null {
  const settings = opened.pack.trucks
  if (!settings) return null
  const bans = bannedLines(opened).map(
    ({ ban, sources }): BanWithLines => ({ ban, lines: sources.flatMap(({ lines }) => lines) }),
  )
  return { settings, places: placesOf(opened, settings), bans, lines: lineSources(opened).flatMap(flat) }
}

/** The same, cached. */
export const plainGround = memoOf(groundOf)

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
function* sourcesOf({ inventory }: OpenedPackage, kind: KindId, scopes: readonly Scope[]): Generator<number> {
  for (const { kind: other, table, first } of inventory.kinds) {
    if (other !== kind || !hasColumnsOf(scopes, table)) continue
    const isIn = compileScopes(scopes, table)
    for (let row = 0; row < table.length; row++) if (isIn(row) === 'in') yield first + row
  }
}

function placesOf(opened: OpenedPackage, { places }: TruckSettings): TruckPlaces {
  const { lons, lats } = opened
  const found = places.rules.map(({ role, kind, scope, metres }) => ({
    role: ROLES.indexOf(role),
    metres,
    sources: Int32Array.from(sourcesOf(opened, kind, scope)).filter((source) => !Number.isNaN(lons[source]!)),
  }))
  const length = found.reduce((sum, { sources }) => sum + sources.length, 0)
  const role = new Uint8Array(length)
  const metres = new Float32Array(length)
  const source = new Int32Array(length)
  let from = 0
  for (const each of found) {
    const to = from + each.sources.length
    role.fill(each.role, from, to)
    metres.fill(each.metres, from, to)
    source.set(each.sources, from)
    from = to
  }
  const at = (degrees: Float64Array) => Float64Array.from(source, (number) => degrees[number]!)
  return { role, lon: at(lons), lat: at(lats), metres, source }
}
