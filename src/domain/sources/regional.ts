import { COUNTY, type Field, LAT, LON, NAME } from './schema'

const CODE: Field = { name: 'code', headings: ['代码', '编号'], type: 'text', required: true }
const MONTH: Field = {
  name: 'month',
  headings: ['月份', '月', '监测月份', '监测时间', '年月'],
  type: 'text',
  required: true,
}

/** The city's counties and management committees. */
export const COUNTY_FIELDS: readonly Field[] = [
  CODE,
  { ...NAME, headings: ['名称', '区县'] },
  { name: 'nameEn', headings: ['英文名'], type: 'text' },
  { name: 'aliases', headings: ['别名'], type: 'text' },
  { name: 'ranked', headings: ['参加排名'], type: 'flag', required: true },
  { name: 'mainUrban', headings: ['主城区'], type: 'flag' },
  { name: 'type', headings: ['类型'], type: 'text' },
]

/** Where dustfall is measured. */
export const DUSTFALL_POINT_FIELDS: readonly Field[] = [CODE, NAME, { ...COUNTY, required: true }, LON, LAT]

/** A mass on the balance; the name of the field is kept from packages that called the crucible a dish. */
const grams = (name: string, ...headings: string[]): Field => ({
  name,
  headings,
  type: 'number',
  range: [0, 1000],
  unit: 'g',
})

/** A point's month: a weighing by HJ 1221-2021, or the value alone. */
export const DUSTFALL_SAMPLE_FIELDS: readonly Field[] = [
  {
    name: 'point',
    headings: ['点位编号', '点位', '点位名称', '监测点', '监测点位', '点位代码'],
    type: 'text',
    required: true,
  },
  MONTH,
  // The second headings are of older packages and templates; the cylinder (缸) is never weighed.
  grams(
    'dishGrams',
    '瓷坩埚质量m0(g)',
    '空缸质量m0(g)',
    '瓷坩埚质量',
    '瓷坩埚恒重',
    '坩埚质量',
    '空坩埚质量',
    '空缸质量',
    'm0',
  ),
  grams(
    'dustedGrams',
    '瓷坩埚加降尘质量m1(g)',
    '样品质量m1(g)',
    '瓷坩埚加降尘质量',
    '瓷坩埚和降尘质量',
    '坩埚加降尘质量',
    '坩埚加样品质量',
    '样品质量',
    'm1',
  ),
  grams('blankGrams', '空白值m2(g)', '空白质量m2(g)', '空白值', '空白质量', '空白', 'm2'),
  { name: 'mouthCm', headings: ['缸口内径(cm)'], type: 'number', range: [1, 100], unit: 'cm' },
  { name: 'days', headings: ['采样天数'], type: 'number', range: [0.1, 100] },
  {
    name: 'given',
    headings: ['降尘量', '降尘', '监测结果', '监测值', '降尘监测值'],
    type: 'number',
    range: [0, 1000],
    belowDetection: true,
  },
  { name: 'valid', headings: ['有效', '是否有效'], type: 'flag' },
  { name: 'reason', headings: ['原因', '备注', '无效原因', '说明'], type: 'text' },
]

/** A county's published month. */
export const DUSTFALL_PUBLISHED_FIELDS: readonly Field[] = [
  { ...COUNTY, required: true },
  MONTH,
  {
    name: 'value',
    headings: ['降尘量', '降尘', '降尘均值', '平均值', '均值', '本月', '当月', '监测结果'],
    type: 'number',
    required: true,
    range: [0, 1000],
    belowDetection: true,
  },
  { name: 'publication', headings: ['公布与更正', '公布日期', '发布日期', '更正说明'], type: 'text' },
]

/** A survey of a road's silt load. */
export const SILT_SURVEY_FIELDS: readonly Field[] = [
  { name: 'road', headings: ['道路编号', '道路', '道路名称', '路段', '路段名称'], type: 'text', required: true },
  {
    name: 'surveyedOn',
    headings: ['调查日期', '检测日期', '监测日期', '走航日期', '日期'],
    type: 'day',
    required: true,
  },
  {
    name: 'siltLoad',
    headings: ['积尘负荷(克/平方米)', '积尘负荷', '积尘负荷(g/m²)', '积尘量'],
    type: 'number',
    range: [0, 100],
    unit: 'g/m²',
  },
  {
    name: 'siltGrade',
    headings: ['积尘等级', '积尘负荷等级', '等级', '评价等级'],
    type: 'text',
    values: ['优', '良', '中', '差'],
  },
]
