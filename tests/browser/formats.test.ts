import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { container, oldWorkbook, paragraph, row, table, withPassword, wordDocument } from '../fixtures/old-workbooks'
import { inTown } from './app'
import { deskOf } from './desk'

const HEAD = ['项目编号', '项目名称', '所属区县', '经度(WGS84)', '纬度(WGS84)', '围挡']
const site = (i: number) => [`XM-${i}`, `建筑工地${i}`, '秦都区', 108.7 + (i % 100) / 1e4, 34.335, '是']

const look = deskOf(inTown).deskThatStays()

const drop = (page: Page, files: Readonly<Record<string, Uint8Array>>) =>
  page.getByTestId('files').setInputFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  )
/** Shows one of the files that were dropped. */
const choose = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('button')
    .first()
    .click()
const article = (page: Page, name: string) => page.getByRole('article', { name })
const importedCount = (page: Page, name: string) => article(page, name).locator('[data-count="taken"] dd')

describe('office files in the browser', () => {
  it('an old workbook, an .et file and a Word table are read; a password-protected file and an old Word file are reported', async () => {
    const rows = [HEAD, ...Array.from({ length: 8 }, (_, i) => site(i))]
    const xls = oldWorkbook(rows, 'biff8')
    await look(async (page) => {
      await drop(page, {
        '工地.xls': xls,
        '工地.et': xls,
        '工地.docx': wordDocument(
          `${paragraph('表1 工地')}${table(...rows.map((cells) => row(...cells.map(String))))}`,
        ),
        '旧.doc': container('WordDocument'),
        '密码.xls': withPassword(xls),
        '十月.ods': readFileSync('tests/fixtures/workbooks/libreoffice.ods'),
      })
      for (const name of ['工地.xls', '工地.et', '工地.docx']) {
        await choose(page, name)
        await importedCount(page, name).waitFor()
        expect(await importedCount(page, name).textContent()).toBe('8')
      }
      await choose(page, '旧.doc')
      await article(page, '旧.doc').getByText('另存为 .docx').waitFor()
      await choose(page, '密码.xls')
      await article(page, '密码.xls').getByText('有密码保护').waitFor()
      await choose(page, '十月.ods')
      await article(page, '十月.ods').waitFor()
    })
  })

  it('a large workbook can be cancelled while it is parsed, and the next file is read', async () => {
    const rows = [HEAD, ...Array.from({ length: 40_000 }, (_, i) => site(i))]
    const large = await writeXlsx({ sheets: [{ name: '工地', rows }] })
    await look(async (page) => {
      await drop(page, { '很大.xlsx': large })
      await page.getByRole('button', { name: '取消' }).click()
      await page.locator('progress').waitFor({ state: 'detached' })
      expect(await article(page, '很大.xlsx').count()).toBe(0)
      await drop(page, { '工地.xls': oldWorkbook(rows.slice(0, 9), 'biff8') })
      await importedCount(page, '工地.xls').waitFor()
      expect(await importedCount(page, '工地.xls').textContent()).toBe('8')
    })
  })
})
