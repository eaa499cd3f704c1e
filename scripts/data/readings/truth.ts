import type { DoubtKind } from '@/domain/monitoring/doubts/doubt'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'

/** A device for which readings are generated. */
export interface MadeDevice {
  readonly code: string
  readonly county: string
  readonly lon: number
  readonly lat: number
  /** Stage of the construction it monitors. */
  readonly stage: string
}

/** Something put into generated readings: `from` is its first minute, `until` the first minute after it. */
interface InsertedSpan {
  readonly from: Minute
  readonly until: Minute
}

/** A fault of a device. */
export interface Fault extends InsertedSpan {
  readonly device: string
  readonly kind: DoubtKind
  /** Affected parameters; all of them if the device itself is faulty. */
  readonly parameters: readonly Parameter[]
}

/** A period of real high dust, and its cause. */
export interface Episode extends InsertedSpan {
  /** Null if over the whole city. */
  readonly device: string | null
  readonly cause: 'works' | 'trucks' | 'wind-over-bare-soil' | 'dust-from-afar'
}

/** What generated readings really contain. */
export interface Truth {
  readonly faults: readonly Fault[]
  readonly episodes: readonly Episode[]
}
