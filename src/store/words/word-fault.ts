import type { TFunction } from 'i18next'
import type { WordData, WordFault } from '@/io/papers/word-template'

/** Length of a paragraph's beginning that suffices to recognise it. */
const MAX_LENGTH = 40

/** A fault of a Word template, with its place. */
export function wordFaultLine(t: TFunction<'texts'>, { code, part, paragraph, text, seen }: WordFault): string {
  if (part === null) return t('wordTemplate.fault.not-word')
  const shown = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
  const place = t(`wordTemplate.part.${part}`, { paragraph, text: shown })
  return t(`wordTemplate.fault.${code}`, { place, seen })
}

/** The fields of a paper as written in a template; a list includes the fields of its entries. */
export const wordFieldNames = (data: WordData): string[] =>
  Object.entries(data).map(([name, value]) => {
    if (!Array.isArray(value)) return `{${name}}`
    const own = Object.keys(value[0] ?? {}).map((each) => `{${each}}`)
    return `{#${name}}${own.join('')}{/${name}}`
  })
