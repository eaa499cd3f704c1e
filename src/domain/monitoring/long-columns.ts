import { bareHeading } from '@/domain/intake/recognise/header'
import type { MonitorColumn } from './monitor-columns'

/** Column indexes, from 0, of a table with one row per time and parameter; null for columns it lacks. */
export interface LongColumns {
  readonly time: number
  readonly device: number | null
  /** The name of the device, besides its code. */
  readonly name: number | null
  readonly parameter: number
  readonly value: number
  readonly unit: number | null
  readonly flag: number | null
}

const PARAMETER =
  /^(?:监测|污染)?(?:因子|参数|指标|物|项目)(?:名称|编码|代码)?$|^(?:parameter|factor|pollutant)(?:编码|代码|名称|code|id)?$/
const VALUE = /^(?:监测|实测|测量|实时|平均|数据)?(?:数值|浓度|值|结果|数据)$|^(?:value|avg|rtd)$/
const UNIT = /^(?:计量|数据|浓度)?单位$|^unit$/
const FLAG = /^(?:数据|监测)?(?:标识|标记|状态|flag)$/

/** Whether only long tables have such a heading. */
export const isLongHeading = (heading: string): boolean =>
  [PARAMETER, VALUE, UNIT].some((words) => words.test(bareHeading(heading)))

/**
 * Finds the columns of a long table by its headings; null if it is none. `known`: the columns that occur in any export.
 * A column that could name the device or the parameter, such as 项目名称, names the parameter if no other column does.
 */
export function longColumns(headings: readonly string[], known: readonly MonitorColumn[]): LongColumns | null {
  const of = (what: 'time' | 'device' | 'name') => known.find((each) => each.of === what)?.column ?? null
  const [time, device, name] = [of('time'), of('device'), of('name')]
  const bare = headings.map(bareHeading)
  const at = (words: RegExp, ...others: readonly (number | null)[]) => {
    const found = bare.findIndex((each, column) => !others.includes(column) && words.test(each))
    return found < 0 ? null : found
  }
  const parameter = at(PARAMETER, time, device, name) ?? at(PARAMETER, time, device)
  const value = at(VALUE, time, device, name, parameter)
  if (time === null || parameter === null || value === null) return null
  const [unit, flag] = [at(UNIT), at(FLAG)]
  const called = name === parameter ? null : name
  return { time, device: device ?? called, name: device === null ? null : called, parameter, value, unit, flag }
}
