import { bareHeading } from '@/domain/intake/recognise/header'

/** Columns of a table that has a row for each parameter of a time; null for those that it lacks. */
export interface LongColumns {
  readonly time: number
  readonly device: number | null
  readonly parameter: number
  readonly value: number
  readonly unit: number | null
  readonly flag: number | null
}

const PARAMETER =
  /^(?:监测)?(?:因子|参数|项目|指标)(?:编码|代码|名称)?$|^(?:污染物|parameter|pollutant)(?:编码|代码|名称|code|id)?$/
const VALUE = /^(?:监测|实测|测量)?(?:值|数值|浓度|数据)$|^(?:value|rtd|avg)$/
const UNIT = /^(?:计量)?单位$|^unit$/
const FLAG = /^(?:数据)?(?:flag|标识|标记|状态)$/

/** The columns of a long table by its headings; null where it is none. `time` and `device` are those that any export has. */
export function longColumns(
  headings: readonly string[],
  { time, device }: { readonly time: number | null; readonly device: number | null },
): LongColumns | null {
  const bare = headings.map(bareHeading)
  const at = (pattern: RegExp) => {
    const found = bare.findIndex((each, column) => column !== time && column !== device && pattern.test(each))
    return found < 0 ? null : found
  }
  const [parameter, value] = [at(PARAMETER), at(VALUE)]
  if (time === null || parameter === null || value === null) return null
  return { time, device, parameter, value, unit: at(UNIT), flag: at(FLAG) }
}
