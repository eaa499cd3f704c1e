import type { Bilingual } from '@/domain/bilingual'
import { DETECTION_LIMIT } from '@/domain/dustfall/sample'
import type { Field } from './field'

const NAME: Field = {
  name: 'name',
  title: { zh: '名称', en: 'Name' },
  headings: ['名称', '项目名称', '工地名称', '企业名称', '工程名称', '单位名称', '堆场名称', '场所名称', '道路名称'],
  type: 'text',
  required: true,
}
export const COUNTY: Field = {
  name: 'county',
  title: { zh: '区县', en: 'County' },
  headings: [
    '区县',
    '县区',
    '县市区',
    '所属区县',
    '所在区县',
    '所属县区',
    '县(市、区)',
    '区(县)',
    '行政区',
    '行政区划',
    '辖区',
    '属地',
  ],
  type: 'text',
}
const LON: Field = {
  name: 'lon',
  title: { zh: '经度', en: 'Longitude' },
  headings: ['经度', 'lon', 'lng', 'longitude', '东经', '中心经度'],
  type: 'number',
  range: [-180, 180],
  unit: '°',
}
const LAT: Field = {
  name: 'lat',
  title: { zh: '纬度', en: 'Latitude' },
  headings: ['纬度', 'lat', 'latitude', '北纬', '中心纬度'],
  type: 'number',
  range: [-90, 90],
  unit: '°',
}
const CODE: Field = {
  name: 'code',
  title: { zh: '编号', en: 'Code' },
  headings: ['代码', '编号'],
  type: 'text',
  required: true,
}
export const MONTH: Field = {
  name: 'month',
  title: { zh: '月份', en: 'Month' },
  headings: ['月份', '月', '监测月份', '监测时间', '年月'],
  type: 'text',
  required: true,
}

/** The city's counties and management committees. */
export const COUNTY_FIELDS: readonly Field[] = [
  CODE,
  { ...NAME, headings: ['名称', '区县'] },
  { name: 'nameEn', title: { zh: '英文名', en: 'English name' }, headings: ['英文名'], type: 'text' },
  { name: 'aliases', title: { zh: '别名', en: 'Aliases' }, headings: ['别名'], type: 'text' },
  { name: 'ranked', title: { zh: '参加排名', en: 'Ranked' }, headings: ['参加排名'], type: 'flag', required: true },
  { name: 'mainUrban', title: { zh: '主城区', en: 'Main urban area' }, headings: ['主城区'], type: 'flag' },
  { name: 'type', title: { zh: '类型', en: 'Type' }, headings: ['类型'], type: 'text' },
]

/** Dustfall points. */
export const DUSTFALL_POINT_FIELDS: readonly Field[] = [CODE, NAME, { ...COUNTY, required: true }, LON, LAT]

/** A mass on the balance. The field is called `dish` because older packages called the crucible a dish. */
const grams = (name: string, title: Bilingual, ...headings: string[]): Field => ({
  name,
  title,
  headings,
  type: 'number',
  range: [0, 1000],
  unit: 'g',
})

/** A point's month: a weighing according to HJ 1221-2021, or only the value. */
export const DUSTFALL_SAMPLE_FIELDS: readonly Field[] = [
  {
    name: 'point',
    title: { zh: '点位（名称或编号）', en: 'Point' },
    headings: [
      '点位编号',
      '点位',
      '点位代码',
      '监测点编号',
      '站点编号',
      '点位名称',
      '监测点',
      '监测点位',
      '监测点位名称',
      '监测点名称',
      '站点名称',
      '站点',
      '采样点',
      '采样点位',
      '测点',
      '测点名称',
    ],
    type: 'text',
    required: true,
  },
  MONTH,
  // The second headings come from older packages and templates; the cylinder (缸) itself is never weighed.
  grams(
    'dishGrams',
    { zh: '瓷坩埚质量 m0（克）', en: 'Crucible m0 (g)' },
    '瓷坩埚质量m0(g)',
    '空缸质量m0(g)',
    '瓷坩埚质量',
    '瓷坩埚恒重',
    '坩埚质量',
    '空坩埚质量',
    '空瓷坩埚质量',
    '蒸发皿质量',
    '空缸质量',
    'm0',
    'W0',
  ),
  grams(
    'dustedGrams',
    { zh: '瓷坩埚加降尘质量 m1（克）', en: 'Crucible with dust m1 (g)' },
    '瓷坩埚加降尘质量m1(g)',
    '样品质量m1(g)',
    '瓷坩埚加降尘质量',
    '瓷坩埚和降尘质量',
    '坩埚加降尘质量',
    '坩埚加样品质量',
    '降尘加瓷坩埚质量',
    '瓷坩埚+降尘质量',
    '样品质量',
    'm1',
    'W1',
  ),
  grams(
    'blankGrams',
    { zh: '空白值 m2（克）', en: 'Blank value m2 (g)' },
    '空白值m2(g)',
    '空白质量m2(g)',
    '空白值',
    '空白质量',
    '空白样质量',
    '乙二醇空白质量',
    '空白',
    'm2',
    'Wc',
  ),
  {
    name: 'mouthCm',
    title: { zh: '缸口内径（厘米）', en: 'Mouth (cm)' },
    headings: ['缸口内径(cm)', '集尘缸内径', '集尘缸口内径', '集尘缸口径', '缸口直径', '内径', '口径'],
    type: 'number',
    range: [1, 100],
    unit: 'cm',
  },
  {
    name: 'mouthCm2',
    title: { zh: '缸口面积（平方厘米）', en: 'Mouth area (cm²)' },
    headings: ['缸口面积(cm2)', '集尘缸口面积', '集尘缸面积', '口径面积', '缸口面积'],
    type: 'number',
    range: [10, 10_000],
    unit: 'cm²',
  },
  {
    name: 'days',
    title: { zh: '采样天数', en: 'Days' },
    headings: ['采样天数', '天数', '采集天数', '采样周期天数'],
    type: 'number',
    range: [0.1, 100],
  },
  {
    name: 'given',
    title: { zh: '降尘量', en: 'Dustfall' },
    headings: ['降尘量', '降尘', '监测结果', '监测值', '降尘监测值', '降尘量结果'],
    type: 'number',
    isOfMonth: true,
    range: [0, 1000],
    belowDetection: DETECTION_LIMIT,
    writtenIn: 'givenText',
  },
  {
    name: 'givenText',
    title: { zh: '降尘量原文（低于检出限）', en: 'Dustfall as written (below detection)' },
    headings: ['降尘量原文'],
    type: 'text',
    isWorkedOut: true,
  },
  { name: 'valid', title: { zh: '有效', en: 'Valid' }, headings: ['有效', '是否有效'], type: 'flag' },
  { name: 'reason', title: { zh: '原因', en: 'Reason' }, headings: ['原因', '备注', '无效原因', '说明'], type: 'text' },
]

/**
 * Fields about the points in a table of samples: stored with the points, not with their months. In a table with one
 * column for both code and name, that column belongs to `point`, so headings that may mean either come last here.
 */
export const SAMPLED_POINT_FIELDS: readonly Field[] = [
  {
    ...NAME,
    headings: [
      '点名',
      '点位名',
      '站名',
      '监测点名称',
      '站点名称',
      '测点名称',
      '采样点名称',
      '监测点位名称',
      '点位名称',
    ],
  },
  COUNTY,
  LON,
  LAT,
]
