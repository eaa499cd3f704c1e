import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { IN_THIS_THREAD } from '../../scripts/province/judges'
import { writeMadeUpProvince } from '../../scripts/province/made-up'
import { makeProvince } from '../../scripts/province/make-province'
import { browser } from './app'
import { accessibilityFaults, openPage, serve } from './chromium'

let site: Awaited<ReturnType<typeof serve>>
let opened: Awaited<ReturnType<typeof openPage>>
const folder = mkdtempSync(join(tmpdir(), 'chentu-province-'))
/** Files that the server does not return for now. */
let withheld: RegExp | null = null

beforeAll(async () => {
  cpSync('dist', folder, { recursive: true })
  const province = join(folder, 'data', 'sample')
  writeMadeUpProvince(province, { cities: 4, counties: 30, months: 3, sources: 200, seed: 5 })
  await makeProvince(province, IN_THIS_THREAD, '2022-11-02')
  site = await serve(folder, ({ url }, response, next) => {
    if (!withheld?.test(url ?? '')) return next()
    response.statusCode = 503
    response.end()
  })
  opened = await openPage(browser, site.origin, { webgl: false })
})
afterEach(() => {
  withheld = null
  opened.faults.splice(0)
})
afterAll(async () => {
  await opened?.context.close()
  await site?.close()
  rmSync(folder, { recursive: true })
})

const open = async (page: Page) => {
  // Opens another address first: a page is not loaded again if only the part after # differs.
  await page.goto('about:blank')
  await page.goto(`${site.origin}?province=data/sample`)
}
const drawn = (page: Page) => page.locator('[data-testid=province-map][data-seen=dots]').waitFor()
const counties = (page: Page) => page.getByRole('list', { name: '区县排名' })
const retry = (page: Page) => page.getByRole('button', { name: '重试' })

it('links from the ranking of the province to a county on its city’s map, and back', async () => {
  const { page, faults } = opened
  await open(page)
  await drawn(page)
  await page.getByText('2 个城市不在本月排名中').waitFor()
  await page.getByText(/没有数据包（city-004）/).waitFor()
  await page.getByText(/限值各市不同：7、8/).waitFor()
  // No worker of a package and none of its readers is started for a page that opens no package.
  expect(page.workers().map((worker) => worker.url().includes('province.worker'))).toEqual([true])
  await page.getByRole('searchbox', { name: '搜索区县、城市或代码' }).fill('002-03')
  const county = counties(page).getByRole('button', { name: /^示例县002-03 示例 示例市002/ })
  await county.click()
  expect(await county.getAttribute('aria-pressed')).toBe('true')
  const value = page.getByRole('button', { name: /^示例县002-03 .* 计算依据$/ })
  await value.click()
  const why = page.getByRole('dialog')
  await why.getByText(/数据包 sample-002，版本 1\.0\.0/).waitFor()
  await page.keyboard.press('Escape')
  expect(await accessibilityFaults(page)).toEqual([])

  const card = page.getByRole('region', { name: '示例县002-03', exact: true })
  await card.getByText('环比%').waitFor()
  await card.getByRole('button', { name: /计算依据$/ }).click()
  await why.getByText(/数据包 sample-002，版本 1\.0\.0/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '显示全省' }).press('Enter')

  await page.getByRole('link', { name: '打开示例市002的一张图' }).click()
  await page.getByRole('heading', { name: '尘图' }).waitFor()
  await page.getByRole('button', { name: '示例县002-03', exact: true, pressed: true }).waitFor()
  expect(page.url()).toContain('data=data/sample/city-002')

  await page.getByRole('link', { name: '返回全省' }).click()
  await drawn(page)
  expect(page.url()).toContain('#/province?month=2022-10')
  await card.getByText('环比%').waitFor()
  await counties(page)
    .getByRole('button', { name: /^示例县002-03 示例 /, pressed: true })
    .waitFor()
  expect(faults).toEqual([])
})

it('has one stop for Tab in its list, where arrows move to every county', async () => {
  const { page } = opened
  await open(page)
  await drawn(page)
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('Tab')
  const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
  expect(await focused()).toBe('1')
  await page.keyboard.press('End')
  await expect.poll(focused).toBe('60')
  await page.keyboard.press('ArrowUp')
  await expect.poll(focused).toBe('59')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true')
  // The figure of the row, and then the content beside the list.
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('59')
  await page.keyboard.press('Tab')
  expect(await focused()).toBeUndefined()
})

it('reports what could not be loaded, and loads it on a retry', async () => {
  // A browser that has stored nothing yet.
  const { page, context } = await openPage(browser, site.origin, { webgl: false })
  withheld = /province\/index\.json/
  await open(page)
  await page.getByRole('heading', { name: '全省数据无法打开' }).waitFor()
  await page.getByText(/没有得到这个文件.*已有数据不受影响/).waitFor()
  withheld = /months\/2022-10|sources\//
  await retry(page).click()
  // The month, and the sources.
  await expect.poll(() => page.getByRole('alert').count()).toBe(2)
  // A month that the page doesn’t show: without it no copy for offline use is stored, which would be shown further
  // down.
  withheld = /months\/2022-09/
  await retry(page).first().click()
  await counties(page).waitFor()
  await drawn(page)
  expect(await page.getByRole('alert').count()).toBe(0)

  // The shown data stays while it can’t be read again.
  await page.goto(`${site.origin}?province=data/sample#/province?month=2022-09`)
  await page.getByRole('alert').getByText('months/2022-09').waitFor()
  withheld = /province\/index\.json/
  await retry(page).click()
  await page.getByRole('alert').getByText('province/index.json').waitFor()
  await drawn(page)
  await context.close()
})

it('restarts a stopped worker, reports it, and shows the same view', async () => {
  const { page } = opened
  await open(page)
  await drawn(page)
  const [worker] = page.workers()
  const closed = new Promise((done) => worker!.once('close', done))
  await worker!.evaluate(() => self.close()).catch(() => undefined)
  await closed
  await page.getByRole('region', { name: '提示' }).getByText('已自动重新启动').waitFor()
  await page.getByRole('button', { name: '已逾期' }).click()
  await page.getByText(/地图范围内 [\d,]+ 处/).waitFor()
  await expect.poll(() => page.workers().length).toBe(1)
  await counties(page).waitFor()
})

it('opens offline after a visit with ranking, outlines and cells, and shows their date', async () => {
  const visitor = await openPage(browser, site.origin, { webgl: false, serviceWorkers: 'allow' })
  const { page } = visitor
  await open(page)
  await page.getByText('断网可用（逐处的污染源除外）').waitFor()
  await visitor.context.setOffline(true)
  await page.reload()
  await page.getByText(/显示的是 .* 存在本机的数据/).waitFor()
  await counties(page).getByRole('listitem').first().waitFor()
  await page.locator('[data-testid=province-map][data-seen=cells]').waitFor()
  await page.getByText(/逐处的污染源无法读取/).waitFor()
  await visitor.context.setOffline(false)
  await retry(page).first().click()
  await drawn(page)
  await visitor.context.close()
})

it('has a page in the manual, opened from its header', async () => {
  const { page, faults } = opened
  await open(page)
  await drawn(page)
  await page.getByRole('link', { name: '说明：全省排名' }).click()
  const manual = page.getByRole('dialog', { name: '使用手册' })
  await manual.getByRole('heading', { name: '全省排名', exact: true }).waitFor()
  // There is no package whose keys could be listed.
  expect(await manual.getByRole('button', { name: '快捷键' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await manual.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('?province=data/sample')
  expect(faults).toEqual([])
})
