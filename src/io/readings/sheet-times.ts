import type { PeriodOf } from '@/domain/monitoring/device-times'
import { type ExportForm, type ExportHints, timeOf } from '@/domain/monitoring/export-form'
import type { HourRule } from '@/domain/monitoring/hours'
import type { SplitTime } from '@/domain/monitoring/split-time'
import { statedHour } from '@/domain/monitoring/stated-hour'
import { type EndsProof, endsProof, minutesToStamp, type TimeNumbers } from '@/domain/monitoring/time-numbers'
import type { SheetFile } from '@/io/formats/table-file'

const HOUR = 60

/** A table of readings with its layout. */
export interface FormedSheet {
  readonly sheet: SheetFile & { readonly split: SplitTime | null }
  readonly form: ExportForm
  /** The device of rows that name none. */
  readonly device: string
}

/** How the times of a table were read. */
export interface TableTimes extends Pick<TimeNumbers, 'hours' | 'likely'> {
  /** The heading of the column of days if times are joined of two columns; else null. */
  readonly day: string | null
  /** The heading of the column of times. */
  readonly time: string
  /** Whether they are begins or ends; null if nothing shows it. */
  readonly stamp: HourRule['stamp'] | null
  /** What proves it, be it an hour 24 or the heading, and as which; null if nothing does. A person may overrule it. */
  readonly proof: EndsProof | 'heading' | null
  readonly proven: HourRule['stamp'] | null
  /** All headings of the table as written, as a key of the export that it comes from. */
  readonly headings: string
}

/** The key of what a person states against the proof of tables with these headings. */
export const overruleKey = (headings: string): string => `${headings}||proven`

/** How the times of a table are read, and the minutes that are added to them; null if none are. */
export interface KnownTimes {
  readonly times: TableTimes
  readonly later: PeriodOf | null
}

/**
 * How the times of the sheets of a file are read, stored as `wanted`: a sheet with neither hour 0 nor 24, as of a day
 * that had just begun, follows the others with the same columns of times. `numbers`: what the times of each sheet show.
 */
export function knownTimes(
  sheets: readonly FormedSheet[],
  numbers: readonly TimeNumbers[],
  hints: ExportHints,
  wanted: HourRule['stamp'] | undefined,
): readonly KnownTimes[] {
  const stated = sheets.map(({ sheet, form }) => statedHour(sheet.split?.time ?? form.header.names[timeOf(form)]!))
  const shows = (at: number) => stated[at] === null && !sheets[at]!.sheet.split?.isRange
  const columnsOf = ({ sheet: { split }, form }: FormedSheet) =>
    split ? `${split.day}|${split.time}` : form.header.names[timeOf(form)]!
  const ends = new Set(sheets.filter((_, at) => numbers[at]!.hours === 'to-24' && shows(at)).map(columnsOf))
  return sheets.map((each, at) => {
    const { sheet, form } = each
    const { split } = sheet
    const names = form.header.names
    const headings = (split ? [split.day, split.time, ...names] : names).join('|')
    const of = { day: split?.day ?? null, time: split?.time ?? names[timeOf(form)]!, headings }
    const none = { hours: null, likely: null, proof: null, proven: null }
    if (split?.isRange) return { times: { ...of, ...none, stamp: 'begin' }, later: null }
    const overruled = hints.stamps?.[overruleKey(headings)]
    const proven = stated[at] ?? null
    if (proven) {
      const stamp = overruled ?? proven
      const times = { ...of, ...none, stamp, proof: 'heading', proven } as const
      return { times, later: minutesToStamp(stamp, wanted, () => HOUR) }
    }
    const { hours, likely, periodsAs } = numbers[at]!
    const proof = endsProof(numbers[at]!, hints.besideEnds === true || ends.has(columnsOf(each)))
    const stamp = (proof ? (overruled ?? 'end') : hints.stamps?.[headings]) ?? null
    const later = stamp && minutesToStamp(stamp, wanted, periodsAs(stamp))
    return { times: { ...of, hours, likely, stamp, proof, proven: proof && 'end' }, later }
  })
}
