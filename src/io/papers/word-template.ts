import type { Element, Node } from '@xmldom/xmldom'
import type { ScopeDataArgs, TemplateData } from 'easy-template-x'
import { Archive } from '@/io/formats/zip'
import { printable } from './printable'

/** A picture that replaces a field, in the library's format; width and height in pixels at 96 dpi. */
export interface WordPicture {
  readonly _type: 'image'
  readonly source: ArrayBuffer
  readonly format: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly altText: string
}

type WordValue = string | WordPicture

/** Values of a template's fields: texts, pictures, and lists whose entries have fields of their own. */
export interface WordData {
  readonly [field: string]: WordValue | readonly Readonly<Record<string, WordValue>>[]
}

/** A fault in a template: its paragraph, numbered within its part of the document, and the paragraph's text. */
export interface WordFault {
  readonly code: 'not-word' | 'unknown-field' | 'empty-field' | 'open-brace' | 'open-list' | 'not-here'
  readonly part: WordPart | null
  readonly paragraph: number
  readonly text: string
  readonly seen: string
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PART = /^word\/(document|header|footer|footnotes|endnotes)\d*\.xml$/
const PARTS = {
  document: 'body',
  header: 'header',
  footer: 'footer',
  footnotes: 'footnote',
  endnotes: 'endnote',
} as const
type WordPart = (typeof PARTS)[keyof typeof PARTS]
/** Parts that the library does not fill: a field in them would be printed literally. */
const NOT_FILLED: readonly WordPart[] = ['footnote', 'endnote']
const FIELD = /\{([^{}]*)\}/g

/**
 * Fills the fields of an office's own Word document: `{字段}`, and `{#列表}…{/列表}` for each entry of a list; if both tags
 * are in one table row, the row is repeated. If the template has faults, nothing is written and all faults are
 * returned.
 */
export async function fillWordTemplate(
  template: Blob,
  data: WordData,
): Promise<{ readonly file: Blob | null; readonly faults: readonly WordFault[] }> {
  const paragraphs = await paragraphsOf(template)
  if (paragraphs === null)
    return { file: null, faults: [{ code: 'not-word', part: null, paragraph: 0, text: '', seen: '' }] }
  const faults = faultsOf(paragraphs, data)
  if (faults.length > 0) return { file: null, faults }
  const { TemplateHandler } = await import('easy-template-x')
  const handler = new TemplateHandler({ scopeDataResolver: (args) => (fieldOf(args) ?? '') as string })
  const filled = await handler.process(await template.arrayBuffer(), printable(data) as unknown as TemplateData)
  return { file: new Blob([filled], { type: DOCX }), faults: [] }
}

/** The value of a field, looked up in the innermost list entry first, then outwards. */
function fieldOf({ strPath, data }: ScopeDataArgs): unknown {
  const name = strPath.at(-1)!
  for (let depth = strPath.length - 1; depth >= 0; depth--) {
    const scope = strPath.slice(0, depth).reduce<unknown>((at, step) => own(at, step), data)
    const value = own(scope, name)
    if (value !== undefined) return value
  }
  return undefined
}

/** Field names in templates for earlier versions, with the current names. */
const FORMER: Readonly<Record<string, string>> = {
  办理部门: '牵头部门',
  已逾期: '已逾期（项）',
  不符合: '不符合（项）',
  '共同办理：已逾期': '共同办理：已逾期（项）',
  '共同办理：不符合': '共同办理：不符合（项）',
}

function own(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null) return undefined
  const key = Object.hasOwn(of, name) || !Object.hasOwn(FORMER, name) ? name : FORMER[name]!
  return Object.hasOwn(of, key) ? of[key as keyof typeof of] : undefined
}

interface Paragraph {
  readonly part: WordPart
  readonly paragraph: number
  readonly text: string
}

/** The paragraphs of a Word document, its headers, footers and notes; null if it is not one. */
async function paragraphsOf(file: Blob): Promise<Paragraph[] | null> {
  try {
    const archive = await Archive.open(file)
    // Reads all members, so that a zip bomb is refused before the library unpacks it.
    const members = await archive.read(() => true)
    if (!members.has('word/document.xml')) return null
    const { DOMParser } = await import('@xmldom/xmldom')
    return [...members].flatMap(([name, bytes]) => {
      const part = PART.exec(name)?.[1] as keyof typeof PARTS | undefined
      if (!part) return []
      const xml = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/xml')
      return Array.from(xml.getElementsByTagName('w:p'), (paragraph, i) => ({
        part: PARTS[part],
        paragraph: i + 1,
        text: Array.from(paragraph.getElementsByTagName('w:t'))
          .filter((each) => paragraphAround(each) === paragraph)
          .map(({ textContent }) => textContent)
          .join(''),
      }))
    })
  } catch {
    return null
  }
}

/** The innermost paragraph around a text: a text box has paragraphs of its own within another. */
function paragraphAround(text: Element): Node | null {
  let around: Node | null = text.parentNode
  while (around && around.nodeName !== 'w:p') around = around.parentNode
  return around
}

/** All faults of a template, from start to end. */
function faultsOf(paragraphs: readonly Paragraph[], data: WordData): WordFault[] {
  const faults: WordFault[] = []
  const open: { readonly name: string; readonly at: Paragraph }[] = []
  for (const at of paragraphs) {
    const say = (code: WordFault['code'], seen: string) => faults.push({ code, ...at, seen })
    const fields = [...at.text.matchAll(FIELD)].map(([, field]) => field!)
    if (NOT_FILLED.includes(at.part)) {
      for (const field of fields) say('not-here', `{${field}}`)
      continue
    }
    const brace = /[{}]/.exec(at.text.replace(FIELD, ''))?.[0]
    if (brace !== undefined) say('open-brace', brace)
    for (const field of fields) {
      const sign = /^[#/]/.exec(field)?.[0] ?? ''
      const name = field.slice(sign.length).trim()
      if (sign === '/') {
        if (open.at(-1)?.name === name) open.pop()
        else say('open-list', field)
      } else if (name === '') say('empty-field', `{${field}}`)
      else if (!isKnown(name, sign === '#', open, data)) say('unknown-field', name)
      if (sign === '#') open.push({ name, at })
    }
  }
  const placed = new Map(paragraphs.map((at, i) => [`${at.part} ${at.paragraph} ${at.text}`, i]))
  for (const { name, at } of open) faults.push({ code: 'open-list', ...at, seen: `#${name}` })
  const place = ({ part, paragraph, text }: WordFault) => placed.get(`${part} ${paragraph} ${text}`) ?? 0
  return faults.sort((a, b) => place(a) - place(b))
}

/**
 * Whether a name is a field at this place: of the paper, or of an enclosing list. Within a list without entries any
 * name is accepted.
 */
function isKnown(name: string, asList: boolean, open: readonly { readonly name: string }[], data: WordData): boolean {
  const value = own(data, name)
  // A list used as text would be printed as an object's name; a picture has no entries.
  if (value !== undefined) return asList ? typeof value === 'string' || Array.isArray(value) : !Array.isArray(value)
  return open.some((list) => {
    const entries = own(data, list.name)
    return Array.isArray(entries) && (entries.length === 0 || own(entries[0], name) !== undefined)
  })
}
