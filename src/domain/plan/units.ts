/** Counting units, longest first, so that 个百分点 is not read as 个. */
const COUNTED = [
  ...['个百分点', '百分点', '个标准', '批次', '轮次', '人次', '车次'],
  ...['家', '座', '台', '辆', '套', '项', '处', '所', '条', '名', '次', '户', '块', '份', '起', '支', '艘', '列'],
]
const MEASURED = [
  ...['蒸吨', '标准煤', '千瓦时', '千瓦', '兆瓦', '亿千瓦时', 'kWh', 'kW', 'KW', 'kw', 'MW'],
  ...['立方米', '平方公里', '平方米', '公里', '千米', '厘米', '毫米', '公顷', '亩', '米'],
  ...['千克', '公斤', '微克', '毫克', '吨', '克', 'μg', 'ug', 'mg', 'kg', '元', '分贝'],
]
const TIMES = ['个月', '小时', '分钟', '天', '周', '年']
const DENOMINATOR = [
  '平方公里',
  '立方米',
  '平方米',
  '公里',
  '小时',
  '月',
  '年',
  '季度',
  '季',
  '天',
  '日',
  '周',
  'm3',
  'km2',
  'm2',
  'h',
]

const any = (words: readonly string[]) => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`
const below = any(DENOMINATOR)
const rate = `(?:\\s*(?:/|每)\\s*\\(?\\s*${below}(?:\\s*·\\s*${below})*\\s*\\)?)?`

/** Pattern of a unit after a number, in the plain form of a text. `个` is a unit too, but 个月 is a time. */
export const UNIT_PATTERN = `(?:%|‰|${any(TIMES)}|[万亿]?${any([...COUNTED, ...MEASURED])}${rate}|万?个(?!百分点))`

const isOf = (units: readonly string[], unit: string) => units.includes(unit.replace(/^[万亿](?=.)/, ''))
/** Whether a unit is a counting unit. */
export const isCount = (unit: string): boolean => unit === '个' || unit === '万个' || isOf(COUNTED, unit)
export const isTime = (unit: string): boolean => TIMES.includes(unit)

/** Canonical form of the dustfall unit, which is written in many ways: 吨/月·平方公里, 吨/平方公里·月, 吨/(平方公里·月). */
export const DUSTFALL_UNIT = '吨/(平方公里·月)'

/** A unit in the package's notation. */
export function writtenUnit(unit: string): string {
  const bare = unit.replace(/\s/g, '').replace('每', '/')
  const parts = bare.split('/')
  if (parts.length === 2 && parts[0] === '吨' && bare.includes('平方公里') && bare.includes('月')) return DUSTFALL_UNIT
  return bare
    .replace(/^(?:μg|ug)(?=\/|$)/, '微克')
    .replace(/^mg(?=\/|$)/, '毫克')
    .replace(/\/m3$/, '/立方米')
    .replace(/^[kK][wW]$/, '千瓦')
}
