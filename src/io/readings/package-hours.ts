import { type Month, parseDay } from '@/domain/calendar'
import { type HourGrid, hourGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute, Readings } from '@/domain/monitoring/readings'
import type { Problem } from '@/domain/problem'
import { RangeFault } from '@/io/package/ranged-file'
import type { ReadingsFile, WantedReadings } from './open-readings'
import type { MonthlyReadings } from './package-readings'

/** One file of hours of a package. */
interface HoursFile {
  readonly month: Month
  readonly file: ReadingsFile
}

/** The first minute of a month of Asia/Shanghai. */
const monthBegin = (month: Month): Minute => dayBegin(parseDay(`${month}-01`))

/** When a device reported for the first time and the last: begins of hours. */
export interface Reported {
  readonly first: Minute
  readonly last: Minute
}

/** The hourly means of a package, read from its files as they are asked for. */
export class PackageHours {
  private reportedThen: Promise<ReadonlyMap<string, Reported>> | null = null
  /** By the file. */
  private readonly faults = new Map<string, Problem>()

  private constructor(
    private readonly files: readonly HoursFile[],
    problems: readonly Problem[],
  ) {
    for (const problem of problems) this.faults.set(problem.file, problem)
  }

  /** Files that could not be read so far, each with why: what is asked for is answered without them. */
  get problems(): readonly Problem[] {
    return [...this.faults.values()]
  }

  /** Reads only what each file says of itself; `problems` are those of the package's list of files. */
  static async open({ months, open }: MonthlyReadings, problems: readonly Problem[]): Promise<PackageHours> {
    const opened = await Promise.all(months.map(async (month) => ({ month, ...(await open(month)) })))
    return new PackageHours(
      opened.flatMap(({ month, value }) => (value ?? []).map((file) => ({ month, file }))),
      [...problems, ...opened.flatMap((each) => each.problems)],
    )
  }

  /** That any of the files has. */
  get parameters(): readonly Parameter[] {
    return PARAMETERS.filter((each) => this.files.some(({ file }) => file.parameters.includes(each)))
  }

  /** Every device that a file names, by its code. */
  reported(): Promise<ReadonlyMap<string, Reported>> {
    this.reportedThen ??= this.findReported()
    return this.reportedThen
  }

  private async findReported(): Promise<ReadonlyMap<string, Reported>> {
    const found = new Map<string, { first: Minute; last: Minute }>()
    for (const { devices, device, minute } of await this.readFiles(this.files, { parameters: [] })) {
      for (let row = 0; row < minute.length; row++) {
        const [code, at] = [devices[device[row]!]!, minute[row]!]
        const known = found.get(code)
        if (!known) found.set(code, { first: at, last: at })
        else if (at < known.first) known.first = at
        else if (at > known.last) known.last = at
      }
    }
    return found
  }

  /** The hours from `from` on and before `until`, of one device where it is named. */
  async read(from: Minute, until: Minute, parameters: readonly Parameter[], device?: string): Promise<HourGrid> {
    const asked = this.files.filter(({ month }) => overlaps(month, from, until))
    const wanted = { from, until, parameters, ...(device !== undefined && { device }) }
    return hourGrid(await this.readFiles(asked, wanted), from, until, parameters)
  }

  private async readFiles(files: readonly HoursFile[], wanted: WantedReadings): Promise<readonly Readings[]> {
    const parts = await Promise.all(
      files.map(({ file }) =>
        file.read(wanted).catch((error: unknown) => {
          if (!(error instanceof RangeFault)) throw error
          this.faults.set(error.problem.file, error.problem)
          return null
        }),
      ),
    )
    return parts.filter((part) => part !== null)
  }
}

const LONGEST_MONTH = 31 * 24 * 60

const overlaps = (month: Month, from: Minute, until: Minute) =>
  monthBegin(month) < until && monthBegin(month) + LONGEST_MONTH > from
