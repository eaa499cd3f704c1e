import type { LineString } from 'geojson'
import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { AS_OF } from './inspection'
import { VILLAGE_NAMES } from './names'
import type { Places } from './places'
import type { Random } from './random'
import type { Row } from './rows'
import { placedAt } from './sites'

/** A road of the package, for what lies along roads. */
interface Road {
  readonly row: Row
  readonly geometry: LineString
}

/** About so far from the middle of a road, in degrees, is a forecourt. */
const FORECOURT = 0.0006
/** Within so much of its enterprise's own position, in degrees, lies a furnace or a chimney. */
const PREMISES = 0.0012

const rounded = (lon: number, lat: number): Position => [Number(lon.toFixed(6)), Number(lat.toFixed(6))]

/** Makes rows of the kinds beyond dust: where they lie, what they are called, and days that fit the as-of day. */
export class Making {
  constructor(
    readonly random: Random,
    readonly places: Places,
    private readonly roads: readonly Road[],
    private readonly enterprises: readonly Row[],
  ) {}

  /** 店张示例加油站07: no firm is called so. */
  private name(word: string, i: number): string {
    return `${this.random.pick(VILLAGE_NAMES)}示例${word}${String(i + 1).padStart(2, '0')}`
  }

  /** About the town of a county: one by weight, or one of those given. */
  inTown(prefix: string, i: number, word: string, spread = 1, counties: readonly string[] = []): Row {
    const county = counties.length > 0 ? this.random.pick(counties) : this.places.county()
    return placedAt(prefix, i, this.name(word, i), county, this.places.inCounty(county, spread))
  }

  /** Beside a road of its county, where that has one; else about its town. */
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

  /** On the premises of one of the enterprises of some industries, under its name. */
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

  /** A day between two, both included. */
  day(from: string, to: string): DayNumber {
    return this.random.whole(parseDay(from), parseDay(to))
  }

  /** So many days before the as-of day. */
  before(least: number, most: number): DayNumber {
    return AS_OF - this.random.whole(least, most)
  }

  /** What has to be done once: whether it was, and on which day; now and then nobody has written it down. */
  once(share: number, from: string, to: string, absent = 0.03): { flag: boolean | null; day: DayNumber | null } {
    if (this.random.chance(absent)) return { flag: null, day: null }
    const flag = this.random.chance(share)
    return { flag, day: flag ? this.day(from, to) : null }
  }
}
