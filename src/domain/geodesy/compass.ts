/**
 * The sixteen directions of a wind rose, clockwise from north: the abbreviation of weather stations, then other names.
 */
export const COMPASS = [
  ['N', '北'],
  ['NNE', '北东北', '东北偏北', '北北东'],
  ['NE', '东北'],
  ['ENE', '东东北', '东北偏东'],
  ['E', '东'],
  ['ESE', '东东南', '东南偏东'],
  ['SE', '东南'],
  ['SSE', '南东南', '东南偏南', '南南东'],
  ['S', '南'],
  ['SSW', '南西南', '西南偏南', '南南西'],
  ['SW', '西南'],
  ['WSW', '西西南', '西南偏西'],
  ['W', '西'],
  ['WNW', '西西北', '西北偏西'],
  ['NW', '西北'],
  ['NNW', '北西北', '西北偏北', '北北西'],
] as const

export const COMPASS_DEGREES = 360 / COMPASS.length

/** Degrees clockwise from north for a direction in words, with or without 风; null if it is none. */
export function compassDegrees(text: string): number | null {
  const bare = text.normalize('NFKC').trim().replace(/风$/, '').toUpperCase()
  const place = COMPASS.findIndex((names) => names.some((name) => name === bare))
  return place < 0 ? null : place * COMPASS_DEGREES
}
