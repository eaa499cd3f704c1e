import type { DoubtKind } from '@/domain/monitoring/doubts/doubt'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'

/** A device that readings are made of. */
export interface MadeDevice {
  readonly code: string
  readonly county: string
  readonly lon: number
  readonly lat: number
  /** Of the works that it watches. */
  readonly stage: string
}

/** Something that was put into made readings: `from` is the first minute of it, `until` the first that is none of it. */
interface Put {
  readonly from: Minute
  readonly until: Minute
}

/** A fault of a device. */
export interface Fault extends Put {
  readonly device: string
  readonly kind: DoubtKind
  /** Those that it lies in; of all where it is the device's own. */
  readonly parameters: readonly Parameter[]
}

/** Much dust that was really there, and why. */
export interface Episode extends Put {
  /** Null: over the whole city. */
  readonly device: string | null
  readonly cause: 'works' | 'trucks' | 'wind-over-bare-soil' | 'dust-from-afar'
}

/** What made readings really hold. */
export interface Truth {
  readonly faults: readonly Fault[]
  readonly episodes: readonly Episode[]
}
