import { nearbyDistanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import type { PlaceFinder } from '@/domain/trucks/truck-places'
import { Random } from '../random'
import type { Habits, MadeTruck } from './made-truck'

/** Places that generated trucks drive between. */
export interface MadePlaces {
  readonly sites: readonly Position[]
  readonly tips: readonly Position[]
  readonly depots: readonly Position[]
  readonly fuels: readonly Position[]
  /** Each near a site. */
  readonly washes: readonly Position[]
  /** All listed places; hidden ones are away from them. */
  readonly finder: PlaceFinder
  /** Whether a position lies in the city. */
  readonly isInside: (at: Position) => boolean
}

/** Unlisted places that trucks use. */
export interface HiddenPlaces {
  readonly dumps: readonly Position[]
  readonly sites: readonly Position[]
  readonly noons: readonly Position[]
}

const WASH_METRES = 700

export const washOf = (site: Position, washes: readonly Position[]): Position | null =>
  nearest(washes, site, 1).find((wash) => nearbyDistanceMetres(...site, ...wash) < WASH_METRES) ?? null

function nearest(all: readonly Position[], at: Position, count: number): Position[] {
  return [...all].sort((a, b) => nearbyDistanceMetres(...at, ...a) - nearbyDistanceMetres(...at, ...b)).slice(0, count)
}

/** Positions away from all listed places and from each other. */
function away(
  random: Random,
  isInside: (at: Position) => boolean,
  about: readonly Position[],
  finder: PlaceFinder,
  count: number,
  taken: Position[],
) {
  const found: Position[] = []
  while (found.length < count) {
    const [lon, lat] = random.pick(about)
    const at: Position = [lon + (random.next() - 0.5) * 0.08, lat + (random.next() - 0.5) * 0.06]
    const near = (['site', 'tip', 'depot', 'wash', 'fuel'] as const).some(
      (role) => finder.around(...at, role, 700).length > 0,
    )
    if (near || !isInside(at) || taken.some((other) => nearbyDistanceMetres(...at, ...other) < 2500)) continue
    found.push(at)
    taken.push(at)
  }
  return found
}

export function hiddenPlaces(
  seed: number,
  { sites, finder, isInside }: MadePlaces,
  counts: readonly [number, number, number],
) {
  const random = new Random(seed)
  const taken: Position[] = []
  const of = (count: number) => away(random, isInside, sites, finder, count, taken)
  return { dumps: of(counts[0]), sites: of(counts[1]), noons: of(counts[2]) } satisfies HiddenPlaces
}

const GOOD: Habits = {
  byNight: false,
  dump: null,
  hiddenSite: null,
  noonAt: null,
  fast: 0,
  open: 0,
  unwashed: 0,
  strayLift: 0,
  alongBan: 0,
  gcj: 'no',
}

/** The trucks of a city: most behave correctly, some commit one breach or another. */
export function madeFleet(seed: number, count: number, places: MadePlaces, hidden: HiddenPlaces): MadeTruck[] {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, i): MadeTruck => {
    const first = random.pick(places.sites)
    const sites = nearest(places.sites, first, 2).map((at) => ({ at, wash: washOf(at, places.washes) }))
    const near = (all: readonly Position[], most = 1) => random.pick(nearest(all, first, most))
    const habits: Habits = {
      ...GOOD,
      byNight: i % 8 === 5,
      dump: i % 6 === 1 ? { at: near(hidden.dumps), share: 0.45 } : null,
      hiddenSite: i % 6 === 3 ? { at: near(hidden.sites), share: 0.5 } : null,
      noonAt: i % 5 === 2 ? near(hidden.noons) : null,
      fast: i % 7 === 3 ? 0.3 : 0,
      open: i % 9 === 4 ? 0.35 : 0,
      unwashed: i % 4 === 0 ? 0.4 : 0,
      strayLift: i % 12 === 7 ? 0.2 : 0,
      alongBan: i % 6 === 0 ? 0.5 : 0,
      gcj: i % 12 === 6 ? 'said' : i % 12 === 9 ? 'unsaid' : 'no',
    }
    return {
      plate: `示D${String(i + 1).padStart(5, '0')}`,
      seed: seed ^ Math.imul(i + 1, 0x9e37_79b1),
      depot: near(places.depots, 3),
      sites,
      tip: near(places.tips, 2),
      fuel: near(places.fuels, 3),
      habits,
    }
  })
}
