import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeFiles } from '../fixtures/office-files'
import { inTown } from './app'
import { openWindow } from './chromium'
import { chooseOption } from './controls'
import { widthNeeded } from './pages'

const { openApp, openEmptied, origin } = inTown

const folder = mkdtempSync(join(tmpdir(), 'chentu-windows-'))
/** Files that can be imported without changes. */
const FIRST = '工地 某系统导出.csv'
const SECOND = '建筑工地 Excel另存.csv'

beforeAll(async () => {
  for (const { name, bytes } of await officeFiles()) writeFileSync(join(folder, name), bytes)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function openData(page: Page): Promise<void> {
  await page.goto(`${origin}#/data`)
  await page.getByRole('heading', { name: '导入数据' }).waitFor()
}

async function drop(page: Page, name: string): Promise<void> {
  await page.getByTestId('files').setInputFiles(join(folder, name))
  await page.getByRole('article', { name }).waitFor()
}

const takeOver = (page: Page) => page.getByRole('button', { name: /^确认导入 1 个文件/ })
const versions = (page: Page) => page.getByRole('region', { name: '历史版本' }).getByRole('listitem')
const notices = (page: Page) => page.getByRole('region', { name: '提示' })
const changed = (page: Page) => notices(page).getByRole('alert').filter({ hasText: '其他窗口已更改数据' })

/** Ends the worker that holds the data, as a browser does when it runs out of memory. */
async function killWorker(page: Page): Promise<void> {
  const worker = page.workers().find((each) => each.url().includes('dataset.worker'))!
  const closed = new Promise((done) => worker.once('close', done))
  await worker.evaluate(() => self.close()).catch(() => undefined)
  await closed
}

describe('two windows', () => {
  it('lose no import to each other: the second one is notified at once, its import is added to the first, and basemaps of both are in one list', async () => {
    const { context, page: a, faults } = await openEmptied()
    await openData(a)
    const b = await openWindow(context)
    await openData(b)
    await drop(b, SECOND)
    await drop(a, FIRST)
    await takeOver(a).click()
    await a.getByText('已导入 1 个文件').waitFor()
    await changed(b).getByText(FIRST).waitFor()
    // Importing it nevertheless changes nothing, and the dropped file stays.
    await takeOver(b).click()
    await b.getByText(/其他窗口已更改数据，本窗口的操作没有保存/).waitFor()
    await b.getByRole('article', { name: SECOND }).waitFor()
    expect(await versions(b).filter({ hasText: SECOND }).count()).toBe(0)
    expect(await takeOver(b).isDisabled()).toBe(true)
    await b.getByRole('main').getByRole('button', { name: '查看更改后的数据' }).click()
    await changed(b).waitFor({ state: 'detached' })
    await takeOver(b).click()
    await b.getByText('已导入 1 个文件').waitFor()
    await changed(a).getByText(SECOND).waitFor()
    for (const page of [a, b]) {
      await versions(page).filter({ hasText: SECOND }).waitFor()
      await versions(page).filter({ hasText: FIRST }).waitFor()
    }
    expect(await changed(b).count()).toBe(0)

    for (const [page, id] of [
      [a, 'a'],
      [b, 'b'],
    ] as const) {
      await page.getByRole('button', { name: '一张图' }).click()
      await page.getByRole('button', { name: '图层' }).click()
      await page.getByRole('button', { name: '添加底图' }).click()
      const dialog = page.getByRole('dialog', { name: '添加底图' })
      await dialog.getByLabel('名称').fill(`底图${id}`)
      await chooseOption(dialog.getByLabel('类型'), 'geojson')
      await dialog.getByLabel(/^本机文件/).setInputFiles({
        name: `${id}.geojson`,
        mimeType: 'application/geo+json',
        buffer: Buffer.from('{"type":"FeatureCollection","features":[]}'),
      })
      await dialog.getByRole('button', { name: '添加', exact: true }).click()
    }
    for (const page of [a, b])
      for (const id of ['a', 'b']) await page.getByRole('switch', { name: `底图${id}` }).waitFor()
    expect(faults).toEqual([])
  })
})

describe('notices', () => {
  it('are listed newest last without covering anything, on a tablet and a desktop', async () => {
    const { context, page, faults } = await openEmptied({ viewport: { width: 820, height: 900 } })
    await page.goto(`${origin}#/data?data=00000000`)
    const stack = notices(page)
    await stack.getByText('这个链接来自另一份数据').waitFor()
    await killWorker(page)
    await stack.getByText('已自动重新启动').waitFor()
    const b = await openWindow(context)
    await openData(b)
    await drop(b, FIRST)
    await takeOver(b).click()
    await changed(page).getByText(FIRST).waitFor()
    expect(await stack.getByRole('alert').allTextContents()).toEqual([
      expect.stringContaining('这个链接来自另一份数据'),
      expect.stringContaining('已自动重新启动'),
      expect.stringContaining('其他窗口已更改数据'),
    ])
    // Each button is the topmost element at its place, in the notices, above and below them.
    const covered = () =>
      page.getByRole('button').evaluateAll((buttons) =>
        buttons
          .filter((button) => button.checkVisibility() && button.getBoundingClientRect().bottom < innerHeight)
          .filter((button) => {
            const { left, top, width, height } = button.getBoundingClientRect()
            if (left < 0 || left + width > innerWidth || top < 0) return false
            const there = document.elementFromPoint(left + width / 2, top + height / 2)
            return there?.closest('[aria-label="提示"]') && !button.contains(there)
          })
          .map(({ textContent }) => textContent),
      )
    for (const width of [820, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await widthNeeded(page)
      expect(await covered(), `${width} px`).toEqual([])
    }
    // By keyboard: after the header, before the screen.
    await stack.getByRole('button', { name: '关闭' }).first().focus()
    await page.keyboard.press('Enter')
    await stack.getByText('这个链接来自另一份数据').waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    await stack.getByRole('button', { name: '查看更改后的数据' }).click()
    await changed(page).waitFor({ state: 'detached' })
    await stack.getByRole('button', { name: '关闭' }).click()
    await stack.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })

  it('do not report the page’s own address as a link of other data, though the data has changed meanwhile', async () => {
    const { context, page, faults } = await openEmptied()
    await openData(page)
    await page.waitForURL(/data=[0-9a-f]{8}/)
    const b = await openWindow(context)
    await openData(b)
    await drop(b, FIRST)
    await takeOver(b).click()
    await b.getByText('已导入 1 个文件').waitFor()
    const before = page.url()
    await page.reload()
    await versions(page).filter({ hasText: FIRST }).waitFor()
    await page.waitForURL((url) => url.href !== before)
    const other = page.getByText('这个链接来自另一份数据')
    expect(await other.count()).toBe(0)
    // The same address, as a link from somebody else in an open page, is reported.
    await page.evaluate((address) => {
      location.href = address
    }, before)
    await other.waitFor()
    expect(faults).toEqual([])
  })
})

describe('a worker that stops', () => {
  it('is restarted, the data in force is shown again, and the lost files are named', async () => {
    const { page, faults } = await openEmptied()
    await openData(page)
    await drop(page, FIRST)
    await takeOver(page).click()
    await page.getByText('已导入 1 个文件').waitFor()
    await killWorker(page)
    await page.getByRole('alert').filter({ hasText: '已自动重新启动' }).waitFor()
    await page.getByRole('button', { name: '一张图' }).click()
    await page.getByRole('button', { name: '图层' }).click()
    const row = page.getByRole('region', { name: '图层' }).getByRole('listitem').filter({ hasText: '建筑工地' }).first()
    await row.filter({ hasText: '12' }).waitFor()
    expect(await page.evaluate(() => location.hash)).toContain('/explore')

    await page.getByRole('button', { name: '数据', exact: true }).click()
    await drop(page, SECOND)
    await killWorker(page)
    await page
      .getByRole('alert')
      .filter({ hasText: `再重新放入：${SECOND}` })
      .waitFor()
    expect(await page.getByRole('article').count()).toBe(0)
    await drop(page, SECOND)
    await takeOver(page).click()
    await page.getByText('已导入 1 个文件').waitFor()
    expect(faults).toEqual([])
  })

  it('is given up after several restarts, with a way to continue', async () => {
    const { context, page } = await openApp()
    // Its code is gone: a worker can never start.
    await context.route(/dataset\.worker-/, (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(origin)
    await page.getByRole('heading', { name: '数据包无法打开' }).waitFor()
    await page.getByText(/数据处理程序中止/).waitFor()
    await page.getByRole('button', { name: '重新加载页面' }).waitFor()
    await context.close()
  })
})
