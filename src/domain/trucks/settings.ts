import type { IsoDay } from '@/domain/calendar'
import type { Sourced } from '@/domain/monitoring/settings'
import type { Scope } from '@/domain/rules/rule'
import type { KindId } from '@/domain/sources/kinds/kind'

/** The role of a place for trucks: muck is loaded, muck is tipped, trucks park, are washed, are fuelled. */
export const ROLES = ['site', 'tip', 'depot', 'wash', 'fuel'] as const
export type PlaceRole = (typeof ROLES)[number]

/** A time of day, `HH:MM`; `24:00` is the end of the day. */
export type ClockTime = string

/** Hours of a day, [from, until); they cross midnight if `until` is not later than `from`. */
export type HoursOfDay = readonly [from: ClockTime, until: ClockTime]

/** Which sources are places of a role, and the radius in metres around their position. */
export interface PlaceRule {
  readonly role: PlaceRole
  readonly kind: KindId
  readonly scope: readonly Scope[]
  readonly metres: number
}

/** In force from a day on, until and including another day if it has ended. */
export interface Validity {
  readonly from: IsoDay
  readonly until?: IsoDay
}

/** The clause of the plan that sets a limit. Absent: no clause does, and a breach is only an internal hint. */
export interface ClauseRef {
  readonly clause?: number
}

/** Where and when trucks may not drive. */
export interface Ban extends Sourced, Validity, ClauseRef {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly hours: readonly HoursOfDay[]
  /** The lines of sources, and within how many metres of one a truck is on it. */
  readonly along: { readonly kind: KindId; readonly scope: readonly Scope[]; readonly metres: number }
  /** Applies only to trucks with a load. */
  readonly loadedOnly: boolean
  /** The minimum duration without interruption. */
  readonly leastSeconds: number
}

/** The least evidence on a county's month for its share by day to be decided by tracks. */
export interface LeastEvidence {
  /** Days on which tracks have trips of the county. */
  readonly leastDays: number
  readonly leastTrips: number
}

/** How a city judges the tracks of its muck trucks. Times are in seconds unless stated otherwise. */
export interface TruckSettings {
  readonly clean: Sourced & {
    /** A higher speed between two positions is a jump of the receiver. */
    readonly mostKmh: number
    /** The maximum number of consecutive positions in a jump; if there are more, the truck really is there. */
    readonly mostInJump: number
    /** The occasional error of a receiver while the truck stands; such a displacement is no jump. */
    readonly noiseMetres: number
  }
  /** Within how many metres of a known line a position is evidence of its datum. */
  readonly datum: Sourced & { readonly lineMetres: number }
  readonly stop: Sourced & { readonly leastSeconds: number; readonly metres: number }
  readonly trip: Sourced & {
    /** A shorter way between two stops is no trip: the stops are joined. */
    readonly leastMetres: number
    /** After a longer gap without positions, the way between is unknown. */
    readonly gapSeconds: number
  }
  readonly moving: Sourced & {
    /** Below this speed in km/h a truck counts as standing. */
    readonly kmh: number
    /** After a longer gap, nothing is known of what the truck did in between. */
    readonly silentSeconds: number
    /** After a longer gap, the path is drawn as a new line. */
    readonly apartSeconds: number
  }
  readonly places: Sourced & { readonly rules: readonly PlaceRule[] }
  /** The hours that count as day; the rule that began last applies. */
  readonly dayHours: readonly (Sourced & Validity & { readonly hours: HoursOfDay })[]
  readonly evidence: Sourced & LeastEvidence
  readonly speed?: Sourced & ClauseRef & { readonly kmh: number; readonly leastSeconds: number }
  readonly open?: Sourced & ClauseRef & { readonly leastSeconds: number }
  /** A body that stays lifted for this long, anywhere except at places of these roles. */
  readonly lift?: Sourced & ClauseRef & { readonly leastSeconds: number; readonly at: readonly PlaceRole[] }
  /**
   * A truck that leaves a place of the roles `after` with a load must spend `leastSeconds` below `moving.kmh` within
   * `metres` of a wash, from `withinSeconds` before leaving until `withinSeconds` after. Judged only if a wash is known
   * within `reachMetres` of the place.
   */
  readonly unwashed?: Sourced &
    ClauseRef & {
      readonly after: readonly PlaceRole[]
      readonly metres: number
      readonly reachMetres: number
      readonly leastSeconds: number
      readonly withinSeconds: number
    }
  readonly bans: readonly Ban[]
  /**
   * Stops at no known place that are within `metres` of each other form one place, if there are at least `leastStops`
   * stops on `leastDays` days. If at least `leastShare` of the stops unloaded, it may be a dump; if as many loaded, a
   * site.
   */
  readonly unlisted?: Sourced & {
    readonly metres: number
    readonly leastStops: number
    readonly leastDays: number
    readonly leastShare: number
    /**
     * The maximum distance of a place's stops from where most of them are, so that a queue of trucks does not become a
     * single place.
     */
    readonly mostMetres: number
    /** A place grows only from stops that have this many stops within `metres`, including themselves. */
    readonly denseStops: number
    /** The hours that count as night for stops. */
    readonly night: HoursOfDay
  }
}
