import { formatDay, parseDay } from '@/domain/calendar'
import { bareHeading, findHeader, type Header } from '@/domain/intake/recognise/header'
import { countFilled, type SheetHead } from '@/domain/intake/recognise/sheet'
import { withoutTitles } from './export-header'
import type { HourRule } from './hours'
import { dayBegin, localDay } from './local-time'
import { localTime, minuteOf } from './minute-of'

/** Headings of a column of days, and of the column of times that belong to them. */
const DAY = /^(?:监测|采集|采样|上报|数据|检测|记录|定位|gps)?(?:日期|日)$|^(?:data|gps)?date$/
const TIME =
  /^(?:监测|采集|采样|上报|数据|检测|记录|定位|gps)?(?:时间|时刻|时段|时间段|小时|整点|钟点|时)$|^(?:data|gps)?time$|^hour$/
/** The heading of the merged column. */
const WHOLE = '时间'
const SECONDS_PER_DAY = 86_400

/** 8, 8时, 08:00, 8点30分, 08:15:30: seconds of the day; 24 is the end of the day. */
const CLOCK = /^(\d{1,2})(?:[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})秒?)?)?)?)?$/
/** The dummy day that spreadsheets put before a time without a day. */
const NO_DAY = /^(?:1899-12-3[01]|1900-01-0[01])[ T]/
/** That day alone is midnight, and the day after it hour 24. */
const MIDNIGHTS: Readonly<Record<string, string>> = {
  ...{ '1899-12-30': '0', '1899-12-31': '0', '1900-01-00': '0' },
  '1900-01-01': '24',
}
const BETWEEN = /\s*(?:-|—|–|~|至|到)+\s*/

function clockOf(text: string): number | null {
  const [, hour, minute = '0', second = '0'] = CLOCK.exec(text) ?? []
  if (hour === undefined) return null
  const at = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return Number(minute) < 60 && Number(second) < 60 && at <= SECONDS_PER_DAY ? at : null
}

/** A time without a day, in seconds of the day; for a range, its start and its length. Null if the cell is none. */
function timeOf(cell: string): { readonly at: number; readonly length: number | null } | null {
  const written = cell.normalize('NFKC').trim()
  const text = MIDNIGHTS[written] ?? written.replace(NO_DAY, '')
  // A fraction of a day, as spreadsheets store it.
  if (/^0?\.\d+$/.test(text)) return { at: Math.round(Number(text) * SECONDS_PER_DAY), length: null }
  const parts = text.split(BETWEEN)
  const times = parts.map((part) => clockOf(part))
  if (times.includes(null) || times.length > 2) return null
  const [from, until] = times as [number, number?]
  if (until === undefined) return { at: from, length: null }
  return { at: from, length: (until > from ? until : until + SECONDS_PER_DAY) - from }
}

/** The day in a cell that has no time of day, as YYYY-MM-DD; null if there is none. */
function dayIn(cell: string): string | null {
  const text = cell.normalize('NFKC').trim()
  const minute = minuteOf(/^20\d{6}$/.test(text) ? `${text}00` : text)
  if (minute === null || minute !== dayBegin(localDay(minute))) return null
  return localTime(minute).slice(0, 10)
}

const twoDigits = (of: number) => String(of).padStart(2, '0')
const clockText = (at: number) => [Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60].map(twoDigits).join(':')

/** How two columns of a table are merged into its times. */
export interface SplitTime {
  /** The headings of the two columns. */
  readonly day: string
  readonly time: string
  /** Whether the times are ranges, which show both begin and end and are read by their begin. */
  readonly isRange: boolean
  /** The table with both in one column; hour 24 stays that of its day. */
  readonly head: SheetHead
  /**
   * Merges rows, which must arrive in order: an empty day repeats the day of the row above. Ranges are read by their end
   * if that is `wanted`.
   */
  joiner(wanted?: HourRule['stamp']): (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]
}

/**
 * The day and time columns of a table that has them apart; null if it does not. `isKnown`: recognises other headings of
 * such a table.
 */
export function splitTime(sheet: SheetHead, isKnown: (heading: string) => boolean): SplitTime | null {
  if (sheet.rows.length === 0) return null
  const isOf = (heading: string) => DAY.test(bareHeading(heading)) || TIME.test(bareHeading(heading))
  const header = findHeader(withoutTitles(sheet), (heading) => isOf(heading) || isKnown(heading))
  const bare = header.names.map(bareHeading)
  const [day, time] = [bare.findIndex((name) => DAY.test(name)), bare.findIndex((name) => TIME.test(name))]
  if (day < 0 || time < 0) return null
  const below = sheet.rows.slice(header.firstRow + header.rowCount).filter((cells) => countFilled(cells) > 0)
  const times = below.flatMap((cells) => timeOf(cells[time] ?? '') ?? [])
  const days = below.filter((cells) => dayIn(cells[day] ?? '') !== null).length
  const told = below.filter((cells) => (cells[day] ?? '').trim() !== '').length
  // If the time column already includes the day, it needs no merging.
  if (times.length * 2 <= below.length || days === 0 || days * 2 <= told) return null
  const joiner = (wanted?: HourRule['stamp']) => joining(day, time, wanted === 'end')
  const top = sheet.rows.slice(0, header.firstRow + header.rowCount)
  return {
    day: header.names[day]!,
    time: header.names[time]!,
    isRange: times.some(({ length }) => length !== null),
    head: {
      ...sheet,
      rows: [...top.map((cells, row) => renamed(cells, row, header, time)), ...joiner()(sheet.rows.slice(top.length))],
    },
    joiner: (wanted) => {
      const join = joiner(wanted)
      let row = 0
      return (rows) => {
        const above = Math.max(0, Math.min(rows.length, top.length - row))
        const head = rows.slice(0, above).map((cells, i) => renamed(cells, row + i, header, time))
        row += rows.length
        return [...head, ...join(rows.slice(above))]
      }
    },
  }
}

function renamed(cells: readonly string[], row: number, { firstRow }: Header, time: number): readonly string[] {
  return row < firstRow ? cells : cells.map((cell, column) => (column === time && cell.trim() !== '' ? WHOLE : cell))
}

function joining(day: number, time: number, byEnd: boolean) {
  let last: string | null = null
  return (rows: readonly (readonly string[])[]) =>
    rows.map((cells) => {
      const said = (cells[day] ?? '').trim()
      if (said !== '') last = dayIn(said)
      const at = timeOf(cells[time] ?? '')
      if (last === null || at === null) return cells
      const second = at.at + (byEnd ? (at.length ?? 0) : 0)
      const days = Math.floor(second / SECONDS_PER_DAY)
      const whole =
        second === SECONDS_PER_DAY
          ? `${last} 24:00:00`
          : `${formatDay(parseDay(last) + days)} ${clockText(second - days * SECONDS_PER_DAY)}`
      return cells.map((cell, column) => (column === time ? whole : cell))
    })
}
