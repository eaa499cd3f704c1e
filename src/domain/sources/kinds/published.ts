import type { Bilingual } from '@/domain/bilingual'
import { DETECTION_LIMIT } from '@/domain/dustfall/sample'
import type { Field } from './field'
import { COUNTY, MONTH } from './regional'

const stated = (name: string, title: Bilingual, ...headings: string[]): Field => ({
  name,
  title,
  headings,
  type: 'text',
})

/** Derived figures in a published table: compared with known values, and kept under their own headings. */
export const STATED_FIELDS: readonly Field[] = [
  stated('rank', { zh: '排名', en: 'Rank' }, '排名', '名次', '位次'),
  stated('lastMonth', { zh: '上月', en: 'Month before' }, '上月', '上月降尘量', '上月值'),
  stated('monthOnMonth', { zh: '环比', en: 'Month on month' }, '环比', '环比变化', '环比变幅', '较上月'),
  stated(
    'lastYear',
    { zh: '去年同期', en: 'Year before' },
    '去年同期',
    '上年同期',
    '去年同月',
    '上年同月',
    '去年同期降尘量',
  ),
  stated(
    'yearOnYear',
    { zh: '同比', en: 'Year on year' },
    '同比',
    '同比变化',
    '同比变幅',
    '同比增幅',
    '同比变化率',
    '较去年同期',
    '较上年同期',
  ),
]

/** A county's published month. */
export const DUSTFALL_PUBLISHED_FIELDS: readonly Field[] = [
  { ...COUNTY, required: true },
  MONTH,
  {
    name: 'value',
    title: { zh: '降尘量', en: 'Dustfall' },
    headings: ['降尘量', '降尘', '降尘均值', '平均值', '均值', '本月', '当月', '监测结果', '监测值'],
    type: 'number',
    isOfMonth: true,
    required: true,
    mayBeBlank: true,
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
  {
    name: 'reason',
    title: { zh: '原因', en: 'Reason' },
    headings: ['原因', '备注', '无效原因', '说明'],
    type: 'text',
  },
  {
    name: 'publication',
    title: { zh: '公布与更正', en: 'Publication and corrections' },
    headings: ['公布与更正', '公布日期', '发布日期', '更正说明'],
    type: 'text',
  },
  {
    name: 'points',
    title: { zh: '公布时的点位值', en: 'Points as published' },
    headings: ['公布时的点位值'],
    type: 'text',
  },
  {
    name: 'earlier',
    title: { zh: '公布时的此前各月值', en: 'Months before as published' },
    headings: ['公布时的此前各月值'],
    type: 'text',
  },
  {
    name: 'earlierLimits',
    title: { zh: '公布时的此前各月限值', en: 'Limits of the months before as published' },
    headings: ['公布时的此前各月限值'],
    type: 'text',
  },
  {
    name: 'limit',
    title: { zh: '公布时的限值', en: 'Limit as published' },
    headings: ['公布时的限值'],
    type: 'number',
    range: [0, 1000],
  },
]
