import type { LineString } from 'geojson'
import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { AS_OF } from './inspection'
import { VILLAGE_NAMES } from './names'
import type { Places } from './places'
import type { Random } from './random'
import type { Row } from './rows'
import { placedAt } from './sites'

/** A road of the package, used to place sources along roads. */
interface Road {
  readonly row: Row
  readonly geometry: LineString
}

/** Distance of a forecourt from the middle of a road, in degrees. */
const FORECOURT = 0.0006
/** Maximum distance of a furnace or chimney from its enterprise's position, in degrees. */
const PREMISES = 0.0012

const rounded = (lon: number, lat: number): Position => [Number(lon.toFixed(6)), Number(lat.toFixed(6))]

/** Generates rows of the kinds beyond dust: positions, names, and days that fit the as-of date. */
export class RowGenerator {
  constructor(
    readonly random: Random,
    readonly places: Places,
    private readonly roads: readonly Road[],
    private readonly enterprises: readonly Row[],
  ) {}

  /** A name such as 店张示例加油站07, which no real firm has. */
  private name(word: string, i: number): string {
    return `${this.random.pick(VILLAGE_NAMES)}示例${word}${String(i + 1).padStart(2, '0')}`
  }

  /** A row near the town of a county, picked by weight or from the given ones. */
  inTown(prefix: string, i: number, word: string, spread = 1, counties: readonly string[] = []): Row {
    const county = counties.length > 0 ? this.random.pick(counties) : this.places.county()
    return placedAt(prefix, i, this.name(word, i), county, this.places.inCounty(county, spread))
  }

  /** A row beside a road of its county, if there is one; otherwise near its town. */
  besideRoad(prefix: string, i: number, word: string): Row {
    const { random, places } = this
    const county = places.county()
    const own = this.roads.filter(({ row }) => row.county === county)
    const line = own.length > 0 && random.chance(0.6) ? random.pick(own).geometry.coordinates : []
    const at = random.whole(0, Math.max(0, line.length - 2))
    const along = random.next()
    const side = random.chance(0.5) ? FORECOURT : -FORECOURT
    const [from, to] = [line[at], line[at + 1]]
    const beside =
      from && to
        ? rounded(from[0]! + (to[0]! - from[0]!) * along + side, from[1]! + (to[1]! - from[1]!) * along + side)
        : null
    const position = beside && places.allows(county, beside) ? beside : places.inCounty(county)
    return placedAt(prefix, i, this.name(word, i), county, position)
  }

  /** A row on the premises of an enterprise of one of the industries, under its name. */
  atEnterprise(prefix: string, i: number, industries: readonly string[], what: string): Row {
    const { random, places } = this
    const fitting = this.enterprises.filter(({ industry }) => industries.includes(String(industry)))
    const { name, county, lon, lat } = random.pick(fitting)
    const near = rounded(
      Number(lon) + (random.next() - 0.5) * 2 * PREMISES,
      Number(lat) + (random.next() - 0.5) * 2 * PREMISES,
    )
    const position: Position = places.allows(String(county), near) ? near : [Number(lon), Number(lat)]
    return placedAt(prefix, i, `${name}${what}`, String(county), position)
  }

  /** A random day between two days, inclusive. */
  day(from: string, to: string): DayNumber {
    return this.random.whole(parseDay(from), parseDay(to))
  }

  /** A random number of days before the as-of date. */
  before(least: number, most: number): DayNumber {
    return AS_OF - this.random.whole(least, most)
  }

  /** A one-time obligation: whether it was fulfilled, and on which day; occasionally not recorded. */
  once(share: number, from: string, to: string, absent = 0.03): { flag: boolean | null; day: DayNumber | null } {
    if (this.random.chance(absent)) return { flag: null, day: null }
    const flag = this.random.chance(share)
    return { flag, day: flag ? this.day(from, to) : null }
  }
}
