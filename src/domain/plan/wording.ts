import { responsibilitiesIn } from './bodies'
import { type ClauseText, outlineOf } from './outline'
import { paragraphsOf, plainForm, textOfSpan } from './plan-text'

/** Wording of clauses in a text: number → wording without the number, paragraphs separated by line breaks. */
export const clauseWordings = (text: string, clauses: readonly ClauseText[]): Map<number, string> =>
  new Map(
    clauses.map(({ number, words, end }) => {
      const own = text.slice(words, end)
      return [
        number,
        paragraphsOf(own)
          .map((line) => textOfSpan(own, line))
          .join('\n'),
      ]
    }),
  )

/** Splits a plan's published text by clause, as in {@link clauseWordings}. */
export function splitWording(text: string): Map<number, string> {
  const places = responsibilitiesIn({ text, plain: plainForm(text) }, { start: 0, end: text.length }, [])
  const { clauses } = outlineOf(
    text,
    places.map(({ start }) => start),
  )
  return clauseWordings(text, clauses)
}
