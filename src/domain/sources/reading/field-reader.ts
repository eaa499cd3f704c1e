import type { Problem, ProblemCode } from '@/domain/problem'
import { type Field, rangeText } from '@/domain/sources/kinds/field'
import { GrowableArray, TextBuilder } from '@/domain/table/build-column'
import { ABSENT_DAY, ABSENT_FLAG, type Column } from '@/domain/table/column'
import {
  isAbsentMark,
  isBelowDetection,
  isImpossibleDay,
  isYearlessDay,
  numberBelow,
  parseDayCell,
  parseFlag,
  parseLooseNumber,
  parseMonthCell,
  parseNumber,
  plainText,
} from './cell'

/** A remark on one cell. */
export type Note = Pick<Problem, 'code' | 'seen' | 'expected' | 'became' | 'earlier' | 'unit' | 'action'>

/** Reads the cells of one column. */
export interface FieldReader {
  push(cell: string): void
  finish(): Column
}

/**
 * Returns a reader for the cells of a field; calls `note` for every cell that could not be read, or only after a
 * repair.
 */
export function fieldReader(field: Field, note: (note: Note) => void): FieldReader {
  const reader = typedReader(field, note)
  // Sources without a name or code can't be told apart, whatever the kind declares.
  const needed = field.required && !field.mayBeBlank
  if (!needed && field.means !== 'name' && field.means !== 'code') return reader
  return {
    push(cell) {
      if (cell.trim() === '') note({ code: 'required-missing', action: 'emptied' })
      reader.push(cell)
    },
    finish: reader.finish,
  }
}

function typedReader(field: Field, note: (note: Note) => void): FieldReader {
  switch (field.type) {
    case 'text':
      return textReader(field, note)
    case 'flag':
      return flagReader(note)
    case 'day':
      return dayReader(note)
    case 'number':
      return numberReader(field, note)
  }
}

const lost = (code: ProblemCode, seen: string, expected?: string): Note => ({
  code,
  seen,
  action: 'emptied',
  ...(expected === undefined ? {} : { expected }),
})

/** Codes and listed words are compared, so their full-width forms are normalised; other text stays as it is. */
function textReader(field: Field, note: (note: Note) => void): FieldReader {
  const builder = new TextBuilder()
  const { values, english = {} } = field
  if (values) {
    // Most cells match the list unchanged.
    const listed = new Set(['', ...values])
    // The app's own English exports contain the translations.
    const said = new Map(values.flatMap((value) => (english[value] === undefined ? [] : [[english[value], value]])))
    return {
      push(cell) {
        if (listed.has(cell)) return builder.push(cell)
        const text = plainText(cell)
        if (listed.has(text)) return builder.push(text)
        if (said.has(text)) return builder.push(said.get(text)!)
        const meant = isAbsentMark(text) ? '' : (values.find((value) => sameWord(value, text)) ?? null)
        if (meant === null) note(lost('not-in-list', cell, values.join('、')))
        else if (meant !== '') note({ code: 'cell-repaired', seen: cell, became: meant, action: 'repaired' })
        builder.push(meant ?? '')
      },
      finish: () => builder.finish(),
    }
  }
  const read = field.name === 'code' || field.means === 'creditCode' ? plainText : (cell: string) => cell.trim()
  return { push: (cell) => builder.push(read(cell)), finish: () => builder.finish() }
}

/** `a级` means A, `优级` means 优, `沙堆` means 沙. */
function sameWord(value: string, text: string): boolean {
  const bare = (word: string) => word.toUpperCase().replace(/[级类等企业堆场]|\s/g, '')
  return bare(value) !== '' && bare(value) === bare(text)
}

function flagReader(note: (note: Note) => void): FieldReader {
  const values = new GrowableArray((length) => new Uint8Array(length))
  const known = new Map<string, number>([['', ABSENT_FLAG]])
  return {
    push(cell) {
      let value = known.get(cell)
      if (value === undefined) {
        const flag = parseFlag(cell)
        if (flag === null && !isAbsentMark(cell) && cell.trim() !== '') {
          note(lost('not-a-boolean', cell, '是 / 否'))
          value = ABSENT_FLAG
        } else {
          value = flag === null ? ABSENT_FLAG : Number(flag)
          known.set(cell, value)
        }
      }
      values.push(value)
    },
    finish: () => ({ type: 'flag', values: values.finish() }),
  }
}

/** Limit of the cache of parsed days; a file of inspections has a few hundred distinct ones. */
const REMEMBERED_DAYS = 10_000

/** Why a cell is no day. */
export function dayFault(cell: string): ProblemCode {
  if (isYearlessDay(cell)) return 'date-without-year'
  if (isImpossibleDay(cell)) return 'date-impossible'
  return parseMonthCell(cell) === null ? 'not-a-date' : 'date-without-day'
}

function dayReader(note: (note: Note) => void): FieldReader {
  const values = new GrowableArray((length) => new Int32Array(length))
  const known = new Map<string, number>([['', ABSENT_DAY]])
  return {
    push(cell) {
      let value = known.get(cell)
      if (value === undefined) {
        const day = parseDayCell(cell)
        if (day === null && !isAbsentMark(cell) && cell.trim() !== '') {
          note(lost(dayFault(cell), cell, '2022-05-03'))
          value = ABSENT_DAY
        } else {
          value = day ?? ABSENT_DAY
          if (known.size < REMEMBERED_DAYS) known.set(cell, value)
        }
      }
      values.push(value)
    },
    finish: () => ({ type: 'day', values: values.finish() }),
  }
}

const DIGITS = /^-?\d+(?:\.\d+)?$/

function numberReader(field: Field, note: (note: Note) => void): FieldReader {
  const values = new GrowableArray((length) => new Float64Array(length))
  const [least, most] = field.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  function read(cell: string): number {
    if (DIGITS.test(cell)) return Number(cell)
    const text = plainText(cell)
    if (text === '' || isAbsentMark(text)) return Number.NaN
    if (field.belowDetection !== undefined && isBelowDetection(text)) {
      if ((numberBelow(text) ?? 0) > field.belowDetection) {
        note(lost('not-below-detection', cell, `≤ ${field.belowDetection}`))
        return Number.NaN
      }
      note({ code: 'below-detection', seen: cell, became: '0', action: 'converted' })
      return 0
    }
    const value = parseNumber(text) ?? parseLooseNumber(text)
    if (value === null) note(lost('not-a-number', cell))
    else if (!DIGITS.test(text)) note({ code: 'cell-repaired', seen: cell, became: String(value), action: 'repaired' })
    return value ?? Number.NaN
  }
  return {
    push(cell) {
      const value = read(cell)
      const fits = value >= least && value <= most
      if (!fits && !Number.isNaN(value)) note(lost('out-of-range', cell, rangeText([least, most])))
      values.push(fits ? value : Number.NaN)
    },
    finish: () => ({ type: 'number', values: values.finish() }),
  }
}
