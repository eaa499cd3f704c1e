import { type Month, parseDay } from '@/domain/calendar'
import { type HourGrid, hourGrid } from '@/domain/monitoring/hour-grid'
import { dayBegin } from '@/domain/monitoring/local-time'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Minute } from '@/domain/monitoring/readings'
import type { ResourceDescriptor } from '@/io/package/descriptor'
import type { PackageFiles } from '@/io/package/package-files'
import { openReadings, type ReadingsFile } from './open-readings'

/** One file of hours of a package; without a month it may hold any time. */
interface HoursFile {
  readonly month: Month | null
  readonly file: ReadingsFile
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

const monthOf = ({ chentu }: ResourceDescriptor): Month | null =>
  typeof chentu.month === 'string' && MONTH.test(chentu.month) ? (chentu.month as Month) : null

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

  private constructor(private readonly files: readonly HoursFile[]) {}

  /** Files that are no readings, or of a later form, are left out. */
  static async open(files: PackageFiles, resources: readonly ResourceDescriptor[]): Promise<PackageHours> {
    const opened = await Promise.all(
      resources
        .filter(({ chentu }) => chentu.role === 'readings-hourly')
        .map(async (resource): Promise<HoursFile[]> => {
          const read = await files.read(resource.path)
          if (!('blob' in read)) return []
          const { blob } = read
          const slice = (from: number, to?: number) => blob.slice(from, to).arrayBuffer()
          try {
            return [{ month: monthOf(resource), file: await openReadings({ byteLength: blob.size, slice }) }]
          } catch {
            return []
          }
        }),
    )
    return new PackageHours(opened.flat())
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
    for (const { file } of this.files) {
      const { devices, device, minute } = await file.read({ parameters: [] })
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
    const asked = this.files.filter(({ month }) => month === null || overlaps(month, from, until))
    const wanted = { from, until, parameters, ...(device !== undefined && { device }) }
    const parts = await Promise.all(asked.map(({ file }) => file.read(wanted)))
    return hourGrid(parts, from, until, parameters)
  }
}

const LONGEST_MONTH = 31 * 24 * 60

const overlaps = (month: Month, from: Minute, until: Minute) =>
  monthBegin(month) < until && monthBegin(month) + LONGEST_MONTH > from
