import { paragraphsOf, plainForm, type Span, textOfSpan, trimmed } from './plan-text'

/** Numbering of headings: 一、 or 第一章; （一） or 第一条; 1. or 1、 */
const FORMS = ['chapter', 'section', 'numbered'] as const
type Form = (typeof FORMS)[number]

const CHINESE = '[一二三四五六七八九十百]+'
const MARKS: readonly (readonly [form: Form, mark: RegExp])[] = [
  ['chapter', new RegExp(`^(?:(${CHINESE})\\s*、|第(${CHINESE})[章部]分?)\\s*(?=\\S)`)],
  ['section', new RegExp(`^(?:\\((${CHINESE})\\)|第(${CHINESE}|\\d{1,3})条)\\s*(?=\\S)`)],
  // Does not match 2.5, but 4.2023年底前.
  ['numbered', /^(\d{1,3})\s*(?:、|\.(?!\d)|\.(?=20\d\d年))\s*(?=\S)/],
]

const DIGITS = '一二三四五六七八九'
/** Parses numerals such as 二十三, and digits. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const [, hundreds, rest = ''] = /^(?:(.)百)?(.*)$/.exec(written)!
  const [, tens, ones = ''] = /^(?:(.?)十)?(.*)$/.exec(rest)!
  const digit = (sign: string) => DIGITS.indexOf(sign) + 1
  const ten = tens === undefined ? 0 : tens === '' ? 1 : digit(tens)
  return (hundreds ? digit(hundreds) * 100 : 0) + ten * 10 + (ones === '' ? 0 : digit(ones))
}

interface Heading {
  readonly form: Form
  readonly number: number
  /** Its line, and the end of its number. */
  readonly line: Span
  readonly after: number
}

/** One task of a plan in the text. */
export interface ClauseText extends Span {
  /** From 1; the plan's own number if its numbers increase throughout. */
  readonly number: number
  /** The plan's numbering, with the headings above: 二、（三）4. */
  readonly mark: string
  /** Its first words, up to the first full stop. */
  readonly title: Span
  /** Start of its words, after the number. */
  readonly words: number
}

/** Structure of a text. */
export interface Outline {
  /** Start of the first heading; the length of the text if there is none. */
  readonly begins: number
  readonly clauses: readonly ClauseText[]
  /** Start of another plan in the same document; null if there is none. */
  readonly next: number | null
  readonly faults: NumberFaults
}

/** Errors in the numbering of a plan's tasks. */
export interface NumberFaults {
  /** Missing numbers, although larger ones follow. */
  readonly missing: readonly number[]
  /** Numbers that occur twice in succession: the second was read as text of the first. */
  readonly doubled: readonly number[]
}

export const NO_FAULTS: NumberFaults = { missing: [], doubled: [] }

const rank = (form: Form) => FORMS.indexOf(form)
/** Matches an annex; text after it belongs to no task. */
const ANNEX = /^附\s*(?:件|表|录)?\s*\d*\s*[:.、]|^附(?:件|表|录)\s*\d*$/

interface Headings {
  readonly headings: readonly Heading[]
  readonly ends: readonly Span[]
  readonly next: number | null
  readonly doubled: readonly number[]
}

const NUMBERED = MARKS.find(([form]) => form === 'numbered')![1]
const LARGER = MARKS.filter(([form]) => form !== 'numbered').map(([, mark]) => mark)

/** A number at the start of a line. */
interface NumberAt {
  /** The previous and next such numbers; 0 if there is none. */
  readonly before: number
  readonly after: number
  /** Whether the given number follows before the next larger heading. */
  follows(number: number): boolean
}

/** Numbers at the start of lines, by the line's start. */
function numbersIn(plain: string, lines: readonly Span[]): ReadonlyMap<number, NumberAt> {
  const found: { readonly start: number; readonly number: number; readonly part: number }[] = []
  const lastAt = new Map<string, number>()
  let part = 0
  for (const line of lines) {
    const words = textOfSpan(plain, line)
    if (LARGER.some((mark) => mark.test(words))) part++
    const written = NUMBERED.exec(words)?.[1]
    if (written === undefined) continue
    const number = Number(written)
    lastAt.set(`${part} ${number}`, line.start)
    found.push({ start: line.start, number, part })
  }
  return new Map(
    found.map(({ start, part }, i): [number, NumberAt] => [
      start,
      {
        before: found[i - 1]?.number ?? 0,
        after: found[i + 1]?.number ?? 0,
        follows: (other) => (lastAt.get(`${part} ${other}`) ?? -1) > start,
      },
    ]),
  )
}

/** Headings of a text in order, and the start of a second plan, whose chapters count from one again. */
function headingsOf(plain: string, lines: readonly Span[]): Headings {
  const numbers = numbersIn(plain, lines)
  const doubled: number[] = []
  const headings: Heading[] = []
  const ends: Span[] = []
  let last = { chapter: 0, numbered: 0 }
  for (const line of lines) {
    const words = textOfSpan(plain, line)
    if (ANNEX.test(words)) {
      ends.push(line)
      continue
    }
    for (const [form, mark] of MARKS) {
      const found = mark.exec(words)
      if (!found) continue
      const number = numberOf(found[1] ?? found[2] ?? '')
      if (form === 'chapter' && number === 1 && last.chapter > 1) return { headings, ends, next: line.start, doubled }
      // A number that is not the next one is a figure, or belongs to a list within a task. But if the next one never
      // occurs and the numbering continues from a larger one, numbers are missing.
      if (form === 'numbered') {
        const restarts = number === 1 && headings.at(-1) !== undefined && headings.at(-1)!.form !== 'numbered'
        const { before, after, follows } = numbers.get(line.start)!
        const skips = number > last.numbered + 1 && after === number + 1 && !follows(last.numbered + 1)
        if (number === last.numbered && before === number && after === number + 1) doubled.push(number)
        if (number !== last.numbered + 1 && !restarts && !skips) break
      }
      if (form !== 'section') last = { ...last, [form]: number }
      headings.push({ form, number, line, after: line.start + found[0].length })
      break
    }
  }
  return { headings, ends, next: null, doubled }
}

/** The form of the tasks' headings: the most frequent one right above a responsibility; otherwise the finest. */
function formOfTasks(headings: readonly Heading[], places: readonly number[]): Form | null {
  const counts = new Map<Form, number>()
  for (const place of places) {
    const above = headings.findLast(({ line }) => line.start <= place)
    if (above) counts.set(above.form, (counts.get(above.form) ?? 0) + 1)
  }
  const used = FORMS.filter((form) => headings.some((heading) => heading.form === form))
  const byCount = [...used].reverse().sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  return byCount[0] ?? null
}

/** Longest title of a task; longer first sentences are cut at their first comma. */
const MAX_TITLE = 40

function titleAt(plain: string, start: number, end: number): Span {
  const line = textOfSpan(plain, { start, end })
  const stop = line.search(/[。:;]/)
  const sentence = stop < 0 ? line : line.slice(0, stop)
  const comma = sentence.indexOf(',')
  const length =
    sentence.length <= MAX_TITLE || comma <= 0 ? Math.min(sentence.length, MAX_TITLE) : Math.min(comma, MAX_TITLE)
  return trimmed(plain, { start, end: start + length })
}

/**
 * Finds the tasks of a plan by their numbers. `places` are the places that state responsibilities: the headings right
 * above them are the tasks. A heading of a larger part that contains such a place but no tasks is a task itself.
 */
export function outlineOf(text: string, places: readonly number[] = []): Outline {
  const plain = plainForm(text)
  const lines = paragraphsOf(plain)
  const { headings, ends, next, doubled } = headingsOf(plain, lines)
  const main = formOfTasks(
    headings,
    places.filter((place) => next === null || place < next),
  )
  const begins = headings[0]?.line.start ?? text.length
  if (main === null) return { begins, clauses: [], next, faults: NO_FAULTS }
  const closing = headings.filter(({ form }) => rank(form) <= rank(main))
  const stops = [
    ...closing.map(({ line }) => line.start),
    ...ends.map(({ start }) => start),
    next ?? text.length,
    text.length,
  ].sort((a, b) => a - b)
  let at = 0
  const tasks = closing.flatMap((heading, i) => {
    const { form, line } = heading
    while (stops[at]! <= line.start) at++
    const end = stops[at]!
    const isTask =
      form === main || (closing[i + 1]?.form !== main && places.some((place) => place > line.start && place < end))
    return isTask ? [{ heading, end, above: pathTo(plain, closing, i) }] : []
  })
  const numbers = tasks.map(({ heading }) => heading.number)
  const isRunning =
    tasks.every(({ heading }) => heading.form === main) && numbers.every((n, i) => n > (numbers[i - 1] ?? 0))
  const upTo = isRunning ? (numbers.at(-1) ?? 0) : 0
  const missing = Array.from({ length: upTo }, (_, i) => i + 1).filter((n) => !numbers.includes(n))
  const clauses = tasks.map(({ heading: { line, after, number }, end, above }, i): ClauseText => {
    const whole = trimmed(text, { start: line.start, end })
    return {
      ...whole,
      number: isRunning ? number : i + 1,
      mark: above,
      title: titleAt(plain, after, line.end),
      words: after,
    }
  })
  return { begins, clauses, next, faults: { missing, doubled: main === 'numbered' ? doubled : [] } }
}

/** The numbers of a heading and of those above it. */
function pathTo(plain: string, headings: readonly Heading[], at: number): string {
  const path: string[] = []
  let above: number = FORMS.length
  for (let i = at; i >= 0 && above > 0; i--) {
    const { form, line, after } = headings[i]!
    if (rank(form) >= above) continue
    above = rank(form)
    path.unshift(plain.slice(line.start, after).trim())
  }
  return path.join('').replaceAll('(', '（').replaceAll(')', '）')
}
