import { DOMParser, type Element } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const MILLIMETRE = 1440 / 25.4

/** A Word document, opened for reading. */
export class WordDocument {
  private readonly files: Record<string, Uint8Array>
  readonly paragraphs: readonly Element[]

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes)
    this.paragraphs = elementsOf(this.part('word/document.xml'), 'p')
  }

  part(path: string): Element {
    return new DOMParser().parseFromString(new TextDecoder().decode(this.files[path]), 'text/xml').documentElement!
  }

  get names() {
    return Object.keys(this.files)
  }

  /** The first paragraph that begins with a text. */
  find(text: string): Element {
    const found = this.paragraphs.find((each) => textOf(each).startsWith(text))
    if (!found) throw new Error(`no paragraph ${text}`)
    return found
  }

  /** A property of a paragraph or its characters, its own or from its styles; the closest one wins. */
  property(paragraph: Element, name: string): Record<string, string> | null {
    // Both levels have a spacing: of lines and of characters.
    const isOf = name === 'spacing' ? 'pPr' : null
    const elements = (of: Element, each: string) =>
      elementsOf(of, each).filter(
        ({ localName, parentNode }) => localName !== name || isOf === null || parentNode?.nodeName === `w:${isOf}`,
      )
    const own = elements(paragraph, name)[0]
    if (own) return attributes(own)
    const styles = this.part('word/styles.xml')
    let id: string | null = elements(paragraph, 'pStyle')[0]?.getAttributeNS(WORD_NAMESPACE, 'val') ?? null
    while (id !== null) {
      const style = elements(styles, 'style').find((each) => each.getAttributeNS(WORD_NAMESPACE, 'styleId') === id)!
      const set = style && elements(style, name)[0]
      if (set) return attributes(set)
      id = (style && elements(style, 'basedOn')[0]?.getAttributeNS(WORD_NAMESPACE, 'val')) ?? null
    }
    const standard = elements(elements(styles, 'docDefaults')[0]!, name)[0]
    return standard ? attributes(standard) : null
  }
}

export const elementsOf = (of: Element, name: string) =>
  [...of.getElementsByTagNameNS(WORD_NAMESPACE, name)] as Element[]
export const isEnabled = (of: Element | undefined) =>
  of !== undefined && !['false', 'off', '0'].includes(of.getAttributeNS(WORD_NAMESPACE, 'val') ?? '')
export const attributes = (of: Element) =>
  Object.fromEntries([...of.attributes].map(({ localName, value }) => [localName!, value]))
export const textOf = (of: Element) =>
  elementsOf(of, 't')
    .map(({ textContent }) => textContent)
    .join('')

/**
 * The standard for every document: A4 with its margins, and “— 1 —” in 四号 宋体 at the outer side, 25 mm from the
 * edge.
 */
export function expectOfficialPage(word: WordDocument) {
  const body = word.part('word/document.xml')
  for (const size of elementsOf(body, 'pgSz')) expect(attributes(size)).toMatchObject({ w: '11906', h: '16838' })
  for (const margin of elementsOf(body, 'pgMar'))
    for (const [side, millimetres] of Object.entries({ top: 37, bottom: 35, left: 28, right: 26, footer: 25 }))
      expect(Number(attributes(margin)[side]) / MILLIMETRE, side).toBeCloseTo(millimetres, 1)
  const settings = word.part('word/settings.xml')
  expect(elementsOf(settings, 'evenAndOddHeaders')[0]!.getAttributeNS(WORD_NAMESPACE, 'val') ?? 'true').not.toBe(
    'false',
  )
  const feet = word.names.filter((name) => /^word\/footer\d+\.xml$/.test(name)).map((name) => word.part(name))
  const sides = feet.map((foot) => attributes(elementsOf(foot, 'jc')[0]!).val)
  expect(new Set(sides)).toEqual(new Set(['left', 'right']))
  for (const foot of feet) {
    expect(textOf(foot)).toBe('—  —')
    expect(elementsOf(foot, 'instrText')[0]!.textContent).toBe('PAGE')
    expect(word.property(elementsOf(foot, 'p')[0]!, 'rFonts')).toMatchObject({ eastAsia: '宋体' })
    expect(word.property(elementsOf(foot, 'p')[0]!, 'sz')!.val).toBe('28')
  }
}
