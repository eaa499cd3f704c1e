import type { IsoDay } from '@/domain/calendar'
import type { Sourced } from '@/domain/monitoring/settings'
import type { Scope } from '@/domain/rules/rule'
import type { KindId } from '@/domain/sources/kinds/kind'

/** What a place is to a truck: where muck comes from, where it is tipped, where trucks park, are washed, are fuelled. */
export const ROLES = ['site', 'tip', 'depot', 'wash', 'fuel'] as const
export type PlaceRole = (typeof ROLES)[number]

/** A time of day, `HH:MM`; `24:00` is its end. */
export type ClockTime = string

/** Hours of a day, [from, until); where `until` is not later than `from` they go over midnight. */
export type HoursOfDay = readonly [from: ClockTime, until: ClockTime]

/** Which sources are places of a role, and within how many metres of its position a truck is there. */
export interface PlaceRule {
  readonly role: PlaceRole
  readonly kind: KindId
  readonly scope: readonly Scope[]
  readonly metres: number
}

/** What holds from a day on, and up to another where it has ended. */
export interface Dated {
  readonly from: IsoDay
  readonly until?: IsoDay
}

/** Of a limit: the clause of the plan that asks for it. Absent: no clause does, and to pass it is a hint of our own. */
export interface OfClause {
  readonly clause?: number
}

/** Where and when trucks may not drive. */
export interface Ban extends Sourced, Dated, OfClause {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly hours: readonly HoursOfDay[]
  /** Lines of sources, and how near to one a truck is on it. */
  readonly along: { readonly kind: KindId; readonly scope: readonly Scope[]; readonly metres: number }
  /** Only trucks that carry something. */
  readonly loadedOnly: boolean
  /** So long at a stretch is needed. */
  readonly leastSeconds: number
}

/** How a city judges where its muck trucks were. Times are in seconds unless named otherwise. */
export interface TruckSettings {
  readonly clean: Sourced & {
    /** Faster than this from one position to the next is a jump of the receiver. */
    readonly mostKmh: number
    /** So many positions in a row may be one jump; more are where the truck is. */
    readonly mostInJump: number
    /** A receiver is off by so much now and then while its truck stands: no jump. */
    readonly noiseMetres: number
  }
  /** So near to a known line a position says in which datum it is. */
  readonly datum: Sourced & { readonly lineMetres: number }
  readonly stop: Sourced & { readonly leastSeconds: number; readonly metres: number }
  readonly trip: Sourced & {
    /** A shorter way between two stops is none: they are one stop. */
    readonly leastMetres: number
    /** Nothing came for so long: nobody knows what was between. */
    readonly gapSeconds: number
  }
  readonly moving: Sourced & {
    /** Slower than this a truck stands, km/h. */
    readonly kmh: number
    /** What comes later than this after a position says nothing of what the truck did between. */
    readonly silentSeconds: number
    /** What comes later than this is drawn as another path. */
    readonly apartSeconds: number
  }
  readonly places: Sourced & { readonly rules: readonly PlaceRule[] }
  /** The hours that count as day, the rule of the latest day that has begun. */
  readonly dayHours: readonly (Sourced & Dated & { readonly hours: HoursOfDay })[]
  readonly speed?: Sourced & OfClause & { readonly kmh: number; readonly leastSeconds: number }
  readonly open?: Sourced & OfClause & { readonly leastSeconds: number }
  /** A body that is lifted for so long anywhere but at places of these roles. */
  readonly lift?: Sourced & OfClause & { readonly leastSeconds: number; readonly at: readonly PlaceRole[] }
  /**
   * Between leaving a place of the roles `after` loaded and the way: so long at walking pace within `metres` of a wash, from
   * `withinSeconds` before leaving to as long after. Judged only where a wash is known within `reachMetres` of the place.
   */
  readonly unwashed?: Sourced &
    OfClause & {
      readonly after: readonly PlaceRole[]
      readonly metres: number
      readonly reachMetres: number
      readonly leastSeconds: number
      readonly withinSeconds: number
    }
  readonly bans: readonly Ban[]
  /**
   * Stops at no known place that lie within `metres` of each other are one place, from `leastStops` stops on `leastDays` days on;
   * where at least `leastShare` of them unloaded it may be a dump, where as many loaded a site.
   */
  readonly unlisted?: Sourced & {
    readonly metres: number
    readonly leastStops: number
    readonly leastDays: number
    readonly leastShare: number
    /** No stop of a place lies farther than this from where most of its stops are: trucks that queue in a row are none. */
    readonly mostMetres: number
    /** A place grows only from stops with so many stops within `metres` of them, themselves among these. */
    readonly denseStops: number
    /** Which stops are said to be at night. */
    readonly night: HoursOfDay
  }
}
