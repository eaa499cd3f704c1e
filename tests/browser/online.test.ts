import { expect, it } from 'vitest'
import { look } from './app'

/** Its readings stop on 28 October and come again on the 31st; the office's cell says that it is online. */
const STOPPED = '#/explore?source=construction-site/GD2022-0238'

it('a site whose readings stop fails clause 23 by them, with the hours and how that was worked out', async () => {
  await look(STOPPED, async (page) => {
    const card = page.getByRole('article', { name: '详情' })
    const finding = card.locator('[data-status="failing"]').filter({ hasText: '扬尘在线监测仪在线' })
    await finding
      .getByText('据监测读数：2022-10-25 至 2022-10-31 共 168 小时，有效 120 小时，占 71.4%，低于 90%')
      .waitFor()
    await finding.getByText('（比例和时段未经核实）').waitFor()
    await finding.getByText('示例', { exact: true }).waitFor()
    await finding.getByRole('button', { name: /^扬尘在线监测仪是否在线/ }).click()
    const why = page.getByRole('dialog', { name: '扬尘在线监测仪是否在线' })
    await why.getByText('本机另外导入的监测数据不参与判定').waitFor()
    expect(await why.getByText('未经核实').count()).toBe(2)
    await page.keyboard.press('Escape')
  })
  // The day before it stopped.
  await look(`${STOPPED}&date=2022-10-27`, async (page) => {
    const card = page.getByRole('article', { name: '详情' })
    await card.locator('details[data-status="fine"] summary').click()
    await card.getByText('有效 168 小时，占 100%，不低于 90%').waitFor()
  })
})
