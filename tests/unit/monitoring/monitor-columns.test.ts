import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monitorColumns } from '@/domain/monitoring/monitor-columns'
import { dustUnit } from '@/domain/monitoring/unit-finding'

const said = (headings: readonly string[]) =>
  monitorColumns(headings).map((each) =>
    [
      headings[each.column],
      each.of,
      ...('parameter' in each ? [each.parameter] : []),
      ...('unit' in each ? [each.unit] : []),
    ].join(' '),
  )

describe('columns of a monitor’s export', () => {
  it('are recognised by the headings of platforms', () => {
    expect(
      said([
        '序号',
        '工地名称',
        '设备编号',
        '监测时间',
        'TSP(mg/m3)',
        'PM2.5（μg/m³）',
        'PM10(ug/m3)',
        '噪声(dB)',
        '温度(℃)',
        '湿度(%)',
        '风速(m/s)',
        '风向',
        '气压(hPa)',
        '备注',
      ]),
    ).toEqual([
      '工地名称 name',
      '设备编号 device',
      '监测时间 time',
      'TSP(mg/m3) value tsp mg/m³',
      'PM2.5（μg/m³） value pm25 µg/m³',
      'PM10(ug/m3) value pm10 µg/m³',
      '噪声(dB) value noise dB',
      '温度(℃) value temperature ℃',
      '湿度(%) value humidity %',
      '风速(m/s) value wind-speed ',
      '风向 value wind-direction ',
      '气压(hPa) value pressure hPa',
    ])
  })

  it('are recognised by the codes of HJ 212, its flags and its figures; of mean and minimum only the mean is read', () => {
    expect(said(['MN', 'DataTime', 'a34001-Avg', 'a34001-Min', 'a34001-Flag', 'a34004-Rtd', 'LA-Rtd'])).toEqual([
      'MN device',
      'DataTime time',
      'a34001-Avg value tsp ',
      'a34001-Flag flag tsp',
      'a34004-Rtd value pm25 ',
      'LA-Rtd value noise ',
    ])
    expect(said(['时间', 'TSP状态', 'TSP浓度', 'PM10', 'PM10'])).toEqual([
      '时间 time',
      'TSP状态 flag tsp',
      'TSP浓度 value tsp ',
      'PM10 value pm10 ',
    ])
  })

  it('are recognised by compound names of platforms, and one flag may apply to the whole row', () => {
    expect(said(['监测站点', '数据时间', '颗粒物PM10', 'PM2.5细颗粒物', '颗粒物(TSP)', '数据标识'])).toEqual([
      '监测站点 device',
      '数据时间 time',
      '颗粒物PM10 value pm10 ',
      'PM2.5细颗粒物 value pm25 ',
      '颗粒物(TSP) value tsp ',
      '数据标识 flag ',
    ])
    // Whether a device is online does not affect its values.
    expect(said(['时间', '状态'])).toEqual(['时间 time'])
  })

  it('are none in other tables', () => {
    expect(said(['工程名称', '建设单位', '检查日期', '占地面积', '颗粒物排放量'])).toEqual([])
  })
})

describe('the unit of dust', () => {
  const around = (middle: number) => Array.from({ length: 40 }, (_, i) => middle * (0.5 + i / 40))

  it.each([
    [null, 0.18, 'mg/m³', 'values'],
    [null, 180, 'µg/m³', 'values'],
    [null, 75_600, 'ng/m³', 'values'],
    ['mg/m³', 0.18, 'mg/m³', 'stated'],
    ['mg/m³', 180, 'mg/m³', 'doubtful'],
    ['µg/m³', 0.18, 'µg/m³', 'doubtful'],
  ] as const)('stated %s, around %d: %s by %s', (stated, middle, unit, by) => {
    expect(dustUnit(stated, around(middle))).toMatchObject({ unit, by })
  })

  it('is not guessed from few values, from zeros, or from values in between', () => {
    expect(dustUnit(null, [180, 190])).toBeNull()
    expect(dustUnit(null, Array(100).fill(0))).toBeNull()
    expect(dustUnit(null, around(4))).toBeNull()
    expect(dustUnit('mg/m³', [0, 0])).toMatchObject({ unit: 'mg/m³', by: 'stated', factor: 1000 })
  })

  it('of the same dust is found in each unit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 20, max: 900, noNaN: true }), { minLength: 20 }), (values) => {
        expect(dustUnit(null, values)?.unit).toBe('µg/m³')
        expect(
          dustUnit(
            null,
            values.map((value) => value / 1000),
          )?.unit,
        ).toBe('mg/m³')
        expect(
          dustUnit(
            null,
            values.map((value) => value * 1000),
          )?.unit,
        ).toBe('ng/m³')
      }),
    )
  })
})
