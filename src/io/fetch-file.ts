import type { Problem } from '@/domain/problem'

/** A file's text, or the problem that kept it from us. Text is UTF-8; a byte-order mark is dropped. */
export async function fetchText(base: URL, path: string): Promise<{ text: string } | { problem: Problem }> {
  const url = new URL(path, base)
  if (url.origin !== base.origin) {
    return { problem: { code: 'file-unreachable', file: path, seen: url.origin, expected: base.origin } }
  }
  try {
    const response = await fetch(url)
    if (!response.ok) return { problem: { code: 'file-unreachable', file: path, seen: `HTTP ${response.status}` } }
    return { text: await response.text() }
  } catch (error) {
    return { problem: { code: 'file-unreachable', file: path, seen: String(error) } }
  }
}

/** JSON of a text, or the problem with it. */
export function parseJson(file: string, text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return {
      problem: {
        code: 'file-unreadable',
        file,
        seen: error instanceof Error ? error.message : String(error),
        expected: 'JSON',
      },
    }
  }
}
