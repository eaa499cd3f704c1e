import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Evidence } from './flag'
import type { PhotoRef, SourceRef } from './references'

/** A source near the place of a case that may be the cause, with its standing on the day the case was opened. */
export interface LikelySource extends SourceRef {
  readonly metres: number
  /** Direction from the place, degrees clockwise from north. */
  readonly azimuth: number
  /** A name of a standing, possibly of a later version. */
  readonly standing: string
  readonly overdueDays: number
}

/**
 * Wind direction of a case, and where it comes from: a value of WIND_SAID, or of a later version. For `hand-direction`
 * the speed is the form's default, which nobody entered.
 */
export interface CaseWind {
  readonly fromDegrees: number
  readonly metresPerSecond: number
  /**
   * Wind speed in m/s below which the package called the air calm; absent if the package did not state it, and in older
   * records.
   */
  readonly calmBelow?: number
  readonly said: string
  /** For measured wind: start of its hour, ISO, and the device's code; absent in older records. */
  readonly hour?: string
  readonly station?: string
}
export const WIND_SAID = ['hand', 'hand-direction', 'readings'] as const

/**
 * A person opened a case on an abnormal value. The case id is the event's id; two openings for one value are two cases.
 */
export interface CaseOpened {
  readonly type: 'case'
  /** Id of the package's sort of case, and its name at that time. */
  readonly sort: string
  readonly sortName: string
  readonly title: string
  /** Why it was opened, as text. */
  readonly reason: string
  /** What the case was opened from, so that it is not proposed twice; empty if a person brought it up. */
  readonly from: string
  /** For hours above a limit: the end of the last one known then, ISO; absent for other cases and in older records. */
  readonly hoursUntil?: string
  /** The source it concerns; absent if none. */
  readonly target?: SourceRef
  readonly position: Position | null
  /**
   * The source at whose place the case is: chosen by name, or the one that it concerns if it was not moved from there;
   * absent otherwise and in older records.
   */
  readonly placeOf?: SourceRef
  /** Where the value was reported, if the case was moved from there; absent otherwise and in older records. */
  readonly reportedAt?: Position
  /** County code; empty if unknown. */
  readonly county: string
  readonly lead: readonly string[]
  /** When the value was noticed, ISO; deadlines count from then. */
  readonly observed: string
  readonly wind?: CaseWind
  readonly likely: readonly LikelySource[]
  /** Search radius around the place, in metres; absent in older records. */
  readonly reachMetres?: number
  /**
   * Kinds of sources nearby that were not considered, since they do not cause the measured parameter, with the number
   * of each.
   */
  readonly leftOut?: readonly { readonly kind: KindId; readonly name: string; readonly count: number }[]
  /**
   * For a place where trucks stopped: which trucks, of which company, and on which days; most stops first. Absent for
   * other cases and in older records.
   */
  readonly visitors?: readonly {
    readonly plate: string
    readonly company: string
    readonly days: readonly string[]
    readonly stops: number
  }[]
  /** Time limits as the package defined them. */
  readonly terms: readonly { readonly step: string; readonly minutes: number; readonly confirmed: boolean }[]
  /** The case was opened on made-up data. */
  readonly illustrative?: true
  readonly note: string
}

/** What a team found on site. The names are stored. */
export const CASE_FINDINGS = ['cause', 'no-cause', 'put-right', 'untrue'] as const
/** The finding that only holds for the sources that were looked at. */
export const NO_CAUSE: (typeof CASE_FINDINGS)[number] = 'no-cause'
/** How the value developed afterwards. The names are stored. */
export const CASE_EFFECTS = ['better', 'same', 'worse', 'unknown'] as const

/** Where a case was moved, with what follows from its place, as the opening has it. */
export type CaseMove = Pick<CaseOpened, 'placeOf' | 'reportedAt' | 'county' | 'likely' | 'reachMetres' | 'leftOut'> & {
  readonly position: Position
}

/** A step taken in a case. */
export interface CaseStepped {
  readonly type: 'case-step'
  /** Id of the event that opened the case, and its title for devices that do not have that event. */
  readonly case: string
  readonly title: string
  /** A value of CASE_STEPS, or of a later version. */
  readonly step: string
  /** When the step was done, ISO. */
  readonly when: string
  /** Ids of the steps of this case that the writer knew. */
  readonly knows: readonly string[]
  readonly note: string
  /** For an assignment: to which team, and for which day. */
  readonly team?: string
  readonly day?: string
  /** For a report: a value of CASE_FINDINGS, and the source found to be the cause. */
  readonly finding?: string
  readonly cause?: SourceRef
  /** For an assessment, or for a closing without one: a value of CASE_EFFECTS. */
  readonly effect?: string
  /** For a move; absent in older records. */
  readonly moved?: CaseMove
  readonly position: Position | null
  readonly accuracyMetres: number | null
  /**
   * For an arrival: distance from the case's place, age of the position, and the reason given; absent in older records.
   */
  readonly evidence?: Evidence
  readonly photos: readonly PhotoRef[]
}
