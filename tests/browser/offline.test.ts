import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { browser, REDUCED_MOTION } from './app'
import { mapDrawn, openPage, openWindow, serve, withoutWebgl } from './chromium'
import { saveCheck } from './field-work'
import { writeTown } from './town'

/** The app in an office’s folder, which a test may change. */
async function officeSite() {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-site-'))
  cpSync('dist', folder, { recursive: true })
  writeTown(folder)
  let server: Awaited<ReturnType<typeof serve>> | null = await serve(folder)
  const { origin } = server
  const stop = async () => {
    await server?.close()
    server = null
  }
  return {
    folder,
    origin,
    stop,
    async start() {
      server ??= await serve(folder, undefined, Number(new URL(origin).port))
    },
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const VISITOR = { viewport: { width: 1280, height: 800 }, serviceWorkers: 'allow' } as const

describe('after one visit', () => {
  // One visitor for all steps, because a first visit downloads the whole app. The network goes first, and comes back.
  let site: Awaited<ReturnType<typeof officeSite>>
  let opened: Awaited<ReturnType<typeof openPage>>
  let page: Page
  /** The app and its data are then on the device, as the field screen shows. */
  const visit = async () => {
    await page.goto(`${site.origin}#/field`)
    await page.getByText('断网也能打开').waitFor()
  }
  beforeAll(async () => {
    site = await officeSite()
    opened = await openPage(browser, site.origin, { ...VISITOR, ...REDUCED_MOTION })
    page = opened.page
    await visit()
  })
  afterEach(async () => {
    await site.start()
    for (const each of opened.context.pages()) if (each !== page) await each.close()
  })
  afterAll(async () => {
    await opened?.context.close()
    await site?.close()
  })

  it('the app starts without a network, draws the map and records a check', async () => {
    await site.stop()
    await page.goto(`${site.origin}#/explore`)
    await page.reload()
    await mapDrawn(page)
    await page.getByText(/显示的是 .* 存在本机的数据/).waitFor()
    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '现场巡查' }).click()
    await page.getByRole('button', { name: '3 公里' }).click()
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /渭阳路改造二标/ })
      .click()
    const check = page.getByRole('region', { name: /^检查 / })
    await check.getByRole('button', { name: '符合', exact: true }).first().click()
    await saveCheck(page)
    await check.getByText('已保存到本机').waitFor()
    // The following steps are about data and versions, without a map.
    await withoutWebgl(opened.context)
  })

  it('the data of the folder is shown completely as soon as it is reachable again', async () => {
    await visit()
    // A partial upload: a table is missing. The complete data is shown, with a note about the missing table.
    const table = join(site.folder, 'data/construction-site.csv')
    const before = readFileSync(table)
    rmSync(table)
    await page.reload()
    await page.getByText(/显示的是 .* 存在本机的数据/).waitFor()
    writeFileSync(table, before)
    await page.reload()
    await page.getByRole('heading', { name: '附近的污染源' }).waitFor()
    expect(await page.getByText(/存在本机的数据/).count()).toBe(0)
  })

  it('a newer version is loaded when the user wants it, and in no window during a check', async () => {
    await visit()
    const other = await openWindow(opened.context)
    await other.goto(`${site.origin}#/field`)
    await other.getByRole('button', { name: '3 公里' }).click()
    await other.getByRole('button', { name: /渭阳路改造二标/ }).click()
    const check = other.getByRole('region', { name: /^检查 / })
    await check.getByLabel('情况说明').fill('正在写')

    appendFileSync(join(site.folder, 'sw.js'), '\n// newer')
    await page.reload()
    const notice = page.getByRole('status').filter({ hasText: '新版本' })
    await notice.waitFor()
    await notice.getByRole('button', { name: '更新' }).click()
    await page.getByText('有窗口正在记录检查').waitFor()
    expect(await check.getByLabel('情况说明').inputValue()).toBe('正在写')
    expect(await other.getByText('新版本').count()).toBe(0)

    await other.getByRole('button', { name: '返回', exact: true }).click()
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: '更新', exact: true }).click()
    await reloaded
    await page.getByRole('heading', { name: '附近的污染源' }).waitFor()
  })

  it('a newer version reloads no other window: they show a notice, and ask about waiting files', async () => {
    await visit()
    const other = await openWindow(opened.context)
    await other.goto(`${site.origin}#/data`)
    await other.getByRole('heading', { name: '导入数据' }).waitFor()
    await other.getByTestId('files').setInputFiles({
      name: '工地.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('编号,名称,经度,纬度\nA1,甲,108.7,34.3\n'),
    })
    await other.getByRole('article', { name: '工地.csv' }).waitFor()

    appendFileSync(join(site.folder, 'sw.js'), '\n// newer')
    await page.reload()
    const notice = page.getByRole('status').filter({ hasText: '新版本' })
    await notice.getByRole('button', { name: '更新' }).click()
    await page.getByText('有窗口中的文件尚未导入').waitFor()
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: '仍然更新' }).click()
    await reloaded
    await page.getByRole('heading', { name: '附近的污染源' }).waitFor()
    // The other window continues with its version, and shows a notice.
    await other.getByRole('status').filter({ hasText: '其他窗口已更新尘图' }).waitFor()
    await other.getByRole('article', { name: '工地.csv' }).waitFor()
  })
})

describe('a first visit', () => {
  it('is retried if a file of the app was missing, and the field screen does not promise offline use before', async () => {
    const site = await officeSite()
    const { context, page } = await openPage(browser, site.origin, { ...VISITOR, webgl: false })
    // This server returns the page for a missing file, so the file is requested where no server answers.
    const worker = join(site.folder, 'sw.js')
    const before = readFileSync(worker, 'utf8')
    const broken = before.replace(/assets\/pptxgen[^"]*/, 'http://127.0.0.1:9/none.js')
    expect(broken).not.toBe(before)
    writeFileSync(worker, broken)
    await page.goto(`${site.origin}#/field`)
    await page.getByText('断网后可能无法打开').waitFor()
    writeFileSync(worker, before)
    await page.getByText('断网也能打开').waitFor()
    await site.stop()
    await page.reload()
    await page.getByRole('heading', { name: '附近的污染源' }).waitFor()
    await context.close()
    await site.close()
  })
})

describe('missing code of an update', () => {
  it('is reported with a way to continue, and loads on a retry once it is there again', async () => {
    const site = await officeSite()
    const { context, page } = await openPage(browser, site.origin, { webgl: false })
    await page.goto(`${site.origin}#/data`)
    await page.getByRole('heading', { name: '导入数据' }).waitFor()
    // An update removed the old files.
    const assets = join(site.folder, 'assets')
    const gone = readdirSync(assets).filter((name) => /^Meeting-.*\.js$/.test(name))
    const codes = gone.map((name) => readFileSync(join(assets, name)))
    for (const name of gone) rmSync(join(assets, name))
    const modes = page.getByRole('navigation', { name: '界面' })
    await modes.getByRole('button', { name: '月度调度' }).click()
    await page.getByRole('alert').filter({ hasText: '尘图已更新或网络中断' }).waitFor()
    const part = page.getByRole('alert').filter({ hasText: '这一部分没有显示出来' })
    await part.getByRole('button', { name: '重新加载页面' }).waitFor()
    for (const [i, name] of gone.entries()) writeFileSync(join(assets, name), codes[i]!)
    await part.getByRole('button', { name: '重试' }).click()
    await part.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '全屏' }).first().waitFor()
    await context.close()
    await site.close()
  })
})
