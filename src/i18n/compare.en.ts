import type { compareZh } from './compare.zh-CN'

/** The same texts in English. */
export const compareEn: typeof compareZh = {
  title: 'Compare two months',
  months: 'Dustfall: {{earlier}} and {{later}}',
  sources: 'The same sources on both, as of {{day}}',
  end: 'End comparison',
  short: '{{year}}-{{month}}',
  ofMonths: '{{earlier}} and {{later}}, {{unit}}',
  difference: 'Change',
  differenceHelp: '{{later}} minus {{earlier}}: ↑ is a rise, ↓ a fall',
  sortBy: 'Sort by {{column}}',
  bar: '{{bar}}, comparison month',
  over: 'Hatched: over the limit of {{limit}}',
}
