import type { Field } from './field'
import { textField } from './text-field'

/** Numbers of truck trips, by the county and day in which they began. */
export const HAUL_FIELDS: readonly Field[] = [
  textField('county', '区县', 'County', ['区县'], true),
  { name: 'day', title: { zh: '日期', en: 'Day' }, headings: ['日期'], type: 'day', required: true },
  {
    name: 'hauls',
    title: { zh: '运输趟次', en: 'Trips' },
    headings: ['运输趟次'],
    type: 'number',
    range: [0, 1_000_000],
    required: true,
  },
  {
    name: 'byDay',
    title: { zh: '白天趟次', en: 'Trips by day' },
    headings: ['白天趟次'],
    type: 'number',
    range: [0, 1_000_000],
    required: true,
  },
  {
    name: 'trucks',
    title: { zh: '本月累计车辆数', en: 'Trucks in the month so far' },
    headings: ['本月累计车辆数'],
    type: 'number',
    range: [0, 1_000_000],
  },
]
