import { plateOf } from './fleet'
import type { SentPosition } from './jt808'
import type { Positions } from './positions'

const FIRST_ROWS = 4096

/** Collects positions while a file is read: rows are added one by one, without keeping an object per row. */
export class GrowingPositions {
  private rows = 0
  private truck = new Uint32Array(FIRST_ROWS)
  private second = new Uint32Array(FIRST_ROWS)
  private lon = new Int32Array(FIRST_ROWS)
  private lat = new Int32Array(FIRST_ROWS)
  private speed = new Uint16Array(FIRST_ROWS)
  private direction = new Uint16Array(FIRST_ROWS)
  private load = new Uint8Array(FIRST_ROWS)
  private state = new Uint8Array(FIRST_ROWS)
  private line = new Uint32Array(FIRST_ROWS)
  private readonly plates: string[] = []
  private readonly places = new Map<string, number>()
  /** Truck index by the plate as written in the file. */
  private readonly written = new Map<string, number>()

  get length(): number {
    return this.rows
  }

  /** `line`: its line in the file. */
  add(plate: string, position: SentPosition, line: number): void {
    if (this.rows === this.truck.length) this.grow()
    const row = this.rows++
    this.truck[row] = this.placeOf(plate)
    this.second[row] = position.second
    this.lon[row] = position.lon
    this.lat[row] = position.lat
    this.speed[row] = position.speed
    this.direction[row] = position.direction
    this.load[row] = position.load
    this.state[row] = position.state
    this.line[row] = line
  }

  /** Replaces a load in all rows so far. */
  replaceLoad(from: number, to: number): void {
    for (let row = 0; row < this.rows; row++) if (this.load[row] === from) this.load[row] = to
  }

  private placeOf(plate: string): number {
    const known = this.written.get(plate)
    if (known !== undefined) return known
    const common = plateOf(plate)
    const place = this.places.get(common) ?? this.places.size
    if (place === this.places.size) {
      this.places.set(common, place)
      this.plates.push(common)
    }
    this.written.set(plate, place)
    return place
  }

  private grow(): void {
    const grown = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: T): T => {
      const to = new (from.constructor as new (length: number) => T)(from.length * 2)
      to.set(from)
      return to
    }
    this.truck = grown(this.truck)
    this.second = grown(this.second)
    this.lon = grown(this.lon)
    this.lat = grown(this.lat)
    this.speed = grown(this.speed)
    this.direction = grown(this.direction)
    this.load = grown(this.load)
    this.state = grown(this.state)
    this.line = grown(this.line)
  }

  /** All rows, in the order in which they came. */
  positions(): Positions {
    const of = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(column: T) =>
      column.slice(0, this.rows) as T
    return {
      trucks: this.plates,
      truck: of(this.truck),
      second: of(this.second),
      lon: of(this.lon),
      lat: of(this.lat),
      speed: of(this.speed),
      direction: of(this.direction),
      load: of(this.load),
      state: of(this.state),
    }
  }

  /** The line of each row in the file. */
  get lines(): Uint32Array {
    return this.line.slice(0, this.rows)
  }
}
