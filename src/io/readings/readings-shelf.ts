import type { Month } from '@/domain/calendar'
import type { CountedDevice } from '@/domain/monitoring/counted-days'
import type { DeviceFacts } from '@/domain/monitoring/device-facts'
import type { Minute } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { type KeptPart, PartShelf } from '@/io/kept/part-shelf'

/** A device in a file. */
export interface DeviceOfPart extends Pick<DeviceFacts, 'code' | 'rows' | 'from' | 'until'> {
  /**
   * The times of which its readings were brought: from its first reading in a file to the last of all devices of that file,
   * whatever the months of these are. Absent in files of before these were written down: then its own.
   */
  readonly brought?: readonly (readonly [from: Minute, until: Minute])[]
  /** What its file called it; absent where that is its code, and of files that were kept before names were. */
  readonly name?: string
}

/** What is known of a file of readings of a month without reading it. */
interface ReadingsFacts {
  readonly month: Month
  readonly rows: number
  readonly devices: readonly DeviceOfPart[]
  /** Absent of real ones, and of all that were kept before it was written down. */
  readonly dataClass?: DataClass
}

export type ReadingsPart = KeptPart<ReadingsFacts>

/** Valid hours of a month by device and day. */
interface CountedMonth {
  readonly month: Month
  /** By which files and rule they were counted. */
  readonly by: string
  readonly devices: readonly CountedDevice[]
}

export type CountedPart = KeptPart<CountedMonth>

/** The readings of monitors that a browser keeps. */
export class ReadingsShelf extends PartShelf<ReadingsFacts> {
  /** What was counted of them: lists without files. In a database of its own: versions of before open every part of a month as readings. */
  readonly counts: PartShelf<CountedMonth>

  constructor(name: string) {
    super(name)
    this.counts = new PartShelf(`${name}-days`)
  }
}
