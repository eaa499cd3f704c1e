import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inTown } from './app'
import { openTab, TABLET } from './field-work'

/** Another screen from the field's menu. */
async function leaveFor(page: Page, screen: string): Promise<void> {
  await page.getByRole('button', { name: '菜单' }).click()
  await page.getByRole('menuitem', { name: screen }).click()
}

it('Back leads from screen to screen, and the field is judged on today all the way', async () => {
  await inTown.visit(
    '#/explore?date=2022-06-30',
    async (page) => {
      const dated = page.getByText(/^按今天（\d{4}-\d{2}-\d{2}）判定/)
      const asOf = page.getByRole('button', { name: /^截至/ })
      await asOf.filter({ hasText: '2022年6月30日' }).waitFor()
      const before = await page.evaluate(() => history.length)
      await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '现场巡查' }).click()
      await openTab(page, '附近')
      await dated.waitFor()
      expect(await page.evaluate(() => history.length)).toBe(before + 1)
      await page.goBack()
      await asOf.filter({ hasText: '2022年6月30日' }).waitFor()
      await page.goForward()
      await dated.waitFor()
      await leaveFor(page, '一张图')
      await asOf.filter({ hasText: '2022年6月30日' }).waitFor()
      // Back to the field, and back again from an open form.
      await page.goBack()
      await dated.waitFor()
      await page.getByRole('button', { name: '登记新污染源' }).click()
      await page.getByLabel('类别').waitFor()
      await page.goBack()
      await asOf.filter({ hasText: '2022年6月30日' }).waitFor()
      await page.goForward()
      await page.getByRole('button', { name: '3 公里' }).or(page.getByLabel('类别')).first().waitFor()
      expect(page.url()).toContain('#/field')
    },
    // Wide enough for the row of screens at the top.
    { ...TABLET, viewport: { width: 1280, height: 800 } },
  )
})

it('marking a place on the map leaves the zoom buttons free, and can be cancelled', async () => {
  await inTown.visit(
    '#/field',
    async (page) => {
      await openTab(page, '附近')
      await page.getByRole('button', { name: '登记新污染源' }).click()
      await page.getByRole('button', { name: '在地图上标位置' }).click()
      await page.getByRole('button', { name: '放大' }).click()
      await page.getByRole('button', { name: '取消', exact: true }).click()
      await page.getByLabel('类别').waitFor()
    },
    { ...TABLET, viewport: { width: 412, height: 732 } },
  )
})

it('a low window, as with a keyboard open, still shows a source between the bars', async () => {
  await inTown.visit(
    '#/field',
    async (page) => {
      await openTab(page, '附近')
      await page.getByRole('button', { name: '使用当前位置' }).click()
      const card = page.locator('main ol > li > button[data-status]').first()
      await card.waitFor()
      const tabs = page.getByRole('navigation', { name: '巡查界面' })
      const room = async () => (await tabs.boundingBox())!.y - (await card.boundingBox())!.y
      await expect.poll(room).toBeGreaterThan((await card.boundingBox())!.height)
    },
    { ...TABLET, viewport: { width: 412, height: 440 } },
  )
})
