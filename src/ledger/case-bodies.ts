import type { Position } from '@/domain/geodesy/position'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { Evidence } from './flag'
import type { NumberedSource, PhotoRef, SourceRef } from './references'

/** A source near the place of a case that may be the cause, as it stood on the day on which the case was opened. */
export interface LikelySource extends NumberedSource {
  readonly metres: number
  /** Direction from the place, degrees from north. */
  readonly azimuth: number
  /** By the names of standings, or one of a later version. */
  readonly standing: string
  readonly overdueDays: number
}

/** Where the wind of a case came from, and who says so: of WIND_SAID, or of a later version. Of `hand-direction` the speed is that with which a form begins: nobody said it. */
export interface CaseWind {
  readonly fromDegrees: number
  readonly metresPerSecond: number
  /** Below so many m/s the package called the air calm; absent where it did not say so, and in records of before it was written down. */
  readonly calmBelow?: number
  readonly said: string
  /** Of a measured wind: when its hour began, ISO, and the code of the device; absent in records of before they were written down. */
  readonly hour?: string
  readonly station?: string
}
export const WIND_SAID = ['hand', 'hand-direction', 'readings'] as const

/** A person opened a case on an abnormal value. Its id is the event's; two on one value are two cases. */
export interface CaseOpened {
  readonly type: 'case'
  /** Id of the package's sort of case, and what that was called. */
  readonly sort: string
  readonly sortName: string
  readonly title: string
  /** Why it was opened, in words. */
  readonly reason: string
  /** What it was opened from, so that it is not proposed twice; empty where a person brought it. */
  readonly from: string
  /** The source that it is about; absent where it is about none. */
  readonly target?: NumberedSource
  readonly position: Position | null
  /** Code of the county; empty where nobody knows. */
  readonly county: string
  readonly lead: readonly string[]
  /** When the value was noticed, ISO: the clock runs from then. */
  readonly observed: string
  readonly wind?: CaseWind
  readonly likely: readonly LikelySource[]
  /** How far from the place they were looked for; absent in records of before it was written down. */
  readonly reachMetres?: number
  /** Which kinds of sources there were not looked at, since they do not cause what was measured, and how many of each stood there. */
  readonly leftOut?: readonly { readonly kind: KindId; readonly name: string; readonly count: number }[]
  /** Of a place where trucks stopped: which, whose, and on which days; the one with most stops first. Absent of others, and in records of before it was written down. */
  readonly visitors?: readonly {
    readonly plate: string
    readonly company: string
    readonly days: readonly string[]
    readonly stops: number
  }[]
  /** As the package had them. */
  readonly terms: readonly { readonly step: string; readonly minutes: number; readonly confirmed: boolean }[]
  /** What it was opened on is made up. */
  readonly illustrative?: true
  readonly note: string
}

/** What a team found out on the spot. The names are stored. */
export const CASE_FINDINGS = ['cause', 'no-cause', 'put-right', 'untrue'] as const
/** What became of the value after that. The names are stored. */
export const CASE_EFFECTS = ['better', 'same', 'worse', 'unknown'] as const

/** Something was done with a case. */
export interface CaseStepped {
  readonly type: 'case-step'
  /** Id of the event that opened it, and its title for whoever has not got that. */
  readonly case: string
  readonly title: string
  /** Of CASE_STEPS, or of a later version's. */
  readonly step: string
  /** When it was done, ISO. */
  readonly when: string
  /** Ids of the steps of the case that its writer knew. */
  readonly knows: readonly string[]
  readonly note: string
  /** Of one that was given: to whom, and for which day. */
  readonly team?: string
  readonly day?: string
  /** Of a report: of CASE_FINDINGS, and the source that was found to be the cause. */
  readonly finding?: string
  readonly cause?: SourceRef
  /** Of an assessment, or of a closing without one: of CASE_EFFECTS. */
  readonly effect?: string
  readonly position: Position | null
  readonly accuracyMetres: number | null
  /** Of an arrival: how far it was from the place of the case, how old the position was, and why; absent in records of before that was asked. */
  readonly evidence?: Evidence
  readonly photos: readonly PhotoRef[]
}
