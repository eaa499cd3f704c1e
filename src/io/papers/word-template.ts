import type { ScopeDataArgs } from 'easy-template-x'
import { Archive } from '@/io/formats/zip'
import { printable } from './printable'

/** What the fields of a template stand for: texts, and lists whose entries have fields of their own. */
export interface WordData {
  readonly [field: string]: string | readonly Readonly<Record<string, string>>[]
}

/** What is wrong with a template, and where: the paragraph by its number among all of that part, and its text. */
export interface WordFault {
  readonly code: 'not-word' | 'unknown-field' | 'open-brace' | 'open-list'
  readonly part: 'body' | 'header' | 'footer' | null
  readonly paragraph: number
  readonly text: string
  readonly seen: string
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PART = /^word\/(document|header|footer)\d*\.xml$/
const PARTS = { document: 'body', header: 'header', footer: 'footer' } as const
const FIELD = /\{([^{}]*)\}/g

/**
 * An office's own Word document with its fields filled in: `{字段}`, and `{#列表}…{/列表}` for each entry of a list, a row
 * of a table where both stand in one row. Nothing is written where a field is none of `data`, or a brace or list stays open.
 */
export async function fillWordTemplate(
  template: Blob,
  data: WordData,
): Promise<{ readonly file: Blob | null; readonly faults: readonly WordFault[] }> {
  const paragraphs = await paragraphsOf(template)
  if (paragraphs === null)
    return { file: null, faults: [{ code: 'not-word', part: null, paragraph: 0, text: '', seen: '' }] }
  const faults = paragraphs.flatMap(({ text, ...place }) => {
    const loose = text.replace(FIELD, '')
    const brace = /[{}]/.exec(loose)?.[0]
    return brace === undefined ? [] : [{ code: 'open-brace' as const, ...place, text, seen: brace }]
  })
  if (faults.length > 0) return { file: null, faults }
  const lists = openLists(paragraphs)
  if (lists.length > 0) return { file: null, faults: lists }

  const { TemplateHandler } = await import('easy-template-x')
  const bytes = await template.arrayBuffer()
  const unknown = new Set<string>()
  const handler = new TemplateHandler({
    scopeDataResolver(args) {
      const value = fieldOf(args)
      if (value === undefined) unknown.add(args.strPath.at(-1)!)
      return (value ?? '') as string
    },
  })
  // What stands in a list without entries is never asked for: every list has one while the fields are looked at.
  await handler.process(bytes, withEntries(data))
  if (unknown.size > 0) return { file: null, faults: placesOf(unknown, paragraphs) }
  const filled = await handler.process(bytes, printable(data) as Record<string, string>)
  return { file: new Blob([filled], { type: DOCX }), faults: [] }
}

/** A field's own value, or that of the list around it, from the inside out. */
function fieldOf({ strPath, data }: ScopeDataArgs): unknown {
  const name = strPath.at(-1)!
  for (let depth = strPath.length - 1; depth >= 0; depth--) {
    const scope = strPath.slice(0, depth).reduce<unknown>((at, step) => own(at, step), data)
    const value = own(scope, name)
    if (value !== undefined) return value
  }
  return undefined
}

const own = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? of[name as keyof typeof of] : undefined

/** Names of a list's fields, where it has no entry now: kept beside it as its first, empty one. */
const withEntries = (data: WordData) =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.length > 0 ? [value[0]!] : [new Proxy({}, ANY_FIELD)],
    ]),
  ) as Record<string, string>

/** An entry of which nothing is known. */
const ANY_FIELD: ProxyHandler<Record<string, string>> = {
  get: () => '',
  getOwnPropertyDescriptor: () => ({ value: '', configurable: true }),
}

interface Paragraph {
  readonly part: 'body' | 'header' | 'footer'
  readonly paragraph: number
  readonly text: string
}

/** The paragraphs of a Word document, its headers and footers; null where it is none. */
async function paragraphsOf(file: Blob): Promise<Paragraph[] | null> {
  try {
    const archive = await Archive.open(file)
    // All of it, so that a bomb is refused before the library unpacks it.
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
        text: Array.from(paragraph.getElementsByTagName('w:t'), ({ textContent }) => textContent).join(''),
      }))
    })
  } catch {
    return null
  }
}

/** Lists that are begun and not ended, or ended and not begun. */
function openLists(paragraphs: readonly Paragraph[]): WordFault[] {
  const faults: WordFault[] = []
  const open: { readonly name: string; readonly at: Paragraph }[] = []
  const say = (at: Paragraph, seen: string) => faults.push({ code: 'open-list', ...at, seen })
  for (const at of paragraphs)
    for (const [, field] of at.text.matchAll(FIELD)) {
      const name = field!.slice(1).trim()
      if (field!.startsWith('#')) open.push({ name, at })
      if (field!.startsWith('/') && open.at(-1)?.name === name) open.pop()
      else if (field!.startsWith('/')) say(at, field!)
    }
  for (const { name, at } of open) say(at, `#${name}`)
  return faults
}

/** Each paragraph with a field that is none. */
function placesOf(unknown: ReadonlySet<string>, paragraphs: readonly Paragraph[]): WordFault[] {
  return paragraphs.flatMap((at) =>
    [...at.text.matchAll(FIELD)].flatMap(([, field]): WordFault[] => {
      const name = field!.replace(/^[#/]/, '').trim()
      return unknown.has(name) && !field!.startsWith('/') ? [{ code: 'unknown-field', ...at, seen: name }] : []
    }),
  )
}
