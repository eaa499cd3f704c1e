import { responsibilitiesIn } from './bodies'
import { outlineOf } from './outline'
import { paragraphsOf, plainForm, within } from './plan-text'

/** The published text of a plan by clause: number → wording without the number, paragraphs parted by line breaks. */
export function splitWording(text: string): Map<number, string> {
  const places = responsibilitiesIn({ text, plain: plainForm(text) }, { start: 0, end: text.length }, [])
  const { clauses } = outlineOf(
    text,
    places.map(({ start }) => start),
  )
  return new Map(
    clauses.map(({ number, words, end }) => {
      const own = text.slice(words, end)
      return [
        number,
        paragraphsOf(own)
          .map((line) => within(own, line))
          .join('\n'),
      ]
    }),
  )
}
