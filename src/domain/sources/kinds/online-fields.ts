import type { Field } from './field'

/** The name of the column that has the hours of a day of the month. */
export const dayColumn = (day: number) => `day${day}`

/** A month has so many days at most. */
export const MOST_DAYS = 31

/**
 * Hours with valid readings by device, month and day: a blank cell is of a day of which nothing is known, 0 of one on which nothing
 * valid came.
 */
export const ONLINE_FIELDS: readonly Field[] = [
  {
    name: 'device',
    title: { zh: '设备编号', en: 'Device' },
    headings: ['设备编号'],
    type: 'text',
    required: true,
  },
  { name: 'month', title: { zh: '月份', en: 'Month' }, headings: ['月份'], type: 'text', required: true },
  ...Array.from(
    { length: MOST_DAYS },
    (_, i): Field => ({
      name: dayColumn(i + 1),
      title: { zh: `${i + 1}日有效小时`, en: `Valid hours of day ${i + 1}` },
      headings: [`${i + 1}日`],
      type: 'number',
      range: [0, 24],
    }),
  ),
  {
    name: 'calibrated',
    title: { zh: '校准日', en: 'Days of calibration' },
    headings: ['校准日'],
    type: 'text',
  },
]
