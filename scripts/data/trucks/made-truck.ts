import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import { secondsAt } from '@/domain/trucks/clock-hours'
import { EMPTY, FULL, type Second, STATE } from '@/domain/trucks/positions'
import { Random } from '../random'

/** What a generated truck does besides its work. Shares refer to its hauls. */
export interface Habits {
  readonly byNight: boolean
  /** Where it dumps instead of at the tip, and how often. */
  readonly dump: { readonly at: Position; readonly share: number } | null
  /** Unlisted site where it is loaded. */
  readonly hiddenSite: { readonly at: Position; readonly share: number } | null
  /** Where its driver has lunch. */
  readonly noonAt: Position | null
  readonly fast: number
  readonly open: number
  readonly unwashed: number
  readonly strayLift: number
  /** Trips along a closed line in peak hours, per day. */
  readonly alongBan: number
  /** Whether its terminal sends GCJ-02, and whether it declares that. */
  readonly gcj: 'no' | 'said' | 'unsaid'
}

export interface MadeTruck {
  readonly plate: string
  readonly seed: number
  readonly depot: Position
  readonly sites: readonly { readonly at: Position; readonly wash: Position | null }[]
  readonly tip: Position
  readonly fuel: Position
  readonly habits: Habits
}

/** A breach put into the tracks, to be detected. */
export interface MadeBreach {
  readonly kind: BreachKind
  readonly truck: string
  readonly from: Second
  readonly until: Second
}

/** One position as sent by a terminal; rows are in order of arrival. */
export interface RawRow {
  readonly second: Second
  readonly lon: number
  readonly lat: number
  readonly kmh: number
  readonly direction: number
  readonly load: number
  readonly state: number
}

export interface MadeTrack {
  readonly rows: readonly RawRow[]
  readonly breaches: readonly MadeBreach[]
  /** Stops at unlisted places. */
  readonly hidden: readonly { readonly at: Position; readonly second: Second }[]
  readonly hauls: { readonly all: number; readonly byDay: number }
}

const STEP = 30
const METRE = 1 / 111_000
const BY_DAY = [6 * 3600, 20 * 3600] as const

/** The track of one truck over some days from its own seed; independent of other trucks. */
export function madeTruck(truck: MadeTruck, days: readonly number[], closedLine: readonly Position[]): MadeTrack {
  const random = new Random(truck.seed)
  const { habits } = truck
  const rows: RawRow[] = []
  const breaches: MadeBreach[] = []
  const hidden: { at: Position; second: Second }[] = []
  const hauls = { all: 0, byDay: 0 }
  let [clock, at, load, open, direction] = [0, truck.depot, EMPTY as number, false, 0]

  function send(kmh: number, lifted = false) {
    const body = open ? STATE.open : STATE.closed
    const [lon, lat] = [at[0] + random.normal() * 3 * METRE, at[1] + random.normal() * 3 * METRE]
    rows.push({
      second: clock,
      lon,
      lat,
      kmh: Math.max(0, Math.round((kmh + (kmh > 0 ? random.normal() * 2 : 0)) * 10) / 10),
      direction,
      load,
      state: body | (lifted ? STATE.lifted : STATE.lowered),
    })
    clock += STEP
  }
  function stay(seconds: number, lifted = false) {
    const until = clock + seconds
    while (clock < until) send(0, lifted)
  }
  function go(to: Position, kmh = 28 + random.next() * 20, bow = (random.next() - 0.5) * 0.3) {
    const from = at
    const metres = nearbyDistanceMetres(...from, ...to)
    const steps = Math.max(1, Math.round(metres / ((kmh / 3.6) * STEP)))
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    for (let step = 1; step <= steps; step++) {
      const part = step / steps
      const side = Math.sin(Math.PI * part) * bow
      const next = [from[0] + dx * part - dy * side, from[1] + dy * part + dx * side] as const
      direction = Math.round((Math.atan2(next[0] - at[0], next[1] - at[1]) * 180) / Math.PI + 360) % 360
      at = next
      send(step === steps ? 8 : kmh)
    }
  }
  const did = (kind: BreachKind, from: Second) => breaches.push({ kind, truck: truck.plate, from, until: clock })

  function haul() {
    const site = random.pick(truck.sites)
    const isHidden = habits.hiddenSite !== null && random.chance(habits.hiddenSite.share)
    go(isHidden ? habits.hiddenSite.at : site.at)
    if (isHidden) hidden.push({ at, second: clock })
    stay(random.whole(14, 26) * STEP)
    load = FULL
    stay(3 * STEP)
    const wash = isHidden ? null : site.wash
    if (wash) {
      const left = clock
      if (random.chance(habits.unwashed)) did('unwashed', left)
      else {
        go(wash, 12, 0)
        stay(5 * STEP)
      }
    }
    hauls.all++
    const begin = (clock - secondsAt(0)) % 86_400
    if (begin >= BY_DAY[0] && begin < BY_DAY[1]) hauls.byDay++
    open = random.chance(habits.open)
    const isFast = random.chance(habits.fast)
    const isDumped = habits.dump !== null && random.chance(habits.dump.share)
    const left = clock
    go(isDumped ? habits.dump.at : truck.tip, isFast ? 76 : undefined)
    if (open) did('open', left)
    if (isFast) did('speed', left)
    open = false
    if (isDumped) hidden.push({ at, second: clock })
    stay(8 * STEP)
    const lift = clock
    stay(4 * STEP, true)
    if (isDumped) did('lift', lift)
    load = EMPTY
    stay(4 * STEP)
  }

  for (const day of days) {
    clock = secondsAt(day) + (habits.byNight ? 20.5 * 3600 : 6.2 * 3600) + random.whole(0, 60) * STEP
    stay(10 * STEP)
    const end = clock + (habits.byNight ? 6.5 : 10.5) * 3600
    let hasEaten = habits.noonAt === null
    let hasRun = !random.chance(habits.alongBan)
    while (clock < end) {
      if (!hasRun && clock > secondsAt(day) + 7.2 * 3600 && clock < secondsAt(day) + 8.4 * 3600) {
        hasRun = true
        go(closedLine[0]!)
        const from = clock
        for (const point of closedLine.slice(1)) go(point, 26, 0)
        did('ban', from)
      }
      haul()
      if (!hasEaten && clock > secondsAt(day) + 11.5 * 3600) {
        hasEaten = true
        go(habits.noonAt!)
        hidden.push({ at, second: clock })
        stay(50 * STEP)
      }
      if (random.chance(habits.strayLift)) {
        go([at[0] + 0.012, at[1] + 0.006])
        const from = clock
        stay(2 * STEP, true)
        did('lift', from)
      }
    }
    if (random.chance(0.3)) {
      go(truck.fuel)
      stay(16 * STEP)
    }
    go(truck.depot)
    stay(20 * STEP)
  }
  return { rows: asSent(random, rows, habits), breaches, hidden, hauls }
}

/** Transmission effects on positions: duplicates, batches after blind spots, jumps, and GCJ-02. */
function asSent(random: Random, rows: readonly RawRow[], { gcj }: Habits): RawRow[] {
  const sent: RawRow[] = []
  let held: RawRow[] = []
  for (const row of rows) {
    const [lon, lat] = gcj === 'no' ? [row.lon, row.lat] : fromWgs84('gcj02', [row.lon, row.lat])
    const jump = random.chance(0.001)
    const said: RawRow = {
      ...row,
      lon: jump ? lon + 0.05 + random.next() * 0.3 : lon,
      lat: jump ? lat - 0.05 - random.next() * 0.3 : lat,
      state: row.state | (gcj === 'said' ? STATE.encrypted : 0),
    }
    if (held.length > 0 || random.chance(0.0005)) {
      held.push(said)
      if (held.length === 12) {
        // Positions received meanwhile precede the delayed batch.
        sent.push(...held.slice(6), ...held.slice(0, 6))
        held = []
      }
      continue
    }
    sent.push(said)
    if (random.chance(0.01)) sent.push(said)
  }
  return [...sent, ...held]
}
