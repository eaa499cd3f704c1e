import { spawnSync } from 'node:child_process'

const TO_TEXT = 'pdftotext'

/** Number of pages of a PDF, and how many of them show their page number in the official form (— 2 —). */
export function pageNumbers(pdf: Buffer): { readonly pages: number; readonly numbered: number } {
  const { stdout, error } = spawnSync(TO_TEXT, ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  if (error) throw new Error('pdftotext is missing (Debian: apt-get install poppler-utils)')
  // The tool ends each page with a form feed.
  const pages = stdout.split('\f').slice(0, -1)
  const numbered = pages.filter((page, i) => new RegExp(`—\\s*${i + 1}\\s*—`).test(page)).length
  return { pages: pages.length, numbered }
}
