import { readFileSync } from 'node:fs'
import { DEFAULT_BULLETIN_TEMPLATE } from '@/domain/bulletin/default-bulletin'

/** A text with its location. */
export type LocatedText = readonly [where: string, text: string]

/** Every text of a nested object, with its path. */
export function textsOf(texts: object, prefix = ''): LocatedText[] {
  return Object.entries(texts).flatMap(([key, value]): LocatedText[] =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value]]
      : typeof value === 'object' && value !== null
        ? textsOf(value, `${prefix}${key}.`)
        : [],
  )
}

const json = (file: string): object => JSON.parse(readFileSync(`data/${file}`, 'utf8'))

/** All texts under a language key anywhere in the delivered kinds, rules and clauses. */
export const bilingualTexts = (language: 'zh' | 'en'): LocatedText[] =>
  ['kinds.json', 'rules.json', 'clauses.json']
    .flatMap((file) => textsOf(json(file), `${file} `))
    .filter(([where]) => where.endsWith(`.${language}`))

/** Other data that a screen shows in Chinese: labels and written headings of fields, titles of tables, the bulletin. */
export const dataTexts = (): LocatedText[] => [
  ...bilingualTexts('zh'),
  ...textsOf(json('kinds.json'), 'kinds.json ').filter(([where]) => /\.title$|headings\.0$/.test(where)),
  ...textsOf(json('datapackage.json'), 'datapackage.json ').filter(([where]) =>
    /resources\.\d+\.title$|fields\.\d+\.name$|limitSource\.zh$/.test(where),
  ),
  ['bulletin', DEFAULT_BULLETIN_TEMPLATE],
]
