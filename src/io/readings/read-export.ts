import { type ColumnUnit, columnUnits } from '@/domain/monitoring/column-units'
import { exportForm } from '@/domain/monitoring/export-form'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import { HJ212_LINE } from '@/domain/monitoring/hj212'
import type { Parameter } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'
import { findEncoding } from '@/io/formats/encoding'
import { type ExportProgress, firstText, openExport } from '@/io/formats/export-table'
import { readPacketLines } from './packet-lines'
import { longRows, namesDevice, wideRows } from './table-rows'
import { type UnreadRow, UnreadRows } from './unread-rows'

/** The export of monitors as it was read: values in the units of the file, rows in its order. */
export interface ReadExport {
  readonly file: string
  readonly readings: Readings
  /** What stands as the device of tables that name none: the file or the sheet. */
  readonly asDevices: readonly string[]
  readonly units: readonly ColumnUnit[]
  readonly unread: {
    readonly count: number
    readonly named: readonly UnreadRow[]
    /** Marks that no flag is known by, and how often each stands. */
    readonly marks: ReadonlyMap<string, number>
  }
}

const ENDING = /\.[^.]*$/
/** Headings that any export of readings has. */
const HEADINGS = [/时间|时刻|time/i, /TSP|PM|颗粒物|噪声|扬尘|a3400/i]

/**
 * Reads a file that monitors' readings were exported to: a table with a column or a row for each parameter, or packets of HJ 212.
 * Null where it is none: it may be any other file.
 */
export async function readExport(file: File, say: (progress: ExportProgress) => void): Promise<ReadExport | null> {
  const into = new GrowingReadings()
  const unread = new UnreadRows(file.name)
  const stated = new Map<Parameter, string | null>()
  const name = file.name.replace(ENDING, '')
  const asDevices = new Set<string>()
  const head = /\.(?:txt|log|csv|dat)$/i.test(file.name) ? await firstText(file) : ''
  if (HJ212_LINE.test(head)) {
    const { encoding } = await findEncoding(file)
    await readPacketLines(file, encoding, into, unread, (consumed) => say({ rows: into.length, consumed }))
  } else {
    const table = await openExport(file, HEADINGS)
    const sheets = (table?.sheets ?? []).filter(({ hidden }) => !hidden)
    const forms = sheets.map(({ head }) => exportForm(head))
    if (forms.every((form) => form === null)) return null
    for (const [at, form] of forms.entries()) {
      if (!form) continue
      const sheet = sheets[at]!
      // A sheet for each device is named after it.
      const device = forms.filter((each) => each !== null).length > 1 ? sheet.head.name : name
      if (!namesDevice(form)) asDevices.add(device)
      const take =
        form.form === 'wide'
          ? wideRows(form, device, into, unread, stated)
          : longRows(form, device, into, unread, stated)
      await sheet.read((rows, first, consumed) => {
        take(rows, first)
        say({ rows: into.length, consumed })
      })
    }
  }
  const readings = into.readings()
  return {
    file: file.name,
    readings,
    asDevices: [...asDevices],
    units: columnUnits(readings, stated),
    unread: { count: unread.count, named: unread.named, marks: unread.marks },
  }
}
