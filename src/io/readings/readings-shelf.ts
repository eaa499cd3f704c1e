import type { Month } from '@/domain/calendar'
import type { DeviceFacts } from '@/domain/monitoring/device-facts'
import { type KeptPart, PartShelf } from '@/io/kept/part-shelf'

/** What is known of a file of readings of a month without reading it. */
interface ReadingsFacts {
  readonly month: Month
  readonly rows: number
  readonly devices: readonly (Pick<DeviceFacts, 'code' | 'rows' | 'from' | 'until'> & {
    /** What its file called it; absent where that is its code, and of files that were kept before names were. */
    readonly name?: string
  })[]
}

export type ReadingsPart = KeptPart<ReadingsFacts>

/** The readings of monitors that a browser keeps. */
export class ReadingsShelf extends PartShelf<ReadingsFacts> {}
