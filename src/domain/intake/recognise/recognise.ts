import { namesOtherShare, parsePercentage, saysPercent } from '@/domain/intake/rows/flag-percentages'
import { saysNotMeasured } from '@/domain/intake/rows/measured-sample'
import type { Field } from '@/domain/sources/kinds/field'
import { STATED_FIELDS } from '@/domain/sources/kinds/published'
import { isAbsentMark, parseDayCell, parseFlag, parseMonthCell, plainText } from '@/domain/sources/reading/cell'
import { isCreditCode } from '@/domain/sources/reading/credit-code'
import { bestOfMonth, type FigureTime, figureTime } from './figure-time'
import { isOtherFigure, isPlainFigure } from './figure-words'
import { monthAround, monthIn, monthOfHeading, UNDATED } from './month-words'
import { isOfSeveralMonths } from './several-months'
import { fieldsInFile, type Target, type TargetRole } from './target'
import { bareForms, isBesideAnother, type Vocabulary } from './vocabulary'

/** A field found in a column, with a confidence of 0…1. */
export interface ColumnMatch {
  readonly field: string
  readonly column: number
  readonly confidence: number
}

/** A possible role of a table. */
export interface Guess {
  readonly role: TargetRole
  /** How much better it fits than the other roles: 0…1. */
  readonly confidence: number
  readonly columns: readonly ColumnMatch[]
}

/** What recognition looks at: headings, some rows below them, and the words around the table. */
export interface RecognitionInput {
  readonly names: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Title, sheet name and file name. */
  readonly context: string
  /** Whether a text names a county of the package. */
  readonly isCounty: (text: string) => boolean
}

const SAMPLE = 100
/** Minimum confidence for matching a heading to a field. */
const LEAST = 0.35

/** How well a heading matches a field: 1 for its exact words, less for words that contain them. */
function headingScore(field: Field, wantedForms: readonly string[], name: string, bare: readonly string[]): number {
  if (bare.length === 0) return 0
  const plain = plainText(name)
  if (field.headings.includes(plain)) return 1
  // The app's own English exports use the field's label as heading.
  if (plain === plainText(field.title.en)) return 1
  let best = plain.toLowerCase() === field.name.toLowerCase() ? 0.9 : 0
  for (const wanted of wantedForms) {
    for (const text of bare) {
      if (text === wanted) best = Math.max(best, 0.9)
      else if (wanted.length >= 2 && text.includes(wanted))
        best = Math.max(best, 0.45 + (0.4 * wanted.length) / text.length)
      else if (text.length >= 3 && wanted.includes(text))
        best = Math.max(best, 0.4 + (0.2 * text.length) / wanted.length)
    }
  }
  return best
}

/** Whether a cell says that there is no figure, be it why (停测): it does not say what the column is. */
const hasNoFigure = (cell: string) => isAbsentMark(cell) || saysNotMeasured(cell)

/** Share of the filled cells of a column that are valid for a field; null without cells that tell. */
function valueShare(
  field: Field,
  { name, filled: all }: Column,
  isCounty: RecognitionInput['isCounty'],
): number | null {
  const filled = field.isOfMonth ? all.filter((cell) => !hasNoFigure(cell)) : all
  if (filled.length === 0) return null
  const isShare = field.type === 'flag' && !namesOtherShare(name)
  const isBare = saysPercent(name)
  const fits = filled.filter((cell) => {
    if (field.name === 'county') return isCounty(cell)
    if (field.name === 'month') return parseMonthCell(cell) !== null
    if (field.means === 'creditCode') return isCreditCode(cell)
    if (field.values) return field.values.includes(cell) || Object.values(field.english ?? {}).includes(cell)
    switch (field.type) {
      case 'flag':
        return parseFlag(cell) !== null || (isShare && parsePercentage(cell, isBare) !== null)
      case 'day':
        return parseDayCell(cell) !== null
      case 'number':
        // Degrees and measures may include signs and units.
        return /\d/.test(cell)
      default:
        return true
    }
  })
  return fits.length / filled.length
}

/** Headings that many tables have for many things, such as the state of a rectification. */
const SAYS_LITTLE = /^(?:状态|情况|类型|类别|等级)$/

/** Whether a column's heading says little, and no cell is one of the usual words of a field. */
const isAnythings = (field: Field, { name, filled }: Column): boolean =>
  SAYS_LITTLE.test(plainText(name)) &&
  field.english !== undefined &&
  filled.length > 0 &&
  !filled.some((cell) => Object.hasOwn(field.english!, cell))

/** Whether the values alone identify a field. */
const isTelling = ({ name, means }: Field) => name === 'county' || means === 'creditCode'

/** A column as fields are compared with it. */
interface Column {
  readonly name: string
  /** What its heading says about the time of its figures. */
  readonly time: FigureTime | null
  readonly bare: readonly string[]
  /** Its cells that are not blank, of the first rows. */
  readonly filled: readonly string[]
}

function columnsOf({ names, rows, context }: RecognitionInput): Column[] {
  const month = monthAround(context)
  return names.map((name, column) => ({
    name,
    time: figureTime(name, month),
    bare: bareForms(name),
    filled: rows
      .slice(0, SAMPLE)
      .map((row) => plainText(row[column] ?? ''))
      .filter((cell) => cell !== ''),
  }))
}

/** The best column for each field of a target; a column serves one field. */
export const matchFields = (target: Target, vocabulary: Vocabulary, face: RecognitionInput): ColumnMatch[] =>
  matchColumns(target, vocabulary, columnsOf(face), face.isCounty)

type Candidate = ColumnMatch & { readonly place: number }

/** Whether nothing but dustfall is said besides a month, so that the month alone identifies the column. */
const isOnlyMonth = ({ name, time }: Column) => time === 'month' || (time === 'otherMonth' && isPlainFigure(name))

function matchColumns(
  target: Target,
  vocabulary: Vocabulary,
  of: readonly Column[],
  isCounty: RecognitionInput['isCounty'],
): ColumnMatch[] {
  const candidates: Candidate[] = []
  for (const field of fieldsInFile(target)) {
    const wanted = vocabulary.bareHeadings(field)
    const ofField: Candidate[] = []
    of.forEach((each, column) => {
      const { name, bare, time } = each
      // What an earlier import kept beside a column is not the column itself.
      if (isBesideAnother(name)) return
      if (field.isOfMonth && time === null) return
      if (isAnythings(field, each)) return
      // 去年同期累计 is not compared with a month.
      if (STATED_FIELDS.includes(field) && isOfSeveralMonths(name)) return
      // 点位数 counts points and names none.
      if (field.name === 'point' && isOtherFigure(name)) return
      const words = headingScore(field, wanted, name, bare)
      const heading = field.isOfMonth && isOnlyMonth(each) ? Math.max(words, 0.9) : words
      if (heading === 0 && !isTelling(field)) return
      // Only the app's own exports have such a column, under its exact heading.
      if (field.isWorkedOut && heading < 1) return
      const share = valueShare(field, each, isCounty)
      const byValue = isTelling(field) && share !== null && share > 0.8 ? 0.5 : 0
      const trust = share === null ? 0.9 : 0.35 + 0.65 * share
      const confidence = Math.max(heading * trust, byValue)
      if (confidence >= LEAST) {
        const place = field.headings.indexOf(plainText(name))
        ofField.push({ field: field.name, column, confidence, place: place < 0 ? field.headings.length : place })
      }
    })
    candidates.push(...(field.isOfMonth ? bestOfMonth(ofField, ({ column }) => of[column]!.time!) : ofField))
  }
  // Headings listed earlier for a field are more specific to it.
  candidates.sort((a, b) => b.confidence - a.confidence || a.place - b.place || a.column - b.column)
  const [fields, columns] = [new Set<string>(), new Set<number>()]
  return candidates.flatMap(({ field, column, confidence }) => {
    if (fields.has(field) || columns.has(column)) return []
    fields.add(field)
    columns.add(column)
    return [{ field, column, confidence }]
  })
}

/** Whether nothing but the name of a month says that a column has the figures of a field. */
function isOnlyByMonth(target: Target, vocabulary: Vocabulary, { name, bare }: Column, matched: string): boolean {
  const field = fieldsInFile(target).find((each) => each.name === matched)!
  return field.isOfMonth === true && headingScore(field, vocabulary.bareHeadings(field), name, bare) === 0
}

/** Possible roles of a table, most likely first, with their columns. */
export function recognise(vocabulary: Vocabulary, face: RecognitionInput): Guess[] {
  // Many tables have their month in the title or above their values.
  const dated =
    monthIn(face.context) !== null ||
    isOfSeveralMonths(face.context) ||
    face.names.some((name) => monthOfHeading(name, UNDATED) !== null)
  const ofSeveralMonths = face.names.some(isOfSeveralMonths)
  const of = columnsOf(face)
  const scored = vocabulary.targets
    .map((target) => {
      const columns = matchColumns(target, vocabulary, of, face.isCounty)
      const speaks = (text: string) => target.words.some((word) => text.includes(word))
      // A word in a heading (工地名称) counts less than one in the title.
      const words = speaks(face.context) ? 1.5 : speaks(face.names.join(' ')) ? 1 : 0
      // A column called 11月 may have any figures.
      const counted =
        words > 0
          ? columns
          : columns.filter((match) => !isOnlyByMonth(target, vocabulary, of[match.column]!, match.field))
      const telling = counted.reduce(
        (sum, { field, confidence }) => sum + confidence / vocabulary.targetsWith(field),
        0,
      )
      const missing = target.fields.filter(
        ({ name, required, isOfMonth }) =>
          required &&
          name !== 'code' &&
          name !== 'name' &&
          !(name === 'month' && dated) &&
          // A table of means over months is still one of this target, though its figures can't be taken.
          !(isOfMonth && words > 0 && ofSeveralMonths) &&
          !counted.some(({ field }) => field === name),
      ).length
      return { role: target.role, columns, score: telling + words - missing * 1.5 }
    })
    .sort((a, b) => b.score - a.score)
  const [first, second] = [scored[0]!.score, Math.max(0, scored[1]!.score)]
  return scored.map(({ role, columns, score }) => ({
    role,
    columns,
    confidence:
      score <= 0
        ? 0
        : Math.min(1, (score === first ? score / (score + second) : score / (first + score)) * Math.min(1, score)),
  }))
}
