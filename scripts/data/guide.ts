import { readFileSync } from 'node:fs'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh-CN'
import { WRITTEN_TYPES } from '@/io/package/kind-schema'
import { KINDS } from './kinds'

/** The guide whose tables this program writes. */
export const GUIDE = 'docs/data-package.md'

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** The kinds of the default package with their fields: name, type, heading and meaning. */
function kindsTable(): string {
  const rows = KINDS.map(({ id, title, group, place, symbol, fields, surveys, ladder }) => {
    const said = fields.map(({ name, type, headings, means }) => {
      const meaning = means && means !== name ? ` = ${means}` : ''
      return `${headings[0]} \`${name}\` ${WRITTEN_TYPES[type]}${meaning}`
    })
    const more = [group?.title.zh ?? '', surveys ? `surveys \`${surveys.id}\`` : '', ladder ? 'ladder' : ''].filter(
      Boolean,
    )
    return [`\`${id}\` ${title.zh}`, [place, symbol.shape, ...more].join(', '), said.join('; ')]
  })
  return table(['kind', 'what it is', 'fields'], rows)
}

/** The messages for wrong declarations, in both languages. */
function refusalsTable(): string {
  const codes = Object.keys(zh.problem).filter((code) => /^(?:kind|rule)-/.test(code)) as (keyof typeof zh.problem)[]
  return table(
    ['中文', 'English'],
    codes.map((code) => [String(zh.problem[code]), String(en.problem[code])]),
  )
}

/** The guide with its tables regenerated. */
export function guideText(): string {
  const tables = { kinds: kindsTable(), refusals: refusalsTable() }
  return Object.entries(tables).reduce(
    (text, [name, written]) => {
      const [begin, end] = [`<!-- ${name}: written by npm run data -->`, `<!-- end of ${name} -->`]
      const [from, to] = [text.indexOf(begin), text.indexOf(end)]
      if (from < 0 || to < from) throw new Error(`${GUIDE} has no place for ${name}`)
      return `${text.slice(0, from)}${begin}\n${written}\n${text.slice(to)}`
    },
    readFileSync(GUIDE, 'utf8'),
  )
}
