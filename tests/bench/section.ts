import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'BENCHMARKS.md'

/** Replaces the section with the same heading, or appends it. */
export function writeSection(heading: string, lines: readonly string[]): void {
  const text = [heading, '', ...lines].join('\n')
  const marker = heading.split(' (')[0]!
  const sections = readFileSync(FILE, 'utf8')
    .trimEnd()
    .split(/\n\n(?=## )/)
  const place = sections.findIndex((section) => section.startsWith(marker))
  if (place < 0) sections.push(text)
  else sections[place] = text
  writeFileSync(FILE, `${sections.join('\n\n')}\n`)
  console.log(text)
}

/** The first line with this start in the current file. */
export const lineStarting = (start: string): string | undefined =>
  readFileSync(FILE, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(start))
