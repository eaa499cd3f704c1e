import type { Problem } from '@/domain/problem'
import { type Field, fieldMeaning } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import { IDENTITY, MEANINGS, type Meaning } from '@/domain/sources/kinds/meaning'
import { RESERVED_COLUMNS } from '@/domain/sources/kinds/reserved'
import { surveyGrades } from '@/domain/sources/latest-surveys'
import type { z } from '@/io/zod'
import { formFaults } from './form-faults'
import { WRITTEN_TYPES } from './kind-schema'

/** A problem with a declaration, without its file and kind id, which the caller adds. */
export type KindProblem = Pick<Problem, 'code' | 'column' | 'seen' | 'expected'>

/** Form errors in a part: `column` is the path to the error, starting with `where`. */
export const wrongForm = (error: z.ZodError, value: unknown, where: readonly PropertyKey[] = []): KindProblem[] =>
  formFaults(error, value, where).map((fault) => ({
    code: fault.seen === undefined ? 'kind-part-missing' : 'kind-part-wrong',
    ...fault,
  }))

/** Problems with a kind whose form is valid. */
export function contentProblems(kind: Kind): KindProblem[] {
  const needed: Meaning[] = ['code', 'name', 'county', ...(kind.place === 'county' ? [] : (['lon', 'lat'] as const))]
  return [
    ...missing(kind.fields, needed),
    ...wrongFields(kind.fields),
    ...(kind.surveys ? wrongSurveys(kind) : []),
    ...(kind.ladder ? wrongLadder(kind) : []),
  ]
}

const missing = (fields: readonly Field[], needed: readonly Meaning[]): KindProblem[] =>
  needed
    .filter((meaning) => !fieldMeaning(fields, meaning))
    .map((meaning) => ({ code: 'kind-meaning-missing', expected: `"means": "${meaning}"` }))

function wrongFields(fields: readonly Field[]): KindProblem[] {
  const names = fields.map(({ name }) => name)
  // Tables are written under the first heading: if two fields shared it, only one would be read back.
  const headings = fields.filter(({ name }, i) => names.indexOf(name) === i).map((field) => field.headings[0]!)
  const meanings = fields.flatMap(({ means }) => means ?? [])
  return [
    ...[...twice(names), ...twice(headings)].map((column): KindProblem => ({ code: 'kind-field-twice', column })),
    ...twice(meanings).map((seen): KindProblem => ({ code: 'kind-meaning-twice', seen })),
    ...fields.flatMap(({ name: column, type, means }): KindProblem[] => {
      if ((RESERVED_COLUMNS as readonly string[]).includes(column)) return [{ code: 'kind-field-reserved', column }]
      if (!means) return []
      if ((IDENTITY as readonly string[]).includes(means) && column !== means)
        return [{ code: 'kind-field-name', column, expected: means }]
      if (type === MEANINGS[means]) return []
      return [
        { code: 'kind-meaning-type', column, seen: means, expected: `"type": "${WRITTEN_TYPES[MEANINGS[means]]}"` },
      ]
    }),
  ]
}

function wrongSurveys(kind: Kind): KindProblem[] {
  const { fields: own, surveys } = kind
  const { fields, grading } = surveys!
  const value = fields.find(({ name }) => name === grading?.value)
  return [
    ...missing(fields, ['source', 'surveyedOn']),
    ...wrongFields(fields),
    ...fields.flatMap(({ name: column, type, means }): KindProblem[] => {
      const filled = means ? undefined : own.find(({ name }) => name === column)
      return !filled || filled.type === type
        ? []
        : [{ code: 'kind-survey-type', column, expected: `"type": "${WRITTEN_TYPES[filled.type]}"` }]
    }),
    ...(grading && value?.type !== 'number'
      ? [{ code: 'kind-grading-value', column: grading.value } satisfies KindProblem]
      : []),
    ...(grading && surveyGrades(kind).length === 0
      ? [{ code: 'kind-grades-missing', column: grading.grade } satisfies KindProblem]
      : []),
  ]
}

function wrongLadder({ fields, ladder }: Kind): KindProblem[] {
  const field = fieldMeaning(fields, 'grade')
  if (!field) return missing(fields, ['grade'])
  if (!field.values) return [{ code: 'kind-grades-missing', column: field.name }]
  const { orders, advanced, steps, ungraded } = ladder!
  const named = new Set([...orders.flat(), ...advanced, ...steps.flatMap(({ grades }) => grades), ungraded])
  return [...named]
    .filter((grade) => grade !== '' && !field.values!.includes(grade))
    .map((seen) => ({ code: 'kind-grade-unknown', column: field.name, seen, expected: field.values!.join('、') }))
}

const twice = <T>(list: readonly T[]): T[] => [...new Set(list.filter((each, i) => list.indexOf(each) !== i))]
