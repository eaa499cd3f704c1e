import type { numbersZh } from './numbers.zh-CN'

/** The same texts in English. */
export const numbersEn: typeof numbersZh = {
  title: 'Numbers',
  overdue: 'Days overdue',
  least: '{{column}}, at least',
  most: '{{column}}, at most',
  absent: '{{count}} without it',
}
