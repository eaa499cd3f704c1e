/** English for words that stand in the data in Chinese: grades, departments, units, sources of data. */
export type Glossary = ReadonlyMap<string, string>

/** Between the parts of a list in a cell: 市自然资源局、市生态环境局. */
const COMMA = '、'

/** Parts of a list as a language writes them. */
export const listIn = (parts: readonly string[], language: string): string =>
  parts.join(language === 'en' ? ', ' : COMMA)

/** A text of the data in a language of the screen, a list part by part. What the glossary does not have stays as it is. */
export function wordIn(glossary: Glossary, text: string, language: string): string {
  if (language !== 'en') return text
  const parts = text.split(COMMA)
  const known = glossary.get(text)
  if (known !== undefined || parts.length === 1) return known ?? text
  return listIn(
    parts.map((part) => glossary.get(part) ?? part),
    language,
  )
}

/** The same with the original behind it, for paper and for whoever has to find it: Municipal Bureau of Finance (市财政局). */
export function glossedIn(glossary: Glossary, text: string, language: string): string {
  const word = wordIn(glossary, text, language)
  return word === text ? text : `${word} (${text})`
}
