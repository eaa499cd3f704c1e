import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import dust from '#data/kinds.json'
import beyondDust from '#data/kinds-beyond-dust.json'
import { MEANINGS } from '@/domain/sources/kinds/meaning'

/** Where such a word is allowed, and why. */
const ALLOWED: readonly (readonly [file: RegExp, word: string, why: string])[] = [
  [/view\/area-link/, 'road', 'links of before say road: for a part along a line'],
  [/geodesy\/(area|measure-line|outline-faults|ring-middle)/, 'areaSquareMetres', 'a measure of any surface'],
  [/drawn-layers|map-features|use-promise/, 'use', 'what a drawn shape is for, and a function of React'],
  [/DeskPin|Tablets/, 'cleared', 'what became of a tablet'],
  [/layers\/(palette|quiet-map\/)/, 'road', 'a class of the schemas of map tiles'],
  [
    /domain\/trucks|io\/tracks|monitoring\/trucks|workspace\/tracks/,
    'trips',
    'what tracks of trucks are cut into, a table of its own',
  ],
  [/words\/truck-figures/, 'use', 'what an unlisted place may be used for'],
  [/i18n\/counted/, 'trips', 'a placeholder of texts'],
  [/i18n\/counted/, 'works', 'a placeholder of texts'],
  [/kinds\/regional/, 'mainUrban', 'a column of counties.csv too'],
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(tsx?|css)$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join('src', file), 'utf8') }))

const kinds = { shared: dust.shared, kinds: [...dust.kinds, ...beyondDust.kinds] }

/** Ids of kinds and of their surveys. */
const ids = kinds.kinds.flatMap((kind) => [kind.id, ...('surveys' in kind && kind.surveys ? [kind.surveys.id] : [])])

/** Fields that only kinds have; shared fields and those named by their meaning are used everywhere. */
const fields = [
  ...new Set(
    kinds.kinds
      .flatMap((kind) => [...kind.fields, ...('surveys' in kind && kind.surveys ? kind.surveys.fields : [])])
      .flatMap((field) => (typeof field === 'string' ? [] : field.name))
      .filter((name) => !(name in MEANINGS) && !(name in kinds.shared)),
  ),
]

/** Each word of the code, and of a name with dashes the whole name. */
const ANYWHERE = /([\w-]+)/g
/**
 * A plain English word refers to a field only as a string such as `'covered'` or as a property such as
 * `values.covered`.
 */
const AS_NAME = /['"`]([\w-]+)(?=['"`])|(?:columns|values)\??\.(\w+)/g

/** Occurrences of words in what a pattern matches, as `file: word`. */
function found(words: readonly string[], pattern: RegExp): string[] {
  const looked = new Set(words)
  return files.flatMap(({ file, text }) =>
    [...new Set([...text.matchAll(pattern)].map(([, string, property]) => string ?? property!))]
      .filter((word) => looked.has(word))
      .filter((word) => !ALLOWED.some(([where, allowed]) => where.test(file) && allowed === word))
      .map((word) => `${file}: ${word}`),
  )
}

describe('names of kinds and fields in the default package', () => {
  it('do not occur in the code as ids of kinds', () => {
    expect(ids).toHaveLength(42)
    expect(found(ids, ANYWHERE)).toEqual([])
  })

  it('do not occur in the code as fields that only kinds have', () => {
    expect(fields.length).toBeGreaterThan(50)
    // Fields of several words, such as siltGrade, then plain English words, such as covered.
    expect(
      found(
        fields.filter((name) => /[A-Z]/.test(name)),
        ANYWHERE,
      ),
    ).toEqual([])
    expect(
      found(
        fields.filter((name) => !/[A-Z]/.test(name)),
        AS_NAME,
      ),
    ).toEqual([])
  })

  it('that are allowed do occur where they are allowed', () => {
    const idle = ALLOWED.filter(
      ([where, word]) => !files.some(({ file, text }) => where.test(file) && text.includes(word)),
    )
    expect(idle).toEqual([])
  })
})
