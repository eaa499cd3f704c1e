import type { IsoDay } from '@/domain/calendar'
import type { Field } from '@/domain/sources/kinds/field'
import type { Check } from './rule'

/** The inputs of the form for a check, in the order in which its sentence names them. */
export type CheckPart =
  /** One column of type `type`. */
  | { readonly of: 'field'; readonly name: string; readonly type: Field['type'] }
  /** One or more columns of type `type`. */
  | { readonly of: 'fields'; readonly type: Field['type'] }
  /** Allowed texts of the column in the part `field`. */
  | { readonly of: 'values' }
  | { readonly of: 'number'; readonly name: string; readonly isWhole: boolean }
  | { readonly of: 'day'; readonly name: string }
  /** One day for all rows, or a column with each row's own day. */
  | { readonly of: 'deadline' }

const field = (type: Field['type'], name = 'field'): CheckPart => ({ of: 'field', name, type })
const fields = (type: Field['type']): CheckPart => ({ of: 'fields', type })
const number = (name: string, isWhole = false): CheckPart => ({ of: 'number', name, isWhole })
const day = (name: string): CheckPart => ({ of: 'day', name })

export const CHECK_PARTS: Readonly<Record<Check['type'], readonly CheckPart[]>> = {
  'all-yes': [fields('flag')],
  'all-no': [fields('flag')],
  present: [fields('text')],
  'one-of': [field('text'), { of: 'values' }],
  'at-least': [field('number'), number('value')],
  'at-most': [field('number'), number('value')],
  'share-at-least': [field('number', 'part'), field('number', 'whole'), number('percent')],
  done: [field('flag', 'flag'), field('day', 'doneOn'), { of: 'deadline' }],
  'not-before': [field('day'), day('day'), day('deadline')],
  'this-month': [field('day')],
  'this-quarter': [field('day')],
  'max-age': [field('day'), number('days', true)],
  'after-months': [field('day', 'since'), number('months', true), fields('flag')],
}

/**
 * A check in the form. It keeps the inputs of all check types, so that nothing typed is lost when the type is switched.
 */
export interface CheckDraft {
  readonly type: Check['type']
  readonly fields: readonly string[]
  readonly values: readonly string[]
  /** Column name, or number or day as typed, by name of the part; '' or absent if empty. */
  readonly texts: Readonly<Record<string, string>>
}

export const emptyCheck = (type: Check['type']): CheckDraft => ({ type, fields: [], values: [], texts: {} })

/** Parses a typed number; null if it is not a number, or with `isWhole` not a whole number above zero. */
export function typedNumber(text: string | undefined, isWhole = false): number | null {
  const trimmed = text?.trim() ?? ''
  if (!/^-?\d+(\.\d+)?$/.test(trimmed)) return null
  const value = Number(trimmed)
  return isWhole && !(Number.isInteger(value) && value > 0) ? null : value
}

export function draftOfCheck(check: Check): CheckDraft {
  const draft = emptyCheck(check.type)
  switch (check.type) {
    case 'all-yes':
    case 'all-no':
    case 'present':
      return { ...draft, fields: check.fields }
    case 'one-of':
      return { ...draft, values: check.values, texts: { field: check.field } }
    case 'at-least':
    case 'at-most':
      return { ...draft, texts: { field: check.field, value: String(check.value) } }
    case 'share-at-least':
      return { ...draft, texts: { part: check.part, whole: check.whole, percent: String(check.percent) } }
    case 'done': {
      const { flag, day: doneOn, deadline } = check
      return { ...draft, texts: { flag, doneOn, ...deadlineTexts(deadline) } }
    }
    case 'not-before':
      return { ...draft, texts: { field: check.field, day: check.day, deadline: check.deadline } }
    case 'this-month':
    case 'this-quarter':
      return { ...draft, texts: { field: check.field } }
    case 'max-age':
      return { ...draft, texts: { field: check.field, days: String(check.days) } }
    case 'after-months':
      return { ...draft, fields: check.fields, texts: { since: check.since, months: String(check.months) } }
  }
}

type Deadline = { readonly day: IsoDay } | { readonly field: string }
const deadlineTexts = (deadline: Deadline): Record<string, string> =>
  'day' in deadline ? { deadline: deadline.day } : { deadlineField: deadline.field }

/** Returns the check, or null if a part of the draft is missing. */
export function checkOf(draft: CheckDraft): Check | null {
  const { type, fields, values, texts } = draft
  if (CHECK_PARTS[type].some((part) => isMissing(draft, part))) return null
  const text = (name: string) => texts[name] ?? ''
  const value = (name: string) => Number(text(name))
  switch (type) {
    case 'all-yes':
    case 'all-no':
    case 'present':
      return { type, fields }
    case 'one-of':
      return { type, field: text('field'), values }
    case 'at-least':
    case 'at-most':
      return { type, field: text('field'), value: value('value') }
    case 'share-at-least':
      return { type, part: text('part'), whole: text('whole'), percent: value('percent') }
    case 'done': {
      const deadline = text('deadlineField') ? { field: text('deadlineField') } : { day: text('deadline') }
      return { type, flag: text('flag'), day: text('doneOn'), deadline }
    }
    case 'not-before':
      return { type, field: text('field'), day: text('day'), deadline: text('deadline') }
    case 'this-month':
    case 'this-quarter':
      return { type, field: text('field') }
    case 'max-age':
      return { type, field: text('field'), days: value('days') }
    case 'after-months':
      return { type, since: text('since'), months: value('months'), fields }
  }
}

/** Whether a part of a draft is empty or invalid. */
export function isMissing({ fields, values, texts }: CheckDraft, part: CheckPart): boolean {
  switch (part.of) {
    case 'fields':
      return fields.length === 0
    case 'values':
      return values.length === 0
    case 'number':
      return typedNumber(texts[part.name], part.isWhole) === null
    case 'deadline':
      return !texts.deadline && !texts.deadlineField
    default:
      return !texts[part.name]
  }
}
