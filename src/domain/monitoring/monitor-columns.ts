import { bareHeading } from '@/domain/intake/recognise/header'
import { PARAMETER_FACTS, PARAMETERS, type Parameter } from './parameter'

/** What a column of a monitor's export holds. */
export type MonitorColumn =
  | { readonly of: 'time' | 'device' | 'name'; readonly column: number }
  | { readonly of: 'value'; readonly column: number; readonly parameter: Parameter; readonly unit: string | null }
  /** `parameter` is null if the flag applies to the whole row. */
  | { readonly of: 'flag'; readonly column: number; readonly parameter: Parameter | null }

/** Headings in exports, without blanks, brackets and symbols. The codes of HJ 212 are matched below. */
const TIME = /^(?:监测|采集|采样|上报|数据|检测|记录|日期)?(?:时间|时刻)$|^(?:date|data)?time$/
const DEVICE =
  /^(?:(?:监测|在线)?(?:设备|仪器|站点)|监测仪|监测点|点位|测点|mn)(?:编号|编码|号|id|代码)?$|^(?:device|mn)(?:id|code|no)?$/
const NAME = /^(?:工地|项目|(?:监测)?站点|点位|监测点|(?:监测)?设备|企业)(?:名称|名)$|^工地$|^项目$/
const WORDS: Readonly<Record<Parameter, RegExp>> = {
  tsp: /^(?:tsp|扬尘|(?:总悬浮)?颗粒物?tsp|总悬浮颗粒物?|颗粒物)(?:浓度|值)?$/,
  pm10: /^(?:pm10|(?:可吸入)?颗粒物?pm10|可吸入颗粒物?|pm10(?:可吸入)?颗粒物)(?:浓度|值)?$/,
  pm25: /^(?:pm25|(?:细)?颗粒物?pm25|细颗粒物?|pm25(?:细)?颗粒物)(?:浓度|值)?$/,
  noise: /^(?:噪声|噪音)(?:值|声级)?$|^(?:laeq|leq|noise)$/,
  temperature: /^(?:环境|空气|大气)?(?:温度|气温)$/,
  humidity: /^(?:环境|空气|大气|相对)?湿度$/,
  'wind-speed': /^风速$/,
  'wind-direction': /^风向$/,
  pressure: /^(?:气压|大气压力?|压力)$/,
}
/** Follows a parameter's name in the heading of its flag. */
const FLAG = /(?:flag|标识|标记|状态|数据标识)$/
/** The flag of a whole row. `状态` alone is no flag: it may tell whether the device is online. */
const ROW_FLAG = /^(?:data)?flag$|^(?:数据)?(?:标识|标记)$|^数据状态$/
/** The HJ 212 figures of a parameter that are read: the current value or the mean. */
const FIGURE = /^(rtd|avg)$/

/** Units other than those of dust: as written in headings, in lower case, and as stored. */
const OTHER_UNITS: Readonly<Record<string, string>> = { hpa: 'hPa', kpa: 'kPa', db: 'dB', '°c': '℃', '%': '%' }

/** The unit in a heading, in brackets or after a slash, as it is stored: `TSP(mg/m3)`, `PM10（μg/m³）`. */
export function unitIn(heading: string): string | null {
  const text = heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('μ', 'µ')
    .replace(/^ug|([（(【[/])ug/g, '$1µg')
  const found = /(mg|µg|ng)\/m(?:3|\^3|³|立方米)/.exec(text)
  if (found) return `${found[1]}/m³`
  const other = /[([【].*?(hpa|kpa|db|°c|%)/.exec(text)?.[1]
  return other === undefined ? null : OTHER_UNITS[other]!
}

/** The parameter that a bare heading names, in words or by its HJ 212 code (a34001-Rtd). */
export function parameterOf(bare: string): Parameter | null {
  return (
    PARAMETERS.find((each) => {
      const code = PARAMETER_FACTS[each].code.toLowerCase()
      return WORDS[each].test(bare) || bare === code || (bare.startsWith(code) && FIGURE.test(bare.slice(code.length)))
    }) ?? null
  )
}

/** The parameter that a cell names, as a heading would; null if it names none that is read. */
export const parameterNamed = (text: string): Parameter | null => parameterOf(bareHeading(text))

/** Finds the columns of monitor data by their headings; if several match the same thing, the first counts. */
export function monitorColumns(headings: readonly string[]): readonly MonitorColumn[] {
  const found: MonitorColumn[] = []
  const has = (is: (each: MonitorColumn) => boolean) => found.some(is)
  for (const [column, heading] of headings.entries()) {
    const bare = bareHeading(heading)
    const flagged = FLAG.test(bare) ? parameterOf(bare.replace(FLAG, '')) : null
    const parameter = parameterOf(bare)
    const add = (each: MonitorColumn) => {
      const isSame = (other: MonitorColumn) =>
        other.of === each.of && (!('parameter' in each) || ('parameter' in other && other.parameter === each.parameter))
      if (!has(isSame)) found.push(each)
    }
    if (TIME.test(bare)) add({ of: 'time', column })
    else if (DEVICE.test(bare)) add({ of: 'device', column })
    else if (NAME.test(bare)) add({ of: 'name', column })
    else if (flagged) add({ of: 'flag', column, parameter: flagged })
    else if (ROW_FLAG.test(bare)) add({ of: 'flag', column, parameter: null })
    else if (parameter) add({ of: 'value', column, parameter, unit: unitIn(heading) })
  }
  return found
}
