import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HERE } from '../../scripts/province/judges'
import { writeMadeUpProvince } from '../../scripts/province/made-up'
import { makeProvince } from '../../scripts/province/make-province'
import { browser } from './app'
import { openPage, serve } from './chromium'

let site: Awaited<ReturnType<typeof serve>>
let opened: Awaited<ReturnType<typeof openPage>>
const folder = mkdtempSync(join(tmpdir(), 'chentu-province-'))

beforeAll(async () => {
  cpSync('dist', folder, { recursive: true })
  const province = join(folder, 'data', 'sample')
  writeMadeUpProvince(province, { cities: 4, counties: 4, months: 3, sources: 200, seed: 5 })
  await makeProvince(province, HERE, '2022-11-02')
  site = await serve(folder)
  opened = await openPage(browser, site.origin, { webgl: false })
})
afterAll(async () => {
  await opened?.context.close()
  await site?.close()
  rmSync(folder, { recursive: true })
})

it('leads from the ranking of the province to a county on its city’s own map, and back', async () => {
  const { page, faults } = opened
  await page.goto(`${site.origin}?province=data/sample`)
  await page.locator('[data-testid=province-map][data-seen=dots]').waitFor()
  await page.getByText('2 个城市不在本月排名中').waitFor()
  await page.getByText(/没有数据包（city-004）/).waitFor()
  await page.getByText(/限值各市不同：7、8/).waitFor()
  const county = page
    .getByRole('list', { name: '区县排名' })
    .getByRole('button', { name: /^示例县002-03 示例 示例市002/ })
  await county.click()
  expect(await county.getAttribute('aria-pressed')).toBe('true')
  const value = page.getByRole('button', { name: /^示例县002-03 .* 计算依据$/ })
  await value.click()
  const why = page.getByRole('dialog')
  await why.getByText(/数据包 sample-002，版本 1\.0\.0/).waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: '打开示例市002的一张图' }).click()
  await page.getByRole('heading', { name: '尘图' }).waitFor()
  await page.getByRole('button', { name: '示例县002-03', exact: true, pressed: true }).waitFor()
  expect(page.url()).toContain('data=data/sample/city-002')

  await page.getByRole('link', { name: '返回全省' }).click()
  await page.locator('[data-testid=province-map][data-seen=dots]').waitFor()
  expect(page.url()).toContain('#/province?month=2022-10')
  expect(faults).toEqual([])
})
