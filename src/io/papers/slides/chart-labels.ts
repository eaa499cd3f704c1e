import type { MeetingPapers } from '@/io/papers/papers'

/** How the library writes a missing value; the chart must have no point there. */
const NO_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g
const SERIES = /<c:ser>.*?<\/c:ser>/gs
const NUMBERS = /(<c:dLbls><c:numFmt [^>]*>)(?=<c:txPr>)/g
const LABELS = /<c:dLbls>(.*?)(?:<c:showLeaderLines val="\d"\/>)?<\/c:dLbls>/s
const VALUES = /<c:val>.*?<\/c:val>/gs
const POINT = /<c:pt idx="(\d+)"><c:v>([^<]+)<\/c:v>/g

/** Bars lower than this share of the largest value are lower than a label, which would lie on the axis. */
const LOW = 0.12

/**
 * Repairs a chart written by the library: removes points without a value, puts labels of values within the limit inside
 * their bars unless these are too low, and gives the others the slide's background colour, so that the limit's line does
 * not cross any label.
 */
export function repairChart(xml: string, { within }: MeetingPapers['words'], ground: string): string {
  const whole = xml.replace(NO_POINT, '')
  const most = Math.max(
    0,
    ...(whole.match(VALUES) ?? []).flatMap((values) => pointsIn(values).map(([, value]) => value)),
  )
  const fill = `<c:spPr><a:solidFill><a:srgbClr val="${ground}"/></a:solidFill></c:spPr>`
  return whole.replace(SERIES, (series) => {
    const filled = series.replace(NUMBERS, `$1${fill}`)
    if (!series.includes('<c:dLblPos val="outEnd"/>')) return series
    if (!series.includes(`<c:v>${within}</c:v>`)) return filled
    const [, above = ''] = LABELS.exec(filled) ?? []
    const low = pointsIn(valuesOf(series)).filter(([, value]) => value < most * LOW)
    const labels = low.map(([at]) => `<c:dLbl><c:idx val="${at}"/>${above}</c:dLbl>`).join('')
    return series
      .replaceAll('<c:dLblPos val="outEnd"/>', '<c:dLblPos val="inEnd"/>')
      .replace('<c:dLbls>', () => `<c:dLbls>${labels}`)
  })
}

const valuesOf = (series: string): string => series.match(VALUES)?.[0] ?? ''

/** The points of a series' values: index and value. */
const pointsIn = (values: string): [at: number, value: number][] =>
  [...values.matchAll(POINT)].map(([, at, value]) => [Number(at), Number(value)])

/** Width of a digit of a count's label, and the space around it, in inches. */
const [DIGIT, AROUND] = [0.11, 0.02]
/** How much longer than the largest value the axis may be. */
const AXIS_BEYOND = 1.2

/**
 * The least count that has room for its label within its part of a stacked bar; lower ones have none, since labels
 * would run together. The table has all counts.
 * @param most the largest sum of a bar
 * @param width of the bars' area in inches
 */
export function leastLabelled(most: number, width: number): number {
  const fits = (count: number) => (count / (most * AXIS_BEYOND)) * width >= String(count).length * DIGIT + AROUND
  // A count with one digit more needs more room than the one before it.
  const isRoomFrom = (least: number) => {
    for (let count = 10 ** String(least).length; count <= most; count *= 10) if (!fits(count)) return false
    return fits(least)
  }
  let least = 1
  while (least < most && !isRoomFrom(least)) least++
  return least
}
