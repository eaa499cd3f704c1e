/** The names of sixteen directions, clockwise from north, as tables write them. */
const NAMES = [
  '北',
  '东北偏北',
  '东北',
  '东北偏东',
  '东',
  '东南偏东',
  '东南',
  '东南偏南',
  '南',
  '西南偏南',
  '西南',
  '西南偏西',
  '西',
  '西北偏西',
  '西北',
  '西北偏北',
]
const SHORT = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW']
/** 北北东 is 东北偏北, 东东北 东北偏东 and so on. */
const OTHERWISE = [
  '',
  '北北东',
  '',
  '东东北',
  '',
  '东东南',
  '',
  '南南东',
  '',
  '南南西',
  '',
  '西西南',
  '',
  '西西北',
  '',
  '北北西',
]
const STEP = 360 / NAMES.length

const DEGREES = new Map(
  [NAMES, SHORT, OTHERWISE].flatMap((names) => names.flatMap((name, i) => (name ? [[name, i * STEP] as const] : []))),
)

/** Degrees from which the wind blows, of a direction in words (东北风, NNE); null where it is none. */
export const directionOf = (cell: string): number | null =>
  DEGREES.get(cell.normalize('NFKC').trim().replace(/风$/, '').toUpperCase()) ?? null
