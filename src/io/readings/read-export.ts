import { classByFileName, detectMadeUpRows } from '@/domain/intake/recognise/made-up'
import { type ColumnUnit, columnUnits } from '@/domain/monitoring/column-units'
import {
  canBeReadingsHeading,
  type ExportForm,
  type ExportHints,
  exportForm,
  timeHeading,
} from '@/domain/monitoring/export-form'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { HJ212_LINE } from '@/domain/monitoring/hj212'
import type { HourRule } from '@/domain/monitoring/hours'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import type { RepeatedRows } from '@/domain/monitoring/repeated-rows'
import type { SplitTime } from '@/domain/monitoring/split-time'
import { statedHour } from '@/domain/monitoring/stated-hour'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import { findEncoding } from '@/io/formats/encoding'
import { type ExportProgress, firstText, openExport } from '@/io/formats/export-table'
import type { SheetFile } from '@/io/formats/table-file'
import { allWithWholeTimes, withWholeTimes } from '@/io/formats/whole-times'
import { readPacketLines } from './packet-lines'
import { deviceRows, longRows, namesDevice, type TakeRows, wideRows } from './table-rows'
import { type UnreadRow, UnreadRows } from './unread-rows'

/** An export of monitors as read: values in the file's units, rows in its order. */
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
  /**
   * The two columns from which times are joined, and whether they state the begin or end of the interval; sheets may
   * differ. `headings`: all headings of the table as written, as a key.
   */
  readonly wholeTimes: readonly (Pick<SplitTime, 'day' | 'time' | 'stamp' | 'hours'> & { readonly headings: string })[]
  /** Whether the heading of a time column states that times are the begins or the ends of hours. */
  readonly statesHour: boolean
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
 * about it. `stamp`: whether times should be the begin or end of the interval; times whose own wording states the other
 * are converted, sheet by sheet.
 */
export async function readExport(
  file: File,
  onProgress: (progress: ExportProgress) => void,
  hints: ExportHints = {},
  stamp?: HourRule['stamp'],
): Promise<ReadExport | null> {
  const into = new GrowingReadings()
  const unread = new UnreadRows(file.name)
  const stated = new Map<Parameter, string | null>()
  const names = new Map<string, string>()
  const sink = { readings: into, unread, stated, names, stamp }
  const name = file.name.replace(ENDING, '')
  const asDevices = new Set<string>()
  let dataClass = classByFileName(file.name)
  const splits = new Map<string, ReadExport['wholeTimes'][number]>()
  let byHeading: ByHeading | null = null
  let statesHour = false
  const head = /\.(?:txt|log|csv|dat)$/i.test(file.name) ? await firstText(file) : ''
  if (HJ212_LINE.test(head)) {
    const { encoding } = await findEncoding(file)
    await readPacketLines(file, encoding, into, unread, (consumed) => onProgress({ rows: into.length, consumed }))
  } else {
    const formOf = ({ head }: Pick<SheetFile, 'head'>) => exportForm(head, name, hints)
    const isOf = (sheet: SheetFile) => formOf(withWholeTimes(sheet, canBeReadingsHeading)) !== null
    const marks = { signs: SIGNS, isOf }
    const table = await openExport(file, hints.isReadings ? null : marks)
    const shown = (table?.sheets ?? []).filter(({ hidden }) => !hidden)
    const sheets = allWithWholeTimes(shown, canBeReadingsHeading, stamp, hints.besideEnds)
    const forms = sheets.map(formOf)
    if (forms.every((form) => form === null)) return null
    byHeading = headingsOf(forms, hints)
    for (const [at, form] of forms.entries()) {
      if (!form) continue
      const sheet = sheets[at]!
      if (sheet.split) {
        const { day, time, stamp, hours } = sheet.split
        const headings = [day, time, ...form.header.names].join('|')
        splits.set([stamp, hours, headings].join('|'), { day, time, stamp, hours, headings })
      }
      statesHour ||= statedHour(timeHeading(form)) !== null
      // With one sheet per device, the sheet's name is the device.
      const device = forms.filter((each) => each !== null).length > 1 ? sheet.head.name : name
      if (!namesDevice(form)) asDevices.add(device)
      const take = detectMadeUpRows(form.header.names, taking(form, device), () => {
        dataClass = 'illustrative'
      })
      await sheet.read((rows, first, consumed) => {
        take(rows, first)
        onProgress({ rows: into.length, consumed })
      })
    }
  }
  function taking(form: ExportForm, device: string): TakeRows {
    if (form.form === 'devices') return deviceRows(form, sink)
    return form.form === 'wide' ? wideRows(form, device, sink) : longRows(form, device, sink)
  }
  const readings = into.readings()
  return {
    file: file.name,
    readings,
    asDevices: [...asDevices],
    ...{ names, byHeading, dataClass },
    wholeTimes: [...splits.values()],
    statesHour,
    repeated: into.repeated(),
    units: columnUnits(readings, stated),
    unread: { count: unread.count, named: unread.named, marks: unread.marks },
  }
}

function headingsOf(forms: readonly (ExportForm | null)[], hints: ExportHints): ByHeading | null {
  const columns = forms.flatMap((form) => (form?.form === 'devices' ? [form.columns] : []))
  if (columns.length === 0) return null
  const isAsked =
    hints.parameter !== undefined || columns.some(({ devices }) => devices.some((each) => !each.parameter))
  return {
    isGuess: hints.isReadings !== true && columns.every(({ by }) => by === 'values'),
    ...(isAsked && { parameter: hints.parameter ?? null }),
    aside: [...new Set(columns.flatMap(({ aside }) => aside))],
  }
}
