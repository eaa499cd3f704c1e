import type { z } from '@/io/zod'

/** A part of JSON that is not as it should be. */
interface FormFault {
  /** The way to it, as names and places from 0 with dots between. */
  readonly column: string
  /** What stands there; absent where nothing does. */
  readonly seen?: string
  /** What was wanted, as signs and words of JSON; absent where nothing stands there. */
  readonly expected?: string
}

/** What is wrong with the form of a part of JSON; `where` is the way to that part. */
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

/** What an issue wanted, as signs and the words of JSON: they read the same in every language. */
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
