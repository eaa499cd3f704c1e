import { bareHeading, findHeader, type Header } from '@/domain/intake/recognise/header'
import { countFilled, type SheetHead } from '@/domain/intake/recognise/sheet'
import { minuteOf } from '@/domain/monitoring/minute-of'

/** The columns of position exports, by bare heading. */
const COLUMNS = {
  plate: /^(?:车牌|车牌号|车牌号码|号牌|号牌号码|车辆号牌|车号|plate|plateno|vehicle)$/,
  time: /^(?:定位|gps|采集|上报|上传|记录|行驶)?(?:时间|时刻|日期时间)$|^(?:gps)?(?:date|data)?time$/,
  lon: /^(?:经度|东经|lon|lng|longitude)(?:gcj02|wgs84|bd09)?$/,
  lat: /^(?:纬度|北纬|lat|latitude)(?:gcj02|wgs84|bd09)?$/,
  speed: /^(?:速度|车速|时速|行驶速度|gps速度|speed)(?:kmh|公里小?时)?$/,
  direction: /^(?:方向|方向角|航向|行驶方向|direction|course)$/,
  load: /^(?:载重状态|载重|装载状态|空重车|重车状态|载货状态|load)$/,
  closed: /^(?:密闭状态|密闭|密封状态|顶盖状态|厢盖状态|篷布状态)$/,
  lift: /^(?:举升状态|举升|车厢状态|顶升状态|lift)$/,
  company:
    /^(?:(?:所属|运输|车属|车主)?(?:企业|公司)(?:名称)?|(?:所属|运输|车属|车主)单位(?:名称)?|单位名称|(?:所属)?车队(?:名称)?|company|carrier)$/,
  fixed: /^(?:定位(?:是否)?有效|有效定位|(?:gps|卫星)?定位状态|定位标[志识]|gps有效|gps状态|positioned|valid)$/,
} as const
export type TrackColumn = keyof typeof COLUMNS

/** Finds the columns of a table of positions; if several match the same thing, the first counts. */
export function trackColumns(headings: readonly string[]): Readonly<Partial<Record<TrackColumn, number>>> {
  const found: Partial<Record<TrackColumn, number>> = {}
  for (const [column, heading] of headings.entries()) {
    const bare = bareHeading(heading)
    const of = (Object.keys(COLUMNS) as TrackColumn[]).find((each) => COLUMNS[each].test(bare))
    if (of && found[of] === undefined) found[of] = column
  }
  return found
}

/** The layout of a position export. */
export interface TrackForm {
  readonly header: Header
  readonly columns: Readonly<Partial<Record<TrackColumn, number>>> & Readonly<Record<'time' | 'lon' | 'lat', number>>
}

/** Whether a heading can belong to a table of positions. */
export const canBeTracksHeading = (heading: string): boolean => Object.keys(trackColumns([heading])).length > 0

const headerOf = (sheet: SheetHead): Header => findHeader(sheet, canBeTracksHeading)

/** What a table of positions needs: time and place. */
export type MissingTrackColumn = 'time' | 'lon' | 'lat'

/**
 * The columns that a table lacks, though the user declared it a table of positions; if all headings exist, its times
 * are unreadable.
 */
export function missingTrackColumns(sheet: SheetHead): readonly MissingTrackColumn[] {
  const columns = trackColumns(headerOf(sheet).names)
  const lacking = (['time', 'lon', 'lat'] as const).filter((each) => columns[each] === undefined)
  return lacking.length > 0 ? lacking : ['time']
}

/**
 * Detects the layout of a table of positions by its headings and times; null if it is none. Without a plate column it
 * belongs to one truck. `isSaid`: the user declared it a table of positions.
 */
export function trackForm(sheet: SheetHead, isSaid = false): TrackForm | null {
  const header = headerOf(sheet)
  const columns = trackColumns(header.names)
  const { time, lon, lat, plate, speed, load, lift } = columns
  if (time === undefined || lon === undefined || lat === undefined) return null
  // Many tables have places with times; only those of trucks have plates, speeds, loads or lifting.
  if (!isSaid && plate === undefined && speed === undefined && load === undefined && lift === undefined) return null
  const rows = sheet.rows.slice(header.firstRow + header.rowCount).filter((cells) => countFilled(cells) > 0)
  const told = rows.filter((cells) => minuteOf(cells[time] ?? '') !== null).length
  return told * 2 > rows.length ? { header, columns: { ...columns, time, lon, lat } } : null
}
