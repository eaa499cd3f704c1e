/** A part of a bulletin: a paragraph of plain text, a heading, or a table on a line of its own. */
export type BulletinPart =
  | { readonly type: TextPart; readonly text: string }
  | { readonly type: 'table'; readonly table: string }

/** `annex`: the title of an annex, which starts on a new page. */
export type TextPart = 'title' | 'heading' | 'subheading' | 'annex' | 'paragraph'

/** An unknown field, with its line in the template. */
export interface TemplateFault {
  readonly line: number
  readonly seen: string
}

const FIELD = /\{([^{}]*)\}/g
const MARK = /^(#{1,3}) /
/** 附：数值来源, 附件1：数值来源. */
const ANNEX = /^附(?:件\s*\d*)?\s*[：:]\s*/

/** The levels of headings, highest first. */
const LEVELS: readonly BulletinPart['type'][] = ['title', 'annex', 'heading', 'subheading']

function typeOf(line: string): TextPart {
  const hashes = MARK.exec(line)?.[1]?.length ?? 0
  if (hashes === 2 && ANNEX.test(line.slice(3))) return 'annex'
  return (['paragraph', 'title', 'heading', 'subheading'] as const)[hashes]!
}

/**
 * Fills a template: plain text with named fields in braces; `# ` before a title, `## ` before a heading (附： in it
 * begins an annex), `### ` before a subheading; a table's name in braces on a line of its own. Paragraphs that end up
 * empty and headings without content are left out, and the remaining headings are renumbered. Unknown names are
 * returned as faults.
 */
export function fillTemplate(
  template: string,
  fields: Readonly<Record<string, string>>,
  tables: readonly string[],
): { readonly parts: readonly BulletinPart[]; readonly faults: readonly TemplateFault[] } {
  const faults: TemplateFault[] = []
  const parts = template.split(/\r?\n/).flatMap((raw, at): BulletinPart[] => {
    const line = raw.trim()
    if (line === '') return []
    const whole = /^\{([^{}]*)\}$/.exec(line)?.[1]?.trim()
    if (whole !== undefined && tables.includes(whole)) return [{ type: 'table', table: whole }]
    const filled = line.replace(FIELD, (_, name: string) => {
      const value = Object.hasOwn(fields, name.trim()) ? fields[name.trim()] : undefined
      if (value === undefined) {
        faults.push({ line: at + 1, seen: name.trim() })
        return ''
      }
      return value
    })
    if (filled.trim() === '') return []
    const type = typeOf(filled)
    return filled
      .replace(MARK, '')
      .replace(type === 'annex' ? ANNEX : '', '')
      .split('\n')
      .map((text) => ({ type, text }))
  })
  return { parts: numbered(withoutEmpty(withoutEmpty(parts))), faults }
}

/** Removes headings that are not followed by anything of a lower level. */
const withoutEmpty = (parts: readonly BulletinPart[]) =>
  parts.filter(({ type }, at) => {
    const [level, next] = [LEVELS.indexOf(type), parts[at + 1]?.type]
    if (level < 1) return true
    return next !== undefined && (!LEVELS.includes(next) || LEVELS.indexOf(next) > level)
  })

const DIGITS = '零一二三四五六七八九'

/** 1 to 99 in Chinese: 十二. */
function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}

/** Renumbers numbered headings to close gaps: 一、 and within each （一）. */
function numbered(parts: readonly BulletinPart[]): readonly BulletinPart[] {
  let [heads, subheads] = [0, 0]
  return parts.map((part) => {
    if (part.type === 'heading') {
      subheads = 0
      return {
        ...part,
        text: part.text.replace(/^[一二三四五六七八九十]+、/, () => `${chineseNumber(++heads)}、`),
      }
    }
    if (part.type === 'subheading')
      return {
        ...part,
        text: part.text.replace(/^（[一二三四五六七八九十]+）/, () => `（${chineseNumber(++subheads)}）`),
      }
    return part
  })
}
