import type { Month } from '@/domain/calendar'
import type { CountedDevice } from '@/domain/monitoring/counted-days'
import type { DeviceFacts } from '@/domain/monitoring/device-facts'
import type { Minute } from '@/domain/monitoring/readings'
import { type KeptPart, PartShelf } from '@/io/kept/part-shelf'

/** A device in a file. */
export interface DeviceOfPart extends Pick<DeviceFacts, 'code' | 'rows' | 'from' | 'until'> {
  /**
   * The times of which its readings were brought: from its first reading of an import to the last of all devices of that import,
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
  /** Of a file of counts, which is nothing else. */
  readonly counted?: CountedMonth
}

/** Valid hours of a month by device and day. */
export interface CountedMonth {
  /** By which files and rule they were counted. */
  readonly by: string
  readonly devices: readonly CountedDevice[]
}

export type ReadingsPart = KeptPart<ReadingsFacts>

/** The readings of monitors that a browser keeps, and what was counted of them. */
export class ReadingsShelf extends PartShelf<ReadingsFacts> {
  /** The parts with readings, the earliest first. */
  async readings(): Promise<ReadingsPart[]> {
    return (await this.list()).filter(({ counted }) => counted === undefined)
  }
}
