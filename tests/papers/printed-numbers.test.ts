import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { launch } from '../browser/chromium'

/** Pages of papers that are printed together. */
const PAGES = [3, 2, 1, 2]

it('each printed paper numbers its pages from 1', async () => {
  const sheets = ['official-pages.css', 'OfficialPrint.module.css']
  const style = (await Promise.all(sheets.map((name) => readFile(`src/ui/${name}`, 'utf8')))).join('\n')
  const page = (_: unknown, i: number) => `<div style="break-before:${i === 0 ? 'auto' : 'page'}">第${i + 1}张</div>`
  const papers = PAGES.map(
    (count) =>
      `<section class="official" style="break-after:page">${Array.from({ length: count }, page).join('')}</section>`,
  )
  const folder = await mkdtemp(join(tmpdir(), 'chentu-printed-'))
  const browser = await launch()
  try {
    const tab = await browser.newPage()
    await tab.setContent(`<style>${style}</style><main>${papers.join('')}</main>`)
    await writeFile(join(folder, 'papers.pdf'), await tab.pdf({ preferCSSPageSize: true }))
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', join(folder, 'papers.pdf'), '-'])
    const numbers = [...stdout.replace(/[^\S\n]/g, '').matchAll(/—(\d+)—/g)].map(([, number]) => Number(number))
    expect(numbers).toEqual(PAGES.flatMap((count) => Array.from({ length: count }, (_, i) => i + 1)))
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
})
