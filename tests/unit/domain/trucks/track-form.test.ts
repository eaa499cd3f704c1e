import { describe, expect, it } from 'vitest'
import {
  canBeTracksHeading,
  missingTrackColumns,
  type TrackColumn,
  trackColumns,
  trackForm,
} from '@/domain/trucks/track-form'

const columnOf = (heading: string) => Object.keys(trackColumns([heading]))[0]
const sheetOf = (...rows: readonly string[]) => ({
  ...{ name: '', merges: [], hiddenColumns: [] },
  rows: rows.map((row) => row.split(',')),
})

describe('a heading of an export of positions', () => {
  const HEADINGS: Readonly<Record<TrackColumn, readonly string[]>> = {
    plate: ['车牌', '车牌号', '车牌号码', '号牌号码', '车辆号牌', '车号', 'Plate', 'plate_no'],
    time: [
      '时间',
      '定位时间',
      'GPS时间',
      '上传时刻',
      '行驶日期时间',
      'time',
      'datetime',
      'gps_time',
      'DataTime',
      'gpsdate_time',
    ],
    lon: ['经度', '东经', '经度(°)', '经度(GCJ-02)', '经度 WGS84', 'lon', 'lng', 'longitude_bd09'],
    lat: ['纬度', '北纬', '纬度(°)', '纬度(GCJ-02)', '纬度 WGS84', 'lat', 'latitude'],
    speed: [
      '速度',
      '车速',
      '时速(km/h)',
      '速度km/h',
      '速度 公里/小时',
      '速度公里/时',
      '行驶速度',
      'GPS速度',
      'speed',
      'speed_kmh',
    ],
    direction: ['方向', '方向角', '航向', 'direction', 'course'],
    load: ['载重状态', '载重', '空重车', '重车状态', 'load'],
    closed: ['密闭状态', '是否密闭', '顶盖状态', '篷布状态'],
    lift: ['举升状态', '是否举升', '车厢状态', '顶升状态', 'lift'],
    company: [
      '企业',
      '公司',
      '企业名称',
      '所属企业',
      '运输公司名称',
      '所属单位',
      '车属单位名称',
      '单位名称',
      '车队',
      '所属车队',
      '车队名称',
      'company',
      'carrier',
    ],
    fixed: [
      '定位有效',
      '定位是否有效',
      '是否有效定位',
      '有效定位',
      '定位状态',
      'GPS定位状态',
      '卫星定位状态',
      '定位标志',
      '定位标识',
      'GPS有效',
      'GPS状态',
      'positioned',
      'valid',
    ],
  }
  it.each(Object.entries(HEADINGS))('names the %s in the words of the platforms', (column, headings) => {
    expect(headings.map(columnOf)).toEqual(headings.map(() => column))
    expect(headings.every(canBeTracksHeading)).toBe(true)
  })

  it('is another if it says more', () => {
    const others = [
      ...['挂车车牌', '车牌颜色', '停车时间', '定位时间间隔', 'parkingtime', 'timezone', 'parkinggpstime'],
      ...['起点经度', '经度方向', '起点纬度', '纬度方向', '最高速度', '速度来源', '地图方向', '方向盘'],
      ...['核定载重', '载重吨位', '厢体密闭', '密闭方式', '未举升', '举升次数'],
      ...[
        '保险公司',
        '公司电话',
        '制造单位',
        '所属单位电话',
        '单位',
        '某车队',
        '车队长',
        '上级单位名称',
        'companyid',
        'mycompany',
      ],
      ...['定位有效期', '未定位有效', '无效定位', '定位', '', 'invalid', 'validity', '卫星有效'],
    ]
    expect(others.filter((heading) => columnOf(heading) !== undefined)).toEqual([])
    expect(others.some(canBeTracksHeading)).toBe(false)
  })
})

describe('the columns of a table of positions', () => {
  it('are each the first whose heading names it', () => {
    expect(trackColumns(['序号', '经度', '纬度', '经度(GCJ-02)', '时间', '上传时间', '纬度'])).toEqual({
      lon: 1,
      lat: 2,
      time: 4,
    })
  })

  it('that lack are time and place, or the times are unreadable', () => {
    expect(missingTrackColumns(sheetOf('车牌,速度', 'A,1'))).toEqual(['time', 'lon', 'lat'])
    expect(missingTrackColumns(sheetOf('车牌,时间,经度', 'A,昨天,108.7'))).toEqual(['lat'])
    expect(missingTrackColumns(sheetOf('时间,经度,纬度', '昨天,108.7,34.35'))).toEqual(['time'])
    expect(missingTrackColumns(sheetOf())).toEqual(['time', 'lon', 'lat'])
  })
})

describe('a table of positions', () => {
  const form = (head: string, ...rows: readonly string[]) => trackForm(sheetOf(head, ...rows))
  const row = 'A,2022-10-31 08:00:15,108.7,34.35'
  const wrong = 'A,昨天,108.7,34.35'

  it('has time and place, and the plate, speed, load or lifting of a truck', () => {
    for (const own of ['车牌', '速度', '载重状态', '举升状态'])
      expect(form(`${own},时间,经度,纬度`, row)?.columns, own).toMatchObject({ time: 1, lon: 2, lat: 3 })
    expect(form('名称,时间,经度,纬度', row)).toBeNull()
    // These are told of other things with a time and a place, too.
    for (const of of ['方向', '所属企业', '定位有效']) expect(form(`${of},时间,经度,纬度`, row), of).toBeNull()
    for (const lacking of ['车牌,日子,经度,纬度', '车牌,时间,东,纬度', '车牌,时间,经度,北'])
      expect(form(lacking, row), lacking).toBeNull()
    expect(trackForm(sheetOf())).toBeNull()
  })

  it('may have no column of a truck if the user says that it is one', () => {
    const sheet = sheetOf('名称,时间,经度,纬度', row)
    expect(trackForm(sheet, true)).toMatchObject({ columns: { time: 1, lon: 2, lat: 3 }, header: { firstRow: 0 } })
    expect(trackForm(sheetOf('名称,时间,经度', row), true)).toBeNull()
  })

  it('has readable times in more than half of its rows, without counting blank ones', () => {
    const head = '车牌,时间,经度,纬度'
    expect(form(head, row, row, wrong)).not.toBeNull()
    expect(form(head, row, wrong)).toBeNull()
    expect(form(head, row, ',,,', ', ,,', ',,,')).not.toBeNull()
    expect(form(head, row, 'A')).toBeNull()
    expect(form(head)).toBeNull()
  })

  it('may have lines above its header', () => {
    expect(form('10月车辆轨迹,,,', '车牌,时间,经度,纬度', row)).toMatchObject({
      header: { firstRow: 1, rowCount: 1 },
      columns: { plate: 0, time: 1, lon: 2, lat: 3 },
    })
  })
})
