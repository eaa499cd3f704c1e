/** Texts of two months side by side, in Chinese. */
export const compareZh = {
  title: '两月对比',
  months: '降尘：{{earlier}}与{{later}}',
  sources: '两图的污染源相同，均截至{{day}}',
  end: '结束对比',
  short: '{{year}}年{{month}}月',
  ofMonths: '{{earlier}}与{{later}}，{{unit}}',
  difference: '差',
  differenceHelp: '{{later}}减{{earlier}}：↑ 为升高，↓ 为下降',
  sortBy: '按{{column}}排序',
  bar: '{{bar}}，对比月份',
  over: '斜线为超过限值 {{limit}}',
}
