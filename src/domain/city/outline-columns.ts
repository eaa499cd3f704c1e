import type { Surface } from '@/domain/geodesy/area-index'

/** A county in an outline file: its properties, and its shape in the file's own coordinates. */
export interface OutlineFeature {
  readonly properties: Readonly<Record<string, string>>
  readonly outline: Surface
}

/** Columns of the file with a county's code and name; '' for none. */
export interface OutlineColumns {
  readonly code: string
  readonly name: string
}

/** GB/T 2260; some files append the digits of towns and villages. */
const CODE = /^(\d{6})(0{3}|0{6})?$/
const CODE_HEADINGS = /^(adcode|code|gb|区划代码|行政区划代码|代码|编码|xzqdm|pac)$/i
const NAME = /^\p{Script=Han}{2,}$/u
const NAME_ENDS = /[县区市旗]$/
const NAME_HEADINGS = /^(name|名称|区县|县区|区县名称|县名|xzqmc)$/i

/** A code from a file, shortened to six digits if it is one of GB/T 2260. */
export const countyCode = (text: string): string => CODE.exec(text.trim())?.[1] ?? text.trim()

const columnsOf = (features: readonly OutlineFeature[]) => [
  ...new Set(features.flatMap(({ properties }) => Object.keys(properties))),
]

/** All columns of a file, in order. */
export const outlineColumns = columnsOf

function best(
  features: readonly OutlineFeature[],
  fits: (text: string) => number,
  heading: RegExp,
  apart: string,
): string {
  const ranked = columnsOf(features)
    .filter((column) => column !== apart)
    .map((column) => {
      const texts = features.map(({ properties }) => (properties[column] ?? '').trim())
      const fit = texts.reduce((sum, text) => sum + fits(text), 0) / texts.length
      // Some columns repeat the province's name for each county, so distinct values count.
      const distinct = new Set(texts).size / texts.length
      return { column, score: fit * distinct + (fit > 0.5 && heading.test(column.trim()) ? 0.5 : 0) }
    })
    .sort((a, b) => b.score - a.score)
  const [first] = ranked
  return first && first.score > 0.5 ? first.column : ''
}

/** The columns that most resemble codes and names of counties; '' if none does. */
export function findColumns(features: readonly OutlineFeature[]): OutlineColumns {
  const code = best(features, (text) => (CODE.test(text) ? 1 : 0), CODE_HEADINGS, '')
  const name = best(features, (text) => (NAME.test(text) ? (NAME_ENDS.test(text) ? 1 : 0.7) : 0), NAME_HEADINGS, code)
  return { code, name }
}
