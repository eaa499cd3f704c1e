import type { z } from '@/io/zod'

/** A part of JSON in the wrong form. */
interface FormFault {
  /** Path to it: names and indexes from 0, separated by dots. */
  readonly column: string
  /** Its value; absent if there is none. */
  readonly seen?: string
  /** What was expected, in signs and JSON words; absent if there is no value. */
  readonly expected?: string
}

/** Form errors in a part of JSON; `where` is the path to that part. */
export function formFaults(error: z.ZodError, value: unknown, where: readonly PropertyKey[] = []): FormFault[] {
  return error.issues.map((issue) => {
    const seen = issue.path.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      value,
    )
    const column = [...where, ...issue.path].join('.')
    const isEmpty = seen === undefined || seen === '' || (Array.isArray(seen) && seen.length === 0)
    if (isEmpty) return { column }
    return { column, seen: typeof seen === 'string' ? seen : JSON.stringify(seen), expected: expectedBy(issue) }
  })
}

/** The expectation in signs and JSON words, which are the same in every language. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.join('、')
    case 'invalid_type':
      return issue.expected
    case 'too_big':
      return `≤ ${issue.maximum}`
    case 'too_small':
      return `≥ ${issue.minimum}`
    default:
      return issue.message
  }
}
