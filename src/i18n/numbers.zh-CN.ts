/** Texts of numeric filters with a range, in Chinese. */
export const numbersZh = {
  title: '数值',
  overdue: '逾期天数',
  least: '{{column}}不低于',
  most: '{{column}}不高于',
  absent: '{{count}} 处未填',
}
