import type { Problem } from '@/domain/problem'

/** Parses JSON, or returns the problem. */
export function parseJson(file: string, text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return {
      problem: {
        code: 'file-unreadable',
        file,
        ...lineOfFault(String(error), text),
        expected: 'JSON',
      },
    }
  }
}

/**
 * The line given in a parser's error message, as a line or a position; engines word it differently, and some give none.
 */
function lineOfFault(message: string, text: string): Pick<Problem, 'row'> {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return { row: Number(line) }
  const place = /position (\d+)/.exec(message)?.[1]
  return place === undefined ? {} : { row: text.slice(0, Number(place)).split('\n').length }
}
