import type { Field } from './field'
import { textField } from './text-field'

/** Column name for the valid hours of a day of the month. */
export const dayColumn = (day: number) => `day${day}`

/** Most days in a month. */
export const MAX_DAYS = 31

/**
 * Hours with valid readings by device, month and day. A blank cell: nothing is known about the day. 0: no valid reading
 * arrived.
 */
export const ONLINE_FIELDS: readonly Field[] = [
  textField('device', '设备编号', 'Device', ['设备编号'], true),
  textField('month', '月份', 'Month', ['月份'], true),
  ...Array.from(
    { length: MAX_DAYS },
    (_, i): Field => ({
      name: dayColumn(i + 1),
      title: { zh: `${i + 1}日有效小时`, en: `Valid hours of day ${i + 1}` },
      headings: [`${i + 1}日`],
      type: 'number',
      range: [0, 24],
    }),
  ),
  textField('calibrated', '校准日', 'Days of calibration'),
]
