import type { Month } from '@/domain/calendar'
import type { CountedDevice } from '@/domain/monitoring/counted-days'
import type { DeviceFacts } from '@/domain/monitoring/device-facts'
import type { Stamp } from '@/domain/monitoring/interval'
import type { Minute } from '@/domain/monitoring/readings'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { type KeptPart, PartShelf } from '@/io/kept/part-shelf'

/** A device in a file. */
export interface DeviceOfPart extends Pick<DeviceFacts, 'code' | 'rows' | 'from' | 'until'> {
  /**
   * Periods covered by imports of its readings: from its first reading in a file to the last reading of any device in
   * that file, regardless of month. Absent in older files: then from its own first to last reading.
   */
  readonly brought?: readonly (readonly [from: Minute, until: Minute])[]
  /**
   * How many of the readings have the time of one in an earlier file of the month, which they replace. Absent if no
   * earlier file has readings of the device, and for files stored before this was counted.
   */
  readonly again?: number
  /** The most minutes that one of its values stands for. Absent if that is unknown of any of them. */
  readonly longest?: number
  /** Name in its file; absent if equal to the code, and for files stored before names were recorded. */
  readonly name?: string
  /**
   * Whether times in its file were begins or ends, as the file proved or a person stated. Absent if neither did, and for
   * files stored before this was recorded.
   */
  readonly stamp?: Stamp
}

/** Facts about a month's file of readings, known without reading it. */
interface ReadingsFacts {
  readonly month: Month
  readonly rows: number
  readonly devices: readonly DeviceOfPart[]
  /**
   * The import that the file came with: the number of its first file, and how many it has. Absent if it is made of
   * others, and for files stored before this was recorded.
   */
  readonly imported?: { readonly first: number; readonly files: number }
  /** Absent for real readings, and for all stored before the class was recorded. */
  readonly dataClass?: DataClass
}

export type ReadingsPart = KeptPart<ReadingsFacts>

/** The readings of a device in a part that no earlier part has; at most so many, if the part does not say. */
export const ownRows = ({ rows, again = 0 }: DeviceOfPart): number => rows - again

/** The same of all devices of a part. */
export const newRowsOf = ({ devices }: Pick<ReadingsFacts, 'devices'>): number =>
  devices.reduce((all, each) => all + ownRows(each), 0)

/** Valid hours of a month by device and day. */
interface CountedMonth {
  readonly month: Month
  /** Identifies the files and the rule used for counting. */
  readonly by: string
  readonly devices: readonly CountedDevice[]
}

export type CountedPart = KeptPart<CountedMonth>

/** Readings of monitors stored in the browser. */
export class ReadingsShelf extends PartShelf<ReadingsFacts> {
  /**
   * Counts of the readings: lists without files. Stored in a separate database, since earlier versions open every part
   * of a month as readings.
   */
  readonly counts: PartShelf<CountedMonth>

  constructor(name: string) {
    super(name)
    this.counts = new PartShelf(`${name}-days`)
  }
}
