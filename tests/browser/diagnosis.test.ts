import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inTown } from './app'
import { accessibilityFaults } from './chromium'
import { download } from './pages'

const { openApp, openEmptied, origin } = inTown

const checksEnd = async (page: Page) => {
  await page.getByText(/：各项正常|项需要处理或留意/).waitFor()
  await expect.poll(() => page.locator('[data-standing="waiting"]').count()).toBe(0)
}
const row = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name })

it('shows the state of this browser if no package opens, and exports the report without any data', async () => {
  const { page, context } = await openApp({ viewport: { width: 820, height: 1180 } })
  await context.route('**/data/**', (route) => route.abort())
  await page.goto(`${origin}#/diagnosis`)
  await page.getByRole('heading', { name: '诊断', exact: true }).waitFor()
  await checksEnd(page)
  for (const name of ['浏览器', '后台计算', '浏览器数据库', '地图绘制'])
    expect(await row(page, name).first().getAttribute('data-standing'), name).toBe('fine')
  expect(await row(page, '数据包').getAttribute('data-standing')).toBe('odd')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByText('查看将要保存的内容').click()
  const shown = await page.locator('pre').textContent()
  const saved = await download(page, () => page.getByRole('button', { name: '保存诊断文件' }).click())
  expect(saved.toString('utf8').replace('\uFEFF', '')).toBe(shown)
  expect(shown).toContain('数据包')
  await page.getByRole('button', { name: '打开尘图' }).click()
  await page.getByRole('button', { name: '诊断' }).waitFor()
})

it('keeps errors over a reload without any data, and opens if only the address after # is changed', async () => {
  const { page } = await openEmptied()
  await page.goto(`${origin}#/explore`)
  await page.getByRole('region', { name: '当前条件' }).waitFor()
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        addEventListener('error', () => setTimeout(done), { once: true })
        setTimeout(() => {
          throw new TypeError('秦都区 渭阳路改造二标 {"name":"x"}')
        })
      }),
  )
  await page.reload()
  await page.getByRole('region', { name: '当前条件' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByRole('button', { name: '诊断' }).click()
  const dialog = page.getByRole('dialog', { name: '诊断' })
  await checksEnd(page)
  await dialog
    .getByRole('listitem')
    .filter({ hasText: /出错.*TypeError/ })
    .waitFor()
  await dialog.getByText('查看将要保存的内容').click()
  const text = (await dialog.locator('pre').textContent())!
  const sites = readFileSync('data/construction-site.csv', 'utf8').split('\n').slice(1, 50)
  for (const site of sites) expect(text).not.toContain(site.split(',')[1])
  expect(text).not.toMatch(/咸阳|秦都|渭阳/)
  await dialog.getByRole('button', { name: '清除这些记录' }).click()
  await dialog.getByRole('heading', { name: '最近的错误和缓慢响应：0 条' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.evaluate(() => {
    location.hash = '#/diagnosis'
  })
  await page.getByRole('heading', { level: 1, name: '诊断', exact: true }).waitFor()
})
