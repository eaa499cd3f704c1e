/** English translations of Chinese words in the data: grades, departments, units, data sources. */
export type Glossary = ReadonlyMap<string, string>

/** Separator of lists in a cell: 市自然资源局、市生态环境局. */
const COMMA = '、'

/** Joins the parts of a list in the style of a language. */
export const joinList = (parts: readonly string[], language: string): string =>
  parts.join(language === 'en' ? ', ' : COMMA)

/** Translates a text of the data, a list part by part. Texts that are not in the glossary stay as they are. */
export function translateText(glossary: Glossary, text: string, language: string): string {
  if (language !== 'en') return text
  const parts = text.split(COMMA)
  const known = glossary.get(text)
  if (known !== undefined || parts.length === 1) return known ?? text
  return joinList(
    parts.map((part) => glossary.get(part) ?? part),
    language,
  )
}

/**
 * Same as {@link translateText}, followed by the original for printing and for finding it: Municipal Bureau of Finance (市财政局).
 */
export function translateWithOriginal(glossary: Glossary, text: string, language: string): string {
  const word = translateText(glossary, text, language)
  return word === text ? text : `${word} (${text})`
}
