import { addMonths, type Month } from '@/domain/calendar'
import { monthBegin } from '@/domain/monitoring/by-month'
import { type HourGrid, type HoursPart, hourGrid, type PartialHour } from '@/domain/monitoring/hour-grid'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { Problem } from '@/domain/problem'
import { RangeFault } from '@/io/package/ranged-file'
import type { ReadingsFile, WantedReadings } from './open-readings'
import type { MonthlyReadings } from './package-readings'
import { Recent } from './recent'

/** One file of hourly values of a month. */
export interface HoursFile {
  readonly month: Month
  readonly file: ReadingsFile
  /** Whether it was imported in this browser; otherwise it belongs to the package. */
  readonly isKept: boolean
  /** Facts about its devices that are known without reading it. */
  readonly reported?: ReadonlyMap<string, ReportedHours>
  /** Hours of which it contains only part: values of an earlier file take precedence. */
  readonly yielding?: PartialHour
}

/** Why a file could not be opened, and its month; without one if that is unknown. */
export interface UnopenedFile extends Problem {
  readonly month?: Month
}

export const isMadeUp = ({ file }: HoursFile): boolean => file.dataClass === 'illustrative'

/** First and last hour a device reported: start of the hour. */
export interface ReportedHours {
  readonly first: Minute
  readonly last: Minute
  /** Name in the imported file; absent if equal to the code, and for a package. */
  readonly name?: string
}

/** Over all files; `isKept` if any of them was imported in this browser and is not made up. */
interface ReportedAnywhere extends ReportedHours {
  readonly isKept: boolean
}

/**
 * Hourly means of monitors, read from files on demand. If two files have the same hour, the later one counts, unless it
 * yields.
 */
export class MonitorHours {
  /** Cache of all devices' hours, by month and parameter. */
  private readonly kept = new Recent<HourGrid>(MAX_CELLS, ({ came }) => came.length)
  private reportedThen: Promise<ReadonlyMap<string, ReportedAnywhere>> | null = null
  /** For files that must be read to find it. */
  private readonly reportedOf = new Map<ReadingsFile, ReadonlyMap<string, ReportedHours>>()
  /** Why the last attempt to read a file failed. */
  private readonly faults = new Map<ReadingsFile, Problem>()

  /** `unopened`: problems of files that could not be opened. */
  constructor(
    readonly files: readonly HoursFile[],
    readonly unopened: readonly UnopenedFile[],
  ) {}

  /** Problems of files that could not be read so far; results are given without them. */
  get problems(): readonly Problem[] {
    return [...new Map([...this.unopened, ...this.faults.values()].map((each) => [each.file, each])).values()]
  }

  /** The same of files of these months, and of files of an unknown month, which may be one of them. */
  problemsOf(months: readonly Month[]): readonly Problem[] {
    const unopened = this.unopened.filter(({ month }) => month === undefined || months.includes(month))
    const unread = this.files.flatMap((each) => (months.includes(each.month) ? (this.faults.get(each.file) ?? []) : []))
    return [...new Map([...unopened, ...unread].map((each) => [each.file, each])).values()]
  }

  /** Hours of a package: reads only the metadata of each file. `problems` are those of the package's list of files. */
  static async ofPackage({ months, open }: MonthlyReadings, problems: readonly Problem[]): Promise<MonitorHours> {
    const opened = await Promise.all(months.map(async (month) => ({ month, ...(await open(month)) })))
    return new MonitorHours(
      opened.flatMap(({ month, value }) => (value ?? []).map((file) => ({ month, file, isKept: false }))),
      [...problems, ...opened.flatMap(({ month, problems: own }) => own.map((each) => ({ ...each, month })))],
    )
  }

  /** Parameters in any of the files. */
  get parameters(): readonly Parameter[] {
    return PARAMETERS.filter((each) => this.files.some(({ file }) => file.parameters.includes(each)))
  }

  /** Every device in any file, by code. */
  reported(): Promise<ReadonlyMap<string, ReportedAnywhere>> {
    this.reportedThen ??= this.findReported().then((found) => {
      // A file that failed now may be readable later.
      if (this.faults.size > 0) this.reportedThen = null
      return found
    })
    return this.reportedThen
  }

  private async findReported(): Promise<ReadonlyMap<string, ReportedAnywhere>> {
    const found = new Map<string, ReportedAnywhere>()
    for (const each of this.files) {
      for (const [code, { first, last, name }] of await this.reportedBy(each)) {
        const known: ReportedAnywhere = found.get(code) ?? { first, last, isKept: false }
        const called = name ?? known.name
        found.set(code, {
          first: Math.min(first, known.first),
          last: Math.max(last, known.last),
          isKept: known.isKept || (each.isKept && !isMadeUp(each)),
          ...(called !== undefined && { name: called }),
        })
      }
    }
    return found
  }

  private async reportedBy(each: HoursFile): Promise<ReadonlyMap<string, ReportedHours>> {
    const known = each.reported ?? this.reportedOf.get(each.file)
    if (known) return known
    const hours = await this.readFile(each, { parameters: [] })
    const found = reportedIn(hours)
    if (hours) this.reportedOf.set(each.file, found)
    return found
  }

  /** Whether any hours of these months are made up. */
  isMadeUp(months: readonly Month[]): boolean {
    return this.files.some((each) => months.includes(each.month) && isMadeUp(each))
  }

  /** Whether the last attempts to read all files of a month succeeded. */
  isWhole(month: Month): boolean {
    return !this.files.some((each) => each.month === month && this.faults.has(each.file))
  }

  /** Whether all files of the period's months contain flags of readings that do not count. */
  hasFlags(from: Minute, until: Minute): boolean {
    return this.files.every(({ month, file }) => file.hasFlags || !overlaps(month, from, until))
  }

  /**
   * Hours from `from` until before `until`, of all or the named devices; with the minutes of data in each hour if
   * `minutes` is set.
   */
  async read(
    from: Minute,
    until: Minute,
    parameters: readonly Parameter[],
    { devices, minutes = false }: { readonly devices?: readonly string[]; readonly minutes?: boolean } = {},
  ): Promise<HourGrid> {
    const asked = this.files.filter(({ month }) => overlaps(month, from, until))
    const wanted = { from, until, parameters, minutes }
    const parts = await Promise.all(
      asked.flatMap((each) =>
        devices ? devices.map((device) => this.readFile(each, { ...wanted, device })) : [this.readFile(each, wanted)],
      ),
    )
    return hourGrid(
      parts.filter((part) => part !== null),
      from,
      until,
      parameters,
    )
  }

  /**
   * All devices' hours of a month for at least one parameter, without `minutes`; recently requested months are cached.
   */
  async ofMonth(month: Month, parameters: readonly Parameter[]): Promise<HourGrid> {
    const keyOf = (parameter: Parameter) => `${month} ${parameter}`
    const missing = parameters.filter((each) => !this.kept.has(keyOf(each)))
    const reading = missing.length > 0 ? this.read(monthBegin(month), monthBegin(addMonths(month, 1)), missing) : null
    const asked = parameters.map((each) =>
      this.kept.get(keyOf(each), async () => {
        const all = (await reading)!
        return { ...all, values: { [each]: all.values[each]! }, minutes: {}, flags: {} }
      }),
    )
    const grids = await Promise.all(asked)
    // A file that failed now may be readable later.
    if (!this.isWhole(month)) for (const each of parameters) this.kept.delete(keyOf(each))
    return { ...grids[0]!, values: Object.assign({}, ...grids.map(({ values }) => values)) }
  }

  /**
   * The last hour that a device reported before `until`, and its mean, NaN if it has none; null if nothing arrived in
   * the last months.
   */
  async lastOf(device: string, until: Minute, parameter: Parameter): Promise<{ at: Minute; value: number } | null> {
    const before = this.files.filter(({ month }) => monthBegin(month) < until)
    const months = [...new Set(before.map(({ month }) => month))].sort().slice(-LOOKED_BACK)
    for (const month of months.reverse()) {
      const of = before.filter((each) => each.month === month && (each.reported?.has(device) ?? true))
      const parts = await Promise.all(of.map((each) => this.readFile(each, { device, until, parameters: [parameter] })))
      const begin = monthBegin(month)
      const known = parts.filter((part) => part !== null)
      const grid = hourGrid(known, begin, Math.min(until, monthBegin(addMonths(month, 1))), [parameter])
      const row = grid.devices.indexOf(device) * grid.hours
      const last = row < 0 ? -1 : grid.came.subarray(row, row + grid.hours).lastIndexOf(1)
      if (last >= 0) return { at: begin + last * HOUR, value: grid.values[parameter]![row + last]! }
    }
    return null
  }

  private async readFile({ file, yielding, reported }: HoursFile, wanted: WantedReadings): Promise<HoursPart | null> {
    try {
      const read = await file.read(wanted)
      this.faults.delete(file)
      return { ...read, yielding, edges: reported }
    } catch (error) {
      if (!(error instanceof RangeFault)) throw error
      this.faults.set(file, error.problem)
      return null
    }
  }
}

function reportedIn(hours: Readings | null): ReadonlyMap<string, ReportedHours> {
  const found = new Map<string, { first: Minute; last: Minute }>()
  if (hours === null) return found
  const { devices, device, minute } = hours
  for (let row = 0; row < minute.length; row++) {
    const [code, at] = [devices[device[row]!]!, minute[row]!]
    const known = found.get(code)
    if (!known) found.set(code, { first: at, last: at })
    else if (at < known.first) known.first = at
    else if (at > known.last) known.last = at
  }
  return found
}

const HOUR = 60

/** Maximum number of cached device hours, four bytes each: a year of 500 devices and four parameters. */
const MAX_CELLS = 20_000_000

/** Months searched for a device's last hour; a device that is silent for longer returns null. */
const LOOKED_BACK = 3

const overlaps = (month: Month, from: Minute, until: Minute) =>
  monthBegin(month) < until && monthBegin(addMonths(month, 1)) > from
