import type { zh } from '@/i18n/zh-CN'

/** Codes of problems, and the names of the words around them. */
type ProblemCode = keyof typeof zh.problem

/** Problems whose expected text is an example of how to write a value, not the value itself. */
const EXAMPLES: readonly ProblemCode[] = [
  'not-a-date',
  'date-without-year',
  'date-without-day',
  'date-impossible',
  'not-a-month',
  'position-unreadable',
  'datum-unread',
  'datum-missing',
]

/** Which words say what a problem's expected text is, by the name of their text. */
export function wordOfExpected(code: ProblemCode) {
  if (code === 'unit-converted' || code === 'unit-daily') return 'convertedBy'
  if (code === 'fixed-rows-alone' || code === 'fixed-rows-unclear') return 'originalFile'
  if (code === 'datum-disagrees') return 'agreesBy'
  if (code === 'value-jump' || code === 'value-risen') return 'lastMonth'
  if (code === 'value-above-others') return 'usual'
  if (code === 'month-far') return 'otherMonths'
  if (code === 'unknown-county') return 'perhaps'
  if (code === 'old-value-stays' || code === 'published-stays' || code === 'uncoded-there') return 'stored'
  return EXAMPLES.includes(code) ? 'example' : 'expected'
}
