import KDBush from 'kdbush'
import { mercator, TILE_PIXELS } from '@/domain/geodesy/mercator'
import type { Position } from '@/domain/geodesy/position'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Badges } from '@/domain/sources/view/badges'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { textOf } from '@/domain/table/column'
import { badgeSize } from '@/layers/symbol-sizes'

/** What the map's index knows about a drawn source. */
export interface PickedSource {
  readonly kind: KindId
  readonly code: string
  /** Which of several sources of this kind and code, from 1. */
  readonly nth: number
  readonly name: string
  readonly status: StatusName
  readonly at: Position
}

/** A badge under the pointer: what it stands for, and where. */
export interface PickedBadge {
  readonly count: number
  readonly overdue: number
  readonly failing: number
  readonly at: Position
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  /** Numbers of its sources. */
  readonly sources: readonly number[]
}

/**
 * Finds the source under the pointer by position. deck.gl's own picking reads pixels back, which takes seconds without
 * a graphics card.
 */
export interface PointerIndex {
  /** The worst source drawn within `pixels` of a position, or null. */
  at(lon: number, lat: number, zoom: number, pixels: number): PickedSource | null
  /** Numbers of all sources drawn within `pixels` of a position, the worst first. */
  allAt(lon: number, lat: number, zoom: number, pixels: number): readonly number[]
  /** The badge at a position, or null. */
  badgeAt(lon: number, lat: number, zoom: number): PickedBadge | null
}

/** Indexes what is drawn: symbols before dots, each worst first, so that the worst of overlapping ones is found. */
export function indexPointer({ symbols, dots, badges }: DrawnSources): PointerIndex {
  const count = symbols.rows.length + dots.rows.length
  const badgeAt = badgeFinder(badges)
  if (count === 0) return { at: () => null, allAt: () => [], badgeAt }
  const tree = new KDBush(count)
  for (const { positions } of [symbols, dots])
    for (let i = 0; i < positions.length; i += 2) tree.add(...mercator(positions[i]!, positions[i + 1]!))
  tree.finish()
  const placed = (place: number) =>
    place < symbols.rows.length ? ([symbols, place] as const) : ([dots, place - symbols.rows.length] as const)
  const within = (lon: number, lat: number, zoom: number, pixels: number) =>
    tree.within(...mercator(lon, lat), pixels / (TILE_PIXELS * 2 ** zoom)).sort((a, b) => a - b)
  return {
    badgeAt,
    allAt: (...at) =>
      within(...at).map((place) => {
        const [of, i] = placed(place)
        return of.rows[i]!
      }),
    at(...at) {
      const [first] = within(...at)
      if (first === undefined) return null
      const [of, i] = placed(first)
      return {
        kind: textOf(of.kinds, i),
        code: textOf(of.codes, i),
        nth: of.nths[i]!,
        name: textOf(of.names, i),
        status: STATUS_NAMES[of.status[i]!]!,
        at: [of.positions[2 * i]!, of.positions[2 * i + 1]!],
      }
    },
  }
}

function badgeFinder({ positions, counts, overdue, failing, bounds, members }: Badges): PointerIndex['badgeAt'] {
  const places = Array.from(counts, (_, i) => mercator(positions[2 * i]!, positions[2 * i + 1]!))
  return (lon, lat, zoom) => {
    const world = TILE_PIXELS * 2 ** zoom
    const [x, y] = mercator(lon, lat)
    const i = places.findIndex(([bx, by], badge) => {
      const [width, height] = badgeSize(counts[badge]!)
      return Math.abs(bx - x) * world <= width / 2 && Math.abs(by - y) * world <= height / 2
    })
    if (i < 0) return null
    return {
      count: counts[i]!,
      overdue: overdue[i]!,
      failing: failing[i]!,
      at: [positions[2 * i]!, positions[2 * i + 1]!],
      sources: membersOf(counts, members, i),
      bounds: [bounds[4 * i]!, bounds[4 * i + 1]!, bounds[4 * i + 2]!, bounds[4 * i + 3]!],
    }
  }
}

function membersOf(counts: Uint32Array, members: Uint32Array, badge: number): number[] {
  const first = counts.subarray(0, badge).reduce((sum, count) => sum + count, 0)
  return [...members.subarray(first, first + counts[badge]!)]
}
