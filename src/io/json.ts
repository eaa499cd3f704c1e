import { type Problem, reasonOf } from '@/domain/problem'

/** JSON of a text, or the problem with it. */
export function parseJson(file: string, text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return {
      problem: {
        code: 'file-unreadable',
        file,
        seen: reasonOf(error),
        expected: 'JSON',
      },
    }
  }
}
