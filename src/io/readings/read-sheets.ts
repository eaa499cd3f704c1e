import { detectMadeUpRows } from '@/domain/intake/recognise/made-up'
import { GrowingReadings } from '@/domain/monitoring/growing-readings'
import type { Parameter } from '@/domain/monitoring/parameter'
import { type TimeNumbers, TimesSeen } from '@/domain/monitoring/time-numbers'
import type { ExportProgress } from '@/io/formats/export-table'
import type { FormedSheet, KnownTimes } from './sheet-times'
import { deviceRows, type ExportSink, longRows, namesDevice, type TakeRows, wideRows } from './table-rows'
import { UnreadRows } from './unread-rows'

/** What the tables of a file contain. */
export interface SheetReadings extends Omit<ExportSink, 'seen' | 'later'> {
  /** Used as device for tables that name none. */
  readonly asDevices: ReadonlySet<string>
  /** Whether a column declares rows as made up. */
  readonly isMadeUp: boolean
  /** What the times of each table show. */
  readonly numbers: readonly TimeNumbers[]
}

/** Reads the tables of a file from their beginning. `known`: how the times of each are read; times stay if it is unknown. */
export async function readSheets(
  file: string,
  sheets: readonly FormedSheet[],
  known: readonly KnownTimes[] | null,
  onProgress: (progress: ExportProgress) => void,
): Promise<SheetReadings> {
  const readings = new GrowingReadings()
  const stated = new Map<Parameter, string | null>()
  const names = new Map<string, string>()
  const into = { readings, unread: new UnreadRows(file), stated, names }
  const asDevices = new Set<string>()
  const numbers: TimeNumbers[] = []
  let isMadeUp = false
  for (const [at, each] of sheets.entries()) {
    const { sheet, form, device } = each
    if (!namesDevice(form)) asDevices.add(device)
    const seen = new TimesSeen()
    const take = detectMadeUpRows(
      form.header.names,
      taking(each, { ...into, seen, later: known?.[at]?.later ?? null }),
      () => {
        isMadeUp = true
      },
    )
    await sheet.read((rows, first, consumed) => {
      take(rows, first)
      onProgress({ rows: readings.length, consumed })
    })
    numbers.push(seen.numbers)
  }
  return { ...into, asDevices, isMadeUp, numbers }
}

function taking({ form, device }: FormedSheet, sink: ExportSink): TakeRows {
  if (form.form === 'devices') return deviceRows(form, sink)
  return form.form === 'wide' ? wideRows(form, device, sink) : longRows(form, device, sink)
}
