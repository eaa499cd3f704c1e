import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Minute } from '@/domain/monitoring/readings'
import type { Problem, Result } from '@/domain/problem'
import { RangeFault } from '@/io/package/ranged-file'
import { hoursOfReadings } from './hours-of-readings'
import { keptMonth, openKept } from './kept-readings'
import type { HoursFile, Reported } from './monitor-hours'
import type { ReadingsFile } from './open-readings'
import type { ReadingsPart, ReadingsShelf } from './readings-shelf'

const HOUR = 60
const hourBegin = (minute: Minute): Minute => Math.floor(minute / HOUR) * HOUR

const lost = (month: Month, error: unknown): Problem => ({
  code: 'kept-readings-lost',
  file: month,
  seen: error instanceof Error ? error.message : String(error),
})

/** The hours of the months that a browser keeps, made by a rule as they are asked for. */
export class KeptHours {
  private readonly made = new Map<Month, { readonly of: string; readonly hours: Promise<HoursFile> }>()

  constructor(
    private readonly shelf: ReadingsShelf,
    private readonly rule: HourRule,
  ) {}

  /** The months that are kept now, the earliest first; one of which nothing changed is the same as before. What can't be read is a problem. */
  async files(): Promise<Result<readonly HoursFile[]>> {
    const value: HoursFile[] = []
    const problems: Problem[] = []
    const months = grouped(await this.shelf.list(), ({ month }) => month)
    for (const [month, parts] of [...months].sort(([a], [b]) => (a < b ? -1 : 1)))
      await this.hoursOf(month, parts).then(
        (hours) => value.push(hours),
        (error: unknown) => problems.push(lost(month, error)),
      )
    return { value, problems }
  }

  /** Questions that come at once have one file of a month: what is made of it is made once. */
  private hoursOf(month: Month, parts: readonly ReadingsPart[]): Promise<HoursFile> {
    const of = parts.map(({ id }) => id).join(' ')
    const known = this.made.get(month)
    if (known?.of === of) return known.hours
    const made = { of, hours: this.makeHours(month, parts) }
    this.made.set(month, made)
    // What could not be read now may be later.
    made.hours.catch(() => {
      if (this.made.get(month) === made) this.made.delete(month)
    })
    return made.hours
  }

  private async makeHours(month: Month, parts: readonly ReadingsPart[]): Promise<HoursFile> {
    const readings = (await openKept(this.shelf, month))!
    const file: ReadingsFile = {
      ...readings,
      read: (wanted) =>
        readings.read(wanted).catch((error: unknown) => {
          throw new RangeFault(lost(month, error))
        }),
    }
    const reported = new Map(
      keptMonth(month, parts).devices.map(({ code, from, until }): [string, Reported] => [
        code,
        { first: hourBegin(from), last: hourBegin(until) },
      ]),
    )
    return { month, file: hoursOfReadings(file, month, this.rule), isKept: true, reported }
  }
}
