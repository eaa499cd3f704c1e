import { mercator, unproject } from '@/domain/geodesy/mercator'
import type { Problem } from '@/domain/problem'
import { STATUS, type StatusName } from '@/domain/rules/status'
import type { Cells, Window } from '@/domain/sources/view/drawn-sources'
import type { RangedFiles } from '@/io/package/package-files'
import { RangeFault } from '@/io/package/ranged-file'
import { cellsFile, type ProvinceIndex, sourcesFile } from './province-file'
import { RecentReads } from './recent-reads'
import { type Box, boxAt, COUNTS, PlacedTable, WORLD, WORLD_BITS } from './sources-pyramid'

/** The folder is unreachable now, so the stored copy has to be used. */
const UNREACHED: ReadonlySet<Problem['code']> = new Set(['server-unreachable', 'file-unreachable'])

/** Filter for sources: positions of their groups in the index, and standings; null for all. */
export interface SourceFilter {
  readonly groups: readonly number[] | null
  readonly standings: readonly number[] | null
}

/** Sources in a window: individually, or as cells if there are too many. */
export interface SourcesInWindow {
  /** Number of matching sources in the window; if cells are shown, in all cells that it touches. */
  readonly total: number
  readonly cells: Cells | null
  readonly dots: { readonly positions: Float64Array; readonly status: Uint8Array } | null
  /** Why cells are shown although individual sources would fit; null otherwise. */
  readonly problem: Problem | null
}

/** A single source, for when the user clicks it. */
export interface SourceFacts {
  /** Position of its city in the index. */
  readonly city: number
  readonly kind: string
  readonly county: string
  readonly code: string
  readonly name: string
  readonly standing: number
  readonly at: readonly [lon: number, lat: number]
}

/** With more sources in and around a window, cells are drawn, as on a city's own map. */
const MAX_DRAWN = 20_000
/**
 * Cells are this many levels finer than the zoom: at an integer zoom they are 32 pixels wide, and wider up to the next
 * zoom, as the discs need.
 */
const LEVELS_ABOVE = 4
/**
 * Share of the window read additionally on each side, so that a short pan shows no edge; equal to what the map draws.
 */
const MARGIN = 0.25

const DOT_COLUMNS = ['x', 'y', 'kind_group', 'standing']

/** Maximum bytes cached in memory, over all files. */
const MAX_BYTES = 134_217_728

/** All sources of a province in the pyramid's files, read by ranges. */
export class ProvinceSources {
  private readonly tables = new Map<string, Promise<PlacedTable>>()
  private readonly recent = new RecentReads(MAX_BYTES)

  constructor(
    private readonly files: RangedFiles,
    private readonly index: ProvinceIndex,
  ) {}

  /** Content of a window at a zoom. @throws RangeFault PyramidRefused */
  async seen(window: Window, zoom: number, asked: SourceFilter): Promise<SourcesInWindow> {
    const { levels } = this.index
    const nothing = { total: 0, cells: null, dots: null, problem: null }
    if (levels.length === 0) return nothing
    const wanted = Math.floor(zoom) + LEVELS_ABOVE
    const level = Math.min(levels[levels.length - 1]!, Math.max(levels[0]!, wanted))
    const { cells, all, total } = await this.cellsIn(window, level, asked)
    // Decided by the number to be read, not only the visible ones: next to an empty window there may be millions.
    if (all > MAX_DRAWN) return { total, cells, dots: null, problem: null }
    try {
      const { dots, inWindow } = await this.dotsIn(window, asked)
      return { total: inWindow, cells: null, dots, problem: null }
    } catch (error) {
      // Without a network there are no individual sources, and only the stored cells.
      if (!(error instanceof RangeFault) || !UNREACHED.has(error.problem.code)) throw error
      return { total, cells, dots: null, problem: error.problem }
    }
  }

  /**
   * The source nearest to a position, within `reach` (metres at the equator); null if there is none. @throws RangeFault
   * PyramidRefused
   */
  async near(lon: number, lat: number, reach: number, asked: SourceFilter): Promise<SourceFacts | null> {
    const [x, y] = mercator(lon, lat)
    const box = boxAt({ west: x - reach, east: x + reach, north: y - reach, south: y + reach }, WORLD_BITS)
    const isAsked = test(asked)
    let best: { readonly facts: SourceFacts; readonly away: number } | null = null
    for (const { city, table } of await this.citiesIn(box)) {
      const columns = [...DOT_COLUMNS, 'kind', 'county', 'code', 'name']
      for (const part of await table.read(box, columns)) {
        const [xs, ys, groups, standings, ...texts] = columns.map((name) => part.columns.get(name)!)
        for (let row = 0; row < part.length; row++) {
          const [px, py] = [Number(xs![row]), Number(ys![row])]
          if (!isInside(box, px, py) || !isAsked(Number(groups![row]), Number(standings![row]))) continue
          const away = Math.hypot(px / WORLD - x, py / WORLD - y)
          if (away > reach || (best && best.away <= away)) continue
          const [kind, county, code, name] = texts.map((column) => String(column[row])) as [
            string,
            string,
            string,
            string,
          ]
          const at = unproject((px + 0.5) / WORLD, (py + 0.5) / WORLD)
          best = { away, facts: { city, kind, county, code, name, standing: Number(standings![row]), at } }
        }
      }
    }
    return best?.facts ?? null
  }

  private async cellsIn(window: Window, level: number, asked: SourceFilter) {
    const table = await this.table(cellsFile(level))
    const wide = boxAt(widened(window), level)
    const view = boxAt(window, level)
    const isGroup = memberOf(asked.groups)
    const isStanding = memberOf(asked.standings)
    const places: number[] = []
    const [counts, overdue, failing]: [number[], number[], number[]] = [[], [], []]
    let [all, total] = [0, 0]
    let [lastX, lastY] = [-1, -1]
    for (const part of await table.read(wide, ['x', 'y', 'kind_group', ...COUNTS])) {
      const [xs, ys, groups] = ['x', 'y', 'kind_group'].map((name) => part.columns.get(name) as ArrayLike<number>)
      const of = COUNTS.map((name) => part.columns.get(name) as ArrayLike<number>)
      for (let row = 0; row < part.length; row++) {
        const [x, y] = [xs![row]!, ys![row]!]
        if (!isInside(wide, x, y)) continue
        const isSeen = isInside(view, x, y)
        const isWanted = isGroup(groups![row]!)
        let count = 0
        for (let standing = 0; standing < of.length; standing++) {
          const these = of[standing]![row]!
          all += these
          if (isWanted && isStanding(standing)) count += these
        }
        if (count === 0) continue
        if (isSeen) total += count
        // Rows of the same cell, one per group, are adjacent.
        if (x !== lastX || y !== lastY) {
          places.push(...unproject((x + 0.5) / 2 ** level, (y + 0.5) / 2 ** level))
          counts.push(0)
          overdue.push(0)
          failing.push(0)
          lastX = x
          lastY = y
        }
        const cell = counts.length - 1
        counts[cell]! += count
        if (isStanding(STATUS.overdue)) overdue[cell]! += of[STATUS.overdue]![row]!
        if (isStanding(STATUS.failing)) failing[cell]! += of[STATUS.failing]![row]!
      }
    }
    const cells: Cells = {
      positions: Float64Array.from(places),
      counts: Uint32Array.from(counts),
      overdue: Uint32Array.from(overdue),
      failing: Uint32Array.from(failing),
    }
    return { cells, all, total }
  }

  /** The sources in and around a window, and the number inside it. */
  private async dotsIn(window: Window, asked: SourceFilter) {
    const box = boxAt(widened(window), WORLD_BITS)
    const view = boxAt(window, WORLD_BITS)
    const isAsked = test(asked)
    const found: number[] = []
    let inWindow = 0
    for (const { table } of await this.citiesIn(box))
      for (const part of await table.read(box, DOT_COLUMNS)) {
        const [xs, ys, groups, standings] = DOT_COLUMNS.map((name) => part.columns.get(name) as ArrayLike<number>)
        for (let row = 0; row < part.length; row++) {
          const [x, y, standing] = [xs![row]!, ys![row]!, standings![row]!]
          if (!isInside(box, x, y) || !isAsked(groups![row]!, standing)) continue
          found.push(x, y, standing)
          if (isInside(view, x, y)) inWindow++
        }
      }
    const count = found.length / 3
    // Worst first, as the drawing code expects.
    const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => found[3 * b + 2]! - found[3 * a + 2]!)
    const positions = new Float64Array(2 * count)
    const status = new Uint8Array(count)
    order.forEach((i, place) => {
      positions.set(unproject((found[3 * i]! + 0.5) / WORLD, (found[3 * i + 1]! + 0.5) / WORLD), 2 * place)
      status[place] = found[3 * i + 2]!
    })
    return { dots: { positions, status }, inWindow }
  }

  private async citiesIn(box: Box): Promise<readonly { readonly city: number; readonly table: PlacedTable }[]> {
    const cities = this.index.cities.flatMap(({ bounds }, city) => {
      if (!bounds) return []
      const [west, north] = mercator(bounds[0], bounds[3])
      const [east, south] = mercator(bounds[2], bounds[1])
      const isApart =
        west * WORLD > box.east + 1 ||
        east * WORLD < box.west ||
        north * WORLD > box.south + 1 ||
        south * WORLD < box.north
      return isApart ? [] : [city]
    })
    return Promise.all(cities.map(async (city) => ({ city, table: await this.table(sourcesFile(city)) })))
  }

  private table(name: string): Promise<PlacedTable> {
    const known = this.tables.get(name)
    if (known) return known
    const table = this.files.ranged(name).then((got) => {
      if ('problem' in got) throw new RangeFault(got.problem)
      return PlacedTable.open({ file: got.file, name, made: this.index.made }, this.recent)
    })
    this.tables.set(name, table)
    // A failed request is repeated next time.
    table.catch(() => this.tables.delete(name))
    return table
  }
}

const isInside = ({ west, north, east, south }: Box, x: number, y: number) =>
  x >= west && x <= east && y >= north && y <= south

function memberOf(places: readonly number[] | null): (place: number) => boolean {
  if (places === null) return () => true
  const set = new Set(places)
  return (place) => set.has(place)
}

function test({ groups, standings }: SourceFilter): (group: number, standing: number) => boolean {
  const [isGroup, isStanding] = [memberOf(groups), memberOf(standings)]
  return (group, standing) => isGroup(group) && isStanding(standing)
}

function widened({ west, north, east, south }: Window): Window {
  const [x, y] = [(east - west) * MARGIN, (south - north) * MARGIN]
  return { west: west - x, east: east + x, north: north - y, south: south + y }
}

/** Standings by name, as numbers. */
export const standingNumbers = (names: readonly StatusName[]): readonly number[] => names.map((name) => STATUS[name])
