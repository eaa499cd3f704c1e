import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inTown } from './app'

const { openApp, openEmptied, origin } = inTown

const SITES = '工程名称,区县,围挡,覆盖\n甲工程,秦都区,是,是\n乙工程,渭城区,否,是\n'

/** Imitates a browser that is short of space: it deletes databases, and keeps small values. */
async function clearDatabases(page: Page): Promise<void> {
  await page.goto('about:blank')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.clearDataForOrigin', {
    origin: new URL(origin).origin,
    storageTypes: 'indexeddb,file_systems',
  })
  await cdp.detach()
}
const gone = (page: Page) => page.getByText(/^浏览器清除了本机保存的内容：/)
const atData = async (page: Page) => {
  await page.goto(`${origin}#/data`)
  await page.getByRole('heading', { name: '导入数据' }).waitFor()
}

it('a backup has a descriptive name; if the browser deleted the data, the app says so and asks for the backup', async () => {
  const { page } = await openEmptied()
  await atData(page)
  // The file name contains city, time and device; the page lists what the backup contains and lacks.
  await page.getByText(/^备份不含：现场记录和照片/).waitFor()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '备份全部数据（zip）' }).click()
  const name = (await coming).suggestedFilename()
  expect(name).toMatch(/^尘图备份-咸阳市-\d{4}-\d\d-\d\d-\d{4}-[0-9a-z]{6}\.zip$/)
  await page
    .getByText(new RegExp(`^已存到浏览器的下载文件夹：${name}.*处污染源.*、\\d+ 个月降尘、45 条方案条款`))
    .waitFor()

  await page.getByTestId('files').setInputFiles({ name: '工地.csv', mimeType: 'text/csv', buffer: Buffer.from(SITES) })
  await page.getByRole('button', { name: '确认导入 1 个文件' }).click()
  await page.getByRole('button', { name: '撤销' }).first().waitFor()
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('chentu-kept-marks')))
    .toMatch(/"chentu":\{"at":\d+,"count":1\}/)
  await page.reload()
  await page.getByRole('heading', { name: '导入数据' }).waitFor()
  expect(await gone(page).count()).toBe(0)

  await clearDatabases(page)
  await page.goto(`${origin}#/explore`)
  await gone(page).waitFor()
  expect(await gone(page).textContent()).toMatch(/数据的 1 个版本.*随应用提供的数据不受影响.*从备份恢复/)
  await page.getByRole('button', { name: '打开“数据”' }).click()
  await page.getByRole('button', { name: '从备份恢复' }).waitFor()
  const notice = page
    .getByRole('region', { name: '提示' })
    .getByRole('alert')
    .filter({ has: gone(page) })
  await notice.getByRole('button', { name: '关闭' }).click()
  await gone(page).waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { name: '导入数据' }).waitFor()
  await expect.poll(() => page.evaluate(() => localStorage.getItem('chentu-kept-marks'))).toMatch(/"marks":\{\}/)
  expect(await gone(page).count()).toBe(0)
})

it('the field screen and the map warn that the clock is behind the data', async () => {
  const { page } = await openApp()
  await page.clock.setFixedTime('2019-03-01T02:00:00Z')
  for (const screen of ['field', 'explore']) {
    await page.goto(`${origin}#/${screen}`)
    await page.getByText(/^本机日期是 2019-03-01，比数据的截至日期 2022-10-31 还早/).waitFor()
  }
})
