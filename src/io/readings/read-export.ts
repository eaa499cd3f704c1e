import { classByFileName } from '@/domain/intake/recognise/made-up'
import { type ColumnUnit, columnUnits } from '@/domain/monitoring/column-units'
import { canBeReadingsHeading, type ExportForm, type ExportHints, exportForm } from '@/domain/monitoring/export-form'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { HJ212_LINE } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import type { RepeatedRows } from '@/domain/monitoring/repeated-rows'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { findEncoding } from '@/io/formats/encoding'
import { type ExportProgress, firstText, openExport } from '@/io/formats/export-table'
import type { SheetFile } from '@/io/formats/table-file'
import { withWholeTimes } from '@/io/formats/whole-times'
import { readPacketLines } from './packet-lines'
import { readSheets } from './read-sheets'
import { knownTimes, type TableTimes } from './sheet-times'
import { type UnreadRow, UnreadRows } from './unread-rows'

/** An export of monitors as read: values in the file's units, rows by device and time, repeated ones in its order. */
export interface ReadExport {
  readonly file: string
  readonly readings: Readings
  /** Used as device for tables that name none: the file name or the sheet name. */
  readonly asDevices: readonly string[]
  /** Names of devices, by code. */
  readonly names: ReadonlyMap<string, string>
  /** For tables with one column per device; null if the file has none. */
  readonly byHeading: ByHeading | null
  /**
   * From its column of data classes or its name: an export of made-up data stays made up when it is imported again.
   */
  readonly dataClass: DataClass
  /** How the times of its tables were read; once for tables that are alike in all of this. */
  readonly times: readonly TableTimes[]
  /** Whether the rule for hours decided which values of packets were read. */
  readonly isByRule?: boolean
  readonly units: readonly ColumnUnit[]
  readonly repeated: readonly RepeatedRows[]
  readonly unread: {
    readonly count: number
    readonly named: readonly UnreadRow[]
    /** Marks that are not known flags, with their counts. */
    readonly marks: ReadonlyMap<string, number>
  }
}

/** Information from the headings of a file with one column per device. */
export interface ByHeading {
  /** Whether only the cells' content suggests that these are readings: the user must confirm it. */
  readonly isGuess: boolean
  /**
   * The user's choice of parameter, null if not made, for columns that name none; undefined if the question does not
   * arise.
   */
  readonly parameter?: Parameter | null
  /** Headings of number columns that were left out, since they belong to no device. */
  readonly aside: readonly string[]
}

const ENDING = /\.[^.]*$/
/** Signs of any export of readings; a table with device columns names its parameter in its title, if at all. */
const SIGNS = { headings: [/时间|时刻|日期|时段|小时|time|date/i, /TSP|PM|颗粒物|噪声|扬尘|a3400/i], orNumbers: true }

/**
 * Reads an export of monitors' readings: a table with one column or one row per parameter, a table with one column per
 * device, or HJ 212 packets. Null if it is none of these: it may be any other file. `said` is what the user stated
 * about it. `rule`: tells whether times should be the begin or end of the interval (times that show that they are the
 * other are converted, sheet by sheet), and which values of packets make the mean of an hour.
 */
export async function readExport(
  file: File,
  onProgress: (progress: ExportProgress) => void,
  hints: ExportHints,
  rule: HourRule,
): Promise<ReadExport | null> {
  const { stamp } = rule
  const head = /\.(?:txt|log|csv|dat)$/i.test(file.name) ? await firstText(file) : ''
  if (HJ212_LINE.test(head)) return readPackets(file, onProgress, rule)
  const name = file.name.replace(ENDING, '')
  const formOf = ({ head }: Pick<SheetFile, 'head'>) => exportForm(head, name, hints)
  const isOf = (sheet: SheetFile) => formOf(withWholeTimes(sheet, canBeReadingsHeading)) !== null
  const table = await openExport(file, hints.isReadings ? null : { signs: SIGNS, isOf })
  const shown = (table?.sheets ?? []).filter(({ hidden }) => !hidden)
  const formed = shown.flatMap((each) => {
    const sheet = withWholeTimes(each, canBeReadingsHeading, stamp)
    const form = formOf(sheet)
    return form ? [{ sheet, form }] : []
  })
  if (formed.length === 0) return null
  // With one sheet per device, the sheet's name is the device.
  const sheets = formed.map((each) => ({ ...each, device: formed.length > 1 ? each.sheet.head.name : name }))
  let found = await readSheets(file.name, sheets, null, onProgress)
  const known = knownTimes(sheets, found.numbers, hints, stamp)
  // Only all times of a device show how long their periods are.
  if (known.some(({ later }) => later)) found = await readSheets(file.name, sheets, known, onProgress)
  return {
    ...{ file: file.name, names: found.names, asDevices: [...found.asDevices] },
    ...readOf(found.readings, found.unread, found.stated),
    byHeading: headingsOf(
      formed.map(({ form }) => form),
      hints,
    ),
    dataClass: found.isMadeUp ? 'illustrative' : classByFileName(file.name),
    times: [...new Map(known.map(({ times }) => [Object.values(times).join('|'), times])).values()],
  }
}

/** The times of means in packets, which are begins by the standard. */
const PACKET_MEANS: TableTimes = { day: null, time: 'DataTime', stamp: 'begin', hours: null, likely: null, proof: null, proven: null, headings: 'CN=2051/2061' } // biome-ignore format: one line

async function readPackets(
  file: File,
  onProgress: (progress: ExportProgress) => void,
  rule: HourRule,
): Promise<ReadExport> {
  const [into, unread] = [new GrowingReadings(), new UnreadRows(file.name)]
  const { encoding } = await findEncoding(file)
  const say = (consumed: number, rows: number) => onProgress({ rows, consumed })
  const { hasMeans, hasHours } = await readPacketLines(file, encoding, into, unread, say, rule)
  return {
    ...{ file: file.name, names: new Map(), asDevices: [], byHeading: null, times: hasMeans ? [PACKET_MEANS] : [] },
    ...readOf(into, unread, new Map(), true),
    isByRule: hasHours,
    dataClass: classByFileName(file.name),
  }
}

function readOf(
  into: GrowingReadings,
  unread: UnreadRows,
  stated: ReadonlyMap<Parameter, string | null>,
  ofPackets = false,
) {
  const { readings, repeated } = into.ordered()
  return {
    readings,
    repeated,
    units: columnUnits(readings, stated, ofPackets),
    unread: { count: unread.count, named: unread.named, marks: unread.marks },
  }
}

function headingsOf(forms: readonly ExportForm[], hints: ExportHints): ByHeading | null {
  const columns = forms.flatMap((form) => (form.form === 'devices' ? [form.columns] : []))
  if (columns.length === 0) return null
  const isAsked =
    hints.parameter !== undefined || columns.some(({ devices }) => devices.some((each) => !each.parameter))
  return {
    isGuess: hints.isReadings !== true && columns.every(({ by }) => by === 'values'),
    ...(isAsked && { parameter: hints.parameter ?? null }),
    aside: [...new Set(columns.flatMap(({ aside }) => aside))],
  }
}
