import { sumOf } from '@/domain/intake/recognise/sum-rows'
import { parameterNamed, unitIn } from './monitor-columns'
import { PARAMETERS, type Parameter } from './parameter'

/** What the heading of a column says whose values are of one device. */
export interface DeviceHeading {
  readonly device: string
  /** Null where the heading names the device alone. */
  readonly parameter: Parameter | null
  readonly unit: string | null
}

const UNIT = /(?:mg|[uμµ]g|ng)\/m(?:3|\^3|³|立方米)|\b(?:hpa|kpa|db(?:\(a\))?)\b|°c|℃/gi
const EMPTY_BRACKETS = /[（(【[]\s*[)）】\]]/g
const ENDS = /^[\s/\\_\-—–·|:：,，、]+|[\s/\\_\-—–·|:：,，、]+$/g
const BRACKETED = /^[（(【[]([^（(【[)）】\]]*)[)）】\]]$/
const LETTER = /[a-z]/i
const DIGIT = /\d/
/** A name of a parameter is no longer than this, as 总悬浮颗粒物(TSP)浓度 is. */
const LONGEST_PARAMETER = 24
/** PM10 2, as the second column of that heading is called. */
const NUMBERED = /\s\d{1,3}$/
/** Words that are in no name of a device when they stand alone: columns that are there beside the devices. */
const NO_DEVICE =
  /^(?:序号|编号|日期|年|月|日|时|分|小时|时段|星期.?|天气|备注|说明|aqi|经度|纬度|东经|北纬|lon|lat|lng|longitude|latitude|限值|标准限值|目标值?|同比|环比|排名|no|id|(?:监测|实测|测量)?(?:数值|值|浓度|数据|结果)|value)$/i
/** What a figure is that stands in the place of a device: PM10(日均值). */
const FIGURE = /^(?:\d*小时|日|月|年)?(?:滑动)?(?:均值?|平均值?)$|^(?:标况|工况|实测|折算|i?aqi|分指数)$/i
/** How a device is called that nobody need be asked whether it is one: by a number, or by the place at which it stands. */
const LIKE_DEVICE =
  /^[a-z]{0,12}[-_ ]?[a-z]*\d[\da-z_-]+$|工地|项目|标段|工程|设备|监测|站|点位?$|[号#]|仪|公司|厂|园|期$|家园|小区|搅拌|码头|堆场/i

/** A heading without its unit, whether that stands in brackets or not. */
const withoutUnit = (heading: string) => heading.normalize('NFKC').replace(UNIT, '').replace(EMPTY_BRACKETS, '').trim()

/** A part of a heading without the signs that join it to the other. */
function bare(part: string): string {
  const text = part.replace(ENDS, '')
  return BRACKETED.exec(text)?.[1]?.trim() ?? text
}

/** The parameter that a part of a heading is; the code of noise is left out, which are letters of many numbers of devices. */
function parameterOfPart(part: string): Parameter | null {
  if (part.length > LONGEST_PARAMETER) return null
  const text = bare(part)
  const within = /[（(【[]([^）)\]】]*)[）)\]】]/.exec(text)?.[1]
  // What stands in brackets may be the device.
  if (/^la$/i.test(text) || (within !== undefined && parameterNamed(within) === null)) return null
  return parameterNamed(text)
}

/** Whether a text may be cut before `at`: neither within a word nor within a number, and 2 of `PM10 2` is the second of that name. */
function mayCut(text: string, at: number): boolean {
  const [before, after] = [text[at - 1]!, text[at]!]
  return !(
    (LETTER.test(before) && (LETTER.test(after) || DIGIT.test(after))) ||
    (DIGIT.test(before) && DIGIT.test(after)) ||
    /^[\s.]*\d{1,3}$/.test(text.slice(at))
  )
}

/**
 * Whose values stand below a heading, and of which parameter: `XX工地_PM10`, `XX工地PM10(μg/m³)`, `PM10-XX`, or of two rows `XX工地/PM10`
 * and `PM10/XX工地`. Null where it names no device: it is empty, a parameter alone, a sum over devices, or a word that is none.
 */
export function deviceHeading(heading: string): DeviceHeading | null {
  const text = withoutUnit(heading)
  const unit = unitIn(heading)
  const named = (device: string, parameter: Parameter | null) => (isDevice(device) ? { device, parameter, unit } : null)
  if (bare(text) === '' || parameterOfPart(text.replace(NUMBERED, '')) !== null || parameterOfPart(text)) return null
  // The longest ending that is a parameter, then the longest beginning.
  for (let at = 1; at < text.length; at++) {
    const parameter = mayCut(text, at) ? parameterOfPart(text.slice(at)) : null
    if (parameter) return named(bare(text.slice(0, at)), parameter)
  }
  for (let at = text.length - 1; at > 0; at--) {
    const parameter = mayCut(text, at) ? parameterOfPart(text.slice(0, at)) : null
    if (parameter) return named(bare(text.slice(at)), parameter)
  }
  return named(bare(text), null)
}

const isDevice = (text: string) =>
  text !== '' && !NO_DEVICE.test(text) && !FIGURE.test(text) && sumOf(text, () => false) === null

/**
 * Headings that name a device and a parameter, where some device is called as devices are, or one parameter is measured by several: 环境
 * before 噪声 alone is none. Empty where there are none.
 */
export function namedDevices(headings: readonly string[]): ReadonlySet<string> {
  const found = headings.flatMap((heading) => {
    const said = deviceHeading(heading)
    return said?.parameter ? [{ ...said, heading }] : []
  })
  const others = ({ device, parameter }: DeviceHeading) =>
    found.some((each) => each.parameter === parameter && each.device !== device)
  const isNamed = found.some((each) => isLikeDevice(each.device) || others(each))
  return new Set(isNamed ? found.map(({ heading }) => heading) : [])
}

/** Whether a name is one as devices have. */
export const isLikeDevice = (device: string): boolean => LIKE_DEVICE.test(device)

/** Words that tell a parameter within a longer text; 扬尘 and 颗粒物 say of which table it is, and not which size of dust. */
const IN_TEXT: Readonly<Record<Parameter, RegExp>> = {
  tsp: /tsp|总悬浮颗粒物/,
  pm10: /pm10(?!\d)|(?<!细)可吸入颗粒物/,
  pm25: /pm2\.?5|细颗粒物/,
  noise: /噪声|噪音/,
  temperature: /气温|温度/,
  humidity: /湿度/,
  'wind-speed': /风速/,
  'wind-direction': /风向/,
  pressure: /气压/,
}

/** The one parameter that the first of some texts names which names any: a title, a sheet, a file; null where that names several. */
export function parameterAbout(texts: readonly string[]): Parameter | null {
  for (const text of texts) {
    const plain = text.normalize('NFKC').toLowerCase()
    const [first, ...others] = PARAMETERS.filter((each) => IN_TEXT[each].test(plain))
    if (first) return others.length === 0 ? first : null
  }
  return null
}
