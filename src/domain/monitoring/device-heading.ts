import { summaryKindOf } from '@/domain/intake/recognise/sum-rows'
import { parameterNamed, unitIn } from './monitor-columns'
import { PARAMETERS, type Parameter } from './parameter'

/** The content of a column heading that names a device. */
export interface DeviceHeading {
  readonly device: string
  /** Null if the heading names only the device. */
  readonly parameter: Parameter | null
  readonly unit: string | null
}

const UNIT = /(?:mg|[uμµ]g|ng)\/m(?:3|\^3|³|立方米)|\b(?:hpa|kpa|db(?:\(a\))?)\b|°c|℃/gi
const EMPTY_BRACKETS = /[（(【[]\s*[)）】\]]/g
const ENDS = /^[\s/\\_\-—–·|:：,，、]+|[\s/\\_\-—–·|:：,，、]+$/g
const BRACKETED = /^[（(【[]([^（(【[)）】\]]*)[)）】\]]$/
const LETTER = /[a-z]/i
const DIGIT = /\d/
/** The maximum length of a parameter name, such as 总悬浮颗粒物(TSP)浓度. */
const LONGEST_PARAMETER = 24
/** PM10 2: the second column with this heading. */
const NUMBERED = /\s\d{1,3}$/
/** Words that never name a device when they stand alone: other columns beside the devices. */
const NO_DEVICE =
  /^(?:序号|编号|日期|年|月|日|时|分|小时|时段|星期.?|天气|备注|说明|aqi|经度|纬度|东经|北纬|lon|lat|lng|longitude|latitude|限值|标准限值|目标值?|同比|环比|排名|no|id|(?:监测|实测|测量)?(?:数值|值|浓度|数据|结果)|value)$/i
/** A kind of figure where a device name would stand: PM10(日均值). */
const FIGURE = /^(?:\d*小时|日|月|年)?(?:滑动)?(?:均值?|平均值?)$|^(?:标况|工况|实测|折算|i?aqi|分指数)$/i
/** Recognises a heading as a device without asking the user: a device number, or the name of its site. */
const LIKE_DEVICE =
  /^[a-z]{0,12}[-_ ]?[a-z]*\d[\da-z_-]+$|工地|项目|标段|工程|设备|监测|站|点位?$|[号#]|仪|公司|厂|园|期$|家园|小区|搅拌|码头|堆场/i

/** Removes the unit from a heading, with or without brackets. */
const withoutUnit = (heading: string) => heading.normalize('NFKC').replace(UNIT, '').replace(EMPTY_BRACKETS, '').trim()

/** Removes the separators at both ends of a part of a heading, and brackets around it. */
function bare(part: string): string {
  const text = part.replace(ENDS, '')
  return BRACKETED.exec(text)?.[1]?.trim() ?? text
}

/**
 * The parameter that a part of a heading names. Ignores the noise code LA, because many device numbers contain these
 * letters.
 */
function parameterOfPart(part: string): Parameter | null {
  if (part.length > LONGEST_PARAMETER) return null
  const text = bare(part)
  const within = /[（(【[]([^）)\]】]*)[）)\]】]/.exec(text)?.[1]
  // The text in brackets may be the device.
  if (/^la$/i.test(text) || (within !== undefined && parameterNamed(within) === null)) return null
  return parameterNamed(text)
}

/**
 * Whether a heading may be split before `at`: not within a word or number, and not before the 2 of `PM10 2`, which
 * marks a repeated heading.
 */
function mayCut(text: string, at: number): boolean {
  const [before, after] = [text[at - 1]!, text[at]!]
  return !(
    (LETTER.test(before) && (LETTER.test(after) || DIGIT.test(after))) ||
    (DIGIT.test(before) && DIGIT.test(after)) ||
    /^[\s.]*\d{1,3}$/.test(text.slice(at))
  )
}

/**
 * The device and parameter in a heading: `XX工地_PM10`, `XX工地PM10(μg/m³)`, `PM10-XX`, or joined from two rows,
 * `XX工地/PM10` and `PM10/XX工地`. Null if it names no device: it is empty, a parameter alone, a sum over devices, or a
 * word that is never a device.
 */
export function deviceHeading(heading: string): DeviceHeading | null {
  const text = withoutUnit(heading)
  const unit = unitIn(heading)
  const named = (device: string, parameter: Parameter | null) => (isDevice(device) ? { device, parameter, unit } : null)
  if (bare(text) === '' || parameterOfPart(text.replace(NUMBERED, '')) !== null || parameterOfPart(text)) return null
  // Try the longest ending that is a parameter, then the longest beginning.
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
  text !== '' && !NO_DEVICE.test(text) && !FIGURE.test(text) && summaryKindOf(text, () => false) === null

/**
 * Headings that name both a device and a parameter. Empty unless some name looks like a device or several devices
 * measure the same parameter: 环境 before 噪声 alone is no device.
 */
export function namedDevices(headings: readonly string[]): ReadonlySet<string> {
  const found = headings.flatMap((heading) => {
    const said = deviceHeading(heading)
    return said?.parameter ? [{ ...said, heading }] : []
  })
  const others = ({ device, parameter }: DeviceHeading) =>
    found.some((each) => each.parameter === parameter && each.device !== device)
  const isNamed = found.some((each) => looksLikeDevice(each.device) || others(each))
  return new Set(isNamed ? found.map(({ heading }) => heading) : [])
}

/** Whether a name looks like a device name. */
export const looksLikeDevice = (device: string): boolean => LIKE_DEVICE.test(device)

/**
 * Words that identify a parameter in a longer text. 扬尘 and 颗粒物 are omitted: they describe the table, not the particle
 * size.
 */
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

/**
 * The parameter named by the first text (title, sheet, file) that names any; null if that text names several, or none
 * does.
 */
export function parameterAbout(texts: readonly string[]): Parameter | null {
  for (const text of texts) {
    const plain = text.normalize('NFKC').toLowerCase()
    const [first, ...others] = PARAMETERS.filter((each) => IN_TEXT[each].test(plain))
    if (first) return others.length === 0 ? first : null
  }
  return null
}
