import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dirtyCsv, dirtyXlsx, nextMonthCsv } from '../fixtures/dustfall-files'
import { browser } from './app'
import { openPage, serve } from './chromium'
import { chooseOption } from './controls'
import { leaveWall } from './pages'

let server: Awaited<ReturnType<typeof serve>>
const folder = mkdtempSync(join(tmpdir(), 'chentu-dustfall-'))
const site = join(folder, 'site')

/** A city that has only its counties, as of today, in the data folder of a copy of the app. */
function emptyCity(): void {
  const path = join(site, 'data/datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8'))
  const { plan, ...chentu } = descriptor.chentu
  const resources = descriptor.resources.filter(({ chentu: { role } }: { chentu: { role: string } }) =>
    ['counties', 'county-outlines'].includes(role),
  )
  writeFileSync(path, JSON.stringify({ ...descriptor, name: 'empty', chentu: { ...chentu, asOf: 'today' }, resources }))
}

beforeAll(async () => {
  writeFileSync(join(folder, '降尘.csv'), dirtyCsv())
  writeFileSync(join(folder, '降尘.xlsx'), await dirtyXlsx())
  writeFileSync(join(folder, '4月.csv'), nextMonthCsv())
  cpSync('dist', site, { recursive: true })
  emptyCity()
})
afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true })
})

const pick = (page: Page, name: string) => page.getByTestId('files').setInputFiles(join(folder, name))
const takeOver = async (page: Page) => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /1 个文件$/ })
    .click()
  await page.getByText('月度排名现显示').waitFor()
}

/** The as-of date in the header. */
const asOfSaid = (page: Page) =>
  page.getByRole('group', { name: '日期' }).getByRole('button', { name: /^截至/ }).getAttribute('data-value')

describe('an office’s first month of dustfall', () => {
  it.each([
    ['on the default package', 'dist', '降尘.csv', '2026-03-31'],
    ['on a city without anything, as of today', site, '降尘.xlsx', null],
  ])('%s: imported, ranked, kept, and followed by the next month', async (_name, served, file, asOf) => {
    server = await serve(served)
    const { context, page, faults } = await openPage(browser, server.origin, { webgl: false })
    try {
      await page.goto(`${server.origin}#/data`)
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await pick(page, file)
      const brings = page.getByRole('region', { name: '本文件的内容' })
      await brings.getByText('共 13 个点位：新增 13 个，已有 0 个。').waitFor()
      await brings.getByText('1 个点位无法判断属于哪个区县').waitFor()
      await chooseOption(brings.getByRole('button', { name: '选择区县 未知点' }), { label: '彬州市' })
      await brings.getByText('共 14 个点位：新增 14 个，已有 0 个。').waitFor()
      await brings.getByText('14 个点位待定位').waitFor()
      await takeOver(page)
      await page.getByText('月度排名现显示 2026 年 3 月。14 个点位待定位').waitFor()
      const today = await page.evaluate(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
      await expect.poll(() => asOfSaid(page)).toBe(asOf ?? today)

      await page.reload()
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await pick(page, '4月.csv')
      await brings.getByText('共 14 个点位：新增 1 个，已有 13 个。').waitFor()
      await takeOver(page)
      await page.getByText('月度排名现显示 2026 年 4 月。').waitFor()

      await page.getByRole('button', { name: '查看排名' }).click()
      await page.locator('section[data-scene="ranking"]').getByText('彬州市').first().waitFor()
      // The wall has no header.
      await leaveWall(page)
      // Four months, none of them made up.
      await expect.poll(() => page.getByRole('radiogroup', { name: '月份' }).getByRole('radio').count()).toBe(4)
      expect(faults).toEqual([])
    } finally {
      await context.close()
      await server.close()
    }
  })

  it('an as-of date in the address is kept', async () => {
    server = await serve(site)
    const { context, page, faults } = await openPage(browser, server.origin, { webgl: false })
    try {
      await page.goto(`${server.origin}#/data?date=2025-05-31`)
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await expect.poll(() => asOfSaid(page)).toBe('2025-05-31')
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  })
})
