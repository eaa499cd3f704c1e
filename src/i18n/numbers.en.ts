import type { numbersZh } from './numbers.zh-CN'

/** The same texts in English. */
export const numbersEn: typeof numbersZh = {
  title: 'Values',
  overdue: 'Days overdue',
  least: '{{column}}, at least',
  most: '{{column}}, at most',
  absent: '{{count}} without a value',
}
