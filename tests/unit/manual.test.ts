import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { Token, Tokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { type Page, readPage, wordsOf } from '@/features/manual/read-page'
import { readSynonyms, searchPages } from '@/features/manual/search-pages'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh-CN'

const FOLDER = 'docs/manual'
const NAMES = Object.keys(zh.manual.pages)
const LANGUAGES = { 'zh-CN': zh, en } as const
type Language = keyof typeof LANGUAGES

const textOf = (language: Language, name: string) => readFileSync(`${FOLDER}/${language}/${name}.md`, 'utf8')
const pagesOf = (language: Language) => NAMES.map((name) => readPage(name, textOf(language, name)))

/** A token and everything inside it. */
function within(token: Token): readonly Token[] {
  const parts = [...(('tokens' in token && token.tokens) || []), ...(('items' in token && token.items) || [])]
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    parts.push(...[header, ...rows].flat().flatMap((cell) => cell.tokens))
  }
  return [token, ...parts.flatMap(within)]
}
const tokensOf = (page: Page) => page.sections.flatMap(({ tokens }) => tokens.flatMap(within))

/** Texts of the screen that a page quotes: in Chinese between 「 and 」, in English in bold. */
function labelsOf(language: Language, page: Page): readonly string[] {
  if (language === 'en')
    return tokensOf(page)
      .filter(({ type }) => type === 'strong')
      .map(wordsOf)
  const words = page.sections.flatMap(({ heading, text }) => [heading, text]).join('\n')
  return [...words.matchAll(/「([^」]+)」/g)].map(([, label]) => label!)
}

const valuesOf = (texts: object): readonly string[] =>
  Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : valuesOf(value)))

/** What a page writes where the screen inserts a figure or a name. */
const FILLED = '(?:N|\\d+|…)'

/** Whether a text is on the screen: literally, except for inserted figures and names; … stands for any ending. */
function asker(language: Language): (label: string) => boolean {
  const { manual, ...texts } = LANGUAGES[language]
  // Titles of the manual's own pages don't count.
  const values = valuesOf({ ...texts, manual: { ...manual, pages: {} } })
  const exact = new Set(values)
  const patterns = values
    .filter((value) => value.includes('{{'))
    .map((value) => {
      const parts = value.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      return new RegExp(`^${parts.join(FILLED)}$`)
    })
  return (label) =>
    exact.has(label) ||
    patterns.some((pattern) => pattern.test(label)) ||
    (label.endsWith('…') && values.some((value) => value.startsWith(label.slice(0, -1))))
}

describe.each(Object.keys(LANGUAGES) as Language[])('the manual in %s', (language) => {
  it('has exactly the pages of the contents, each under its title', () => {
    const files = readdirSync(`${FOLDER}/${language}`).map((file) => file.replace(/\.md$/, ''))
    expect(files.sort()).toEqual([...NAMES].sort())
    const titles = Object.fromEntries(pagesOf(language).map(({ name, title }) => [name, title]))
    expect(titles).toEqual(LANGUAGES[language].manual.pages)
  })

  it('quotes only texts of the screen', () => {
    const isSaid = asker(language)
    const quoted = pagesOf(language).flatMap((page) => labelsOf(language, page).map((label) => ({ page, label })))
    expect(quoted.length).toBeGreaterThan(200)
    expect(quoted.filter(({ label }) => !isSaid(label)).map(({ page, label }) => `${page.name}: ${label}`)).toEqual([])
  })

  it('links only to existing pages and pictures, and has alternative texts', () => {
    for (const page of pagesOf(language))
      for (const token of tokensOf(page)) {
        if (token.type !== 'link' && token.type !== 'image') continue
        const { href, text } = token as Tokens.Link | Tokens.Image
        expect(existsSync(`${FOLDER}/${language}/${href}`), `${page.name}: ${href}`).toBe(true)
        expect(text).not.toBe('')
        if (token.type === 'image') expect(href).toContain(`.${language}.webp`)
      }
  })

  it('leaves no Markdown characters unparsed, and has no HTML', () => {
    for (const page of pagesOf(language)) {
      const shown = page.sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n')
      expect(shown, page.name).not.toMatch(/\*\*|`|\]\(|^#|&\w+;/m)
      expect(tokensOf(page).filter(({ type }) => type === 'html')).toEqual([])
    }
  })

  it('has troubleshooting on every page about a screen', () => {
    const heading = language === 'en' ? 'When it goes wrong' : '出了问题'
    const others = ['start', 'day', 'security', 'trouble']
    for (const page of pagesOf(language).filter(({ name }) => !others.includes(name)))
      expect(page.sections.at(-1)?.heading, page.name).toBe(heading)
  })

  it('finds sections with all typed words, those with one in the heading first', () => {
    const pages = pagesOf(language)
    for (const page of pages) {
      const { heading } = page.sections[1]!
      const found = searchPages(pages, heading)
      const isAsked = (of: string) =>
        heading
          .toLowerCase()
          .split(' ')
          .some((word) => of.toLowerCase().includes(word))
      const headings = found.map((place) => place.page.sections[place.section]!.heading)
      expect(found.some((place) => place.page === page && place.section === 1)).toBe(true)
      // Sections without a word in the heading come last.
      const last = headings.findLastIndex(isAsked)
      expect(headings.slice(0, last).filter((each) => !isAsked(each))).toEqual([])
    }
    expect(searchPages(pages, 'zzzz', readSynonyms(LANGUAGES[language].manual.synonyms))).toEqual([])
    expect(searchPages(pages, '  ')).toEqual([])
  })
})

describe('synonyms in the search', () => {
  const pages = pagesOf('zh-CN')
  const synonyms = readSynonyms(zh.manual.synonyms)
  const found = (query: string) => searchPages(pages, query, synonyms)

  it.each([
    ['离线', '断网'],
    ['误删了', '撤销'],
    ['删错', '撤销'],
    ['丢了', '备份'],
    ['纸件', '打印'],
    ['密码', '口令'],
  ])('find, for %s, where the manual uses %s', (typed, said) => {
    expect(found(typed).some(({ words }) => words === said)).toBe(true)
  })
  it.each([
    ['通报', 'meeting'],
    ['月报', 'meeting'],
    ['会议材料', 'meeting'],
    ['幻灯片', 'meeting'],
    ['督办单', 'day'],
    ['交办', 'day'],
    ['日报', 'visits'],
    ['巡查周报', 'visits'],
    ['通知单', 'warnings'],
    ['年终评估', 'plan'],
    ['打印', 'trouble'],
  ])('find, for %s, first the page %s', (typed, page) => {
    expect(searchPages(pages, typed, synonyms, zh.manual.words)[0]?.page.name).toBe(page)
  })
  it('rank below the typed words', () => {
    const of = found('备份').map(({ words }) => words === '备份')
    expect(of).toContain(false)
    expect(of[0]).toBe(true)
    expect(of.slice(of.indexOf(false)).every((isSame) => !isSame)).toBe(true)
  })
  it.each(Object.keys(LANGUAGES) as Language[])('occur in the manual, each group of %s', (language) => {
    const text = pagesOf(language)
      .flatMap((page) => page.sections.map(({ heading, text: of }) => `${heading}\n${of}`))
      .join('\n')
      .toLowerCase()
    for (const group of readSynonyms(LANGUAGES[language].manual.synonyms))
      expect(group.filter((word) => text.includes(word)).length, group.join(' ')).toBeGreaterThan(0)
  })
})

describe('both languages', () => {
  it('have the same levels of headings and the same pictures on each page', () => {
    const shape = (page: Page) => ({
      name: page.name,
      levels: page.sections.map(({ level }) => level),
      pictures: tokensOf(page).flatMap((token) =>
        token.type === 'image' ? [(token as Tokens.Image).href.replace(/\.[\w-]+\.webp$/, '')] : [],
      ),
    })
    expect(pagesOf('en').map(shape)).toEqual(pagesOf('zh-CN').map(shape))
  })

  it('have their title on the first level, and no level is skipped', () => {
    for (const { name, sections } of pagesOf('zh-CN')) {
      const levels = sections.map(({ level }) => level)
      expect([levels[0], levels.lastIndexOf(1)], name).toEqual([1, 0])
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0), name).toBeLessThanOrEqual(1)
    }
  })
})

describe('the pictures of the manual', () => {
  const files = readdirSync(`${FOLDER}/images`)
  const sizeOf = (file: string) => statSync(`${FOLDER}/images/${file}`).size

  it('are small, because all are stored for days without a signal', () => {
    expect(files.filter((file) => sizeOf(file) > 80 * 1024)).toEqual([])
    expect(files.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(2 * 1024 * 1024)
  })

  it('are all used', () => {
    const texts = (Object.keys(LANGUAGES) as Language[]).flatMap((language) =>
      NAMES.map((name) => textOf(language, name)),
    )
    expect(files.filter((file) => !texts.some((text) => text.includes(`images/${file}`)))).toEqual([])
  })
})

it('is linked from screens by names of existing pages', () => {
  const code = ['src/features', 'src/app', 'src/ui'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(`${room}/${file}`, 'utf8')),
  )
  const asked = code.flatMap((text) =>
    [...text.matchAll(/<(?:HelpLink|HeadingWithHelp) page="([^"]+)"|<Dialog [^>]*\shelp="([^"]+)"/g)].map(
      ([, link, help]) => link ?? help!,
    ),
  )
  expect(asked.length).toBeGreaterThan(9)
  expect(asked.filter((name) => !NAMES.includes(name))).toEqual([])
})
