import { addMonths, type Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import { monthBegin } from '@/domain/monitoring/by-month'
import type { HourRule } from '@/domain/monitoring/hours'
import { MINUTES_PER_DAY } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import type { Problem, Result } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { isSameClass } from '@/io/kept/part-class'
import { RangeFault } from '@/io/package/ranged-file'
import { hoursCache, hoursOfReadings } from './hours-of-readings'
import { beginOf, joinedFiles, keptMonth, openKept } from './kept-readings'
import type { HoursFile, ReportedHours } from './monitor-hours'
import type { ReadingsFile } from './open-readings'
import type { ReadingsPart, ReadingsShelf } from './readings-shelf'

const HOUR = 60

const lost = (month: Month): Problem => ({ code: 'kept-readings-lost', file: month })

/**
 * Stored files of a month, and those of the following month whose first readings may belong to this month's last hour.
 */
interface MonthParts {
  readonly month: Month
  readonly dataClass: DataClass
  readonly own: readonly ReadingsPart[]
  readonly behind: readonly ReadingsPart[]
}

/** Hourly values of the months stored in the browser, computed by a rule on demand. */
export class KeptHours {
  private readonly made = new Map<string, { readonly of: string; readonly hours: Promise<HoursFile> }>()
  private readonly lately = hoursCache()

  constructor(
    private readonly shelf: ReadingsShelf,
    private readonly rule: HourRule,
  ) {}

  /**
   * The months stored now, oldest first; an unchanged month returns the same object as before. Real and made-up
   * readings are separate; only the requested class is read. Unreadable files are reported as problems.
   */
  async files(dataClass: 'real' | 'illustrative' = 'real'): Promise<Result<readonly HoursFile[]>> {
    const value: HoursFile[] = []
    const problems: Problem[] = []
    const parts = (await this.shelf.list()).filter((part) => isSameClass(part, dataClass))
    for (const each of this.monthParts(parts, dataClass))
      await this.hoursOf(each).then(
        (hours) => value.push(hours),
        () => problems.push(lost(each.month)),
      )
    return { value, problems }
  }

  /**
   * With `stamp` `end`, a month's last reading may carry a time in the next month and so be in that month's file: for
   * the last hour that file is read too. If only that file is stored, the previous month consists of this hour alone,
   * which yields to other files.
   */
  private monthParts(parts: readonly ReadingsPart[], dataClass: DataClass): readonly MonthParts[] {
    const months = grouped(parts, ({ month }) => month)
    if (this.rule.stamp === 'end')
      for (const [month, of] of [...months]) {
        const before = addMonths(month, -1)
        if (!months.has(before) && of.some(({ devices }) => devices.some(({ from }) => from <= monthBegin(month))))
          months.set(before, [])
      }
    return [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, own]) => {
        const next = addMonths(month, 1)
        const after = this.rule.stamp === 'end' ? (months.get(next) ?? []) : []
        return { month, dataClass, own, behind: after.filter((part) => reachesBack(next, part)) }
      })
  }

  /** Concurrent calls share one file per month, so that its hours are computed once. */
  private hoursOf(parts: MonthParts): Promise<HoursFile> {
    const { month, dataClass } = parts
    const of = [...parts.own, ...parts.behind].map(({ id }) => id).join(' ')
    const key = `${dataClass} ${month}`
    const known = this.made.get(key)
    if (known?.of === of) return known.hours
    const made = { of, hours: this.makeHours(parts, `${month} ${of}`) }
    this.made.set(key, made)
    // A file that could not be read now may be readable later.
    made.hours.catch(() => {
      if (this.made.get(key) === made) this.made.delete(key)
    })
    return made.hours
  }

  private async makeHours({ month, dataClass, own, behind }: MonthParts, id: string): Promise<HoursFile> {
    const readings = await openKept(this.shelf, month, dataClass)
    const next = behind.length > 0 ? await openKept(this.shelf, addMonths(month, 1), dataClass) : null
    // The first day suffices to determine the interval of a device that reports hourly.
    const until = monthBegin(addMonths(month, 1)) + MINUTES_PER_DAY
    const joined = joinedFiles([...(readings ? [readings] : []), ...(next ? [beginOf(next, until)] : [])])
    const file: ReadingsFile = {
      ...joined,
      dataClass,
      read: (wanted) =>
        joined.read(wanted).catch(() => {
          throw new RangeFault(lost(month))
        }),
    }
    // A time at the end of an interval belongs to the hour in which the interval begins.
    const hourOf = (minute: Minute) => Math.floor((this.rule.stamp === 'end' ? minute - 1 : minute) / HOUR) * HOUR
    const { devices } = keptMonth(month, own)
    const ownUntil = new Map(devices.map(({ code, until }) => [code, until]))
    const reported = new Map(
      devices.map(({ code, from, until, name }): [string, ReportedHours] => [
        code,
        { first: hourOf(from), last: hourOf(until), ...(name !== undefined && { name }) },
      ]),
    )
    const lastHour = monthBegin(addMonths(month, 1)) - HOUR
    /**
     * Devices whose own readings of the month end before its last hour: of that hour only readings stamped with its end
     * are stored.
     */
    const borrowing = new Set<string>()
    for (const { code, from, name } of behind.flatMap(({ devices }) => devices)) {
      if (hourOf(from) > lastHour) continue
      // A reading at the beginning of the hour extends into it.
      if ((ownUntil.get(code) ?? Number.NEGATIVE_INFINITY) < lastHour) borrowing.add(code)
      const known = reported.get(code)
      reported.set(code, {
        ...(name !== undefined && { name }),
        ...known,
        first: known?.first ?? lastHour,
        last: lastHour,
      })
    }
    return {
      ...{ month, isKept: true, reported },
      file: hoursOfReadings(file, month, this.rule, this.lately, id),
      ...(borrowing.size > 0 && { yielding: { at: lastHour, devices: borrowing } }),
    }
  }
}

/**
 * Whether a month's file may contain readings, stamped with the end of their interval, of the previous month's last
 * hour.
 */
const reachesBack = (month: Month, { devices }: ReadingsPart): boolean =>
  devices.some(({ from }) => from < monthBegin(month) + HOUR)
