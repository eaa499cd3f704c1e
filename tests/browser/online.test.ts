import { expect, it } from 'vitest'
import { look } from './app'

/** Its readings stop on 28 October and resume on the 31st; the office’s table says that it is online. */
const STOPPED = '#/explore?source=construction-site/GD2022-0238'

it('a site without readings must be verified by clause 23, with the hours and the calculation', async () => {
  await look(STOPPED, async (page) => {
    const card = page.getByRole('article', { name: '详情' })
    const finding = card.locator('[data-status="unknown"]').filter({ hasText: '扬尘在线监测仪在线' })
    await finding
      .getByText(
        '据监测读数：2022-10-25 至 2022-10-31 共 168 小时，有效 120 小时，占 71.4%，低于参考值 90%（未经核实），需现场核实',
      )
      .waitFor()
    await finding.getByText('待核实', { exact: true }).waitFor()
    await finding.getByText('示例', { exact: true }).waitFor()
    await finding.getByRole('button', { name: /^扬尘在线监测仪是否在线/ }).click()
    const why = page.getByRole('dialog', { name: '扬尘在线监测仪是否在线' })
    await why.getByText('低于它不作为不符合，列为待核实').waitFor()
    expect(await why.getByText('未经核实').count()).toBe(3)
    await page.keyboard.press('Escape')
  })
  // The day before it stopped.
  await look(`${STOPPED}&date=2022-10-27`, async (page) => {
    const card = page.getByRole('article', { name: '详情' })
    await card.locator('details[data-status="fine"] summary').click()
    await card.getByText('有效 168 小时，占 100%，不低于参考值 90%（未经核实）').waitFor()
  })
})

it('a monitor and its site link to each other, and the monitor to its hours', async () => {
  await look('#/explore?source=dust-monitor/YC2022-0006', async (page) => {
    const card = page.getByRole('article', { name: '详情' })
    const monitors = card.getByRole('region', { name: '在线监测' })
    // Its row has the name of the site, and its readings have the number of the device.
    await monitors.getByText('安装于').waitFor()
    await monitors.getByRole('button', { name: '望贤路北段产业园一期' }).click()
    await card.getByRole('heading', { name: '望贤路北段产业园一期', exact: true }).waitFor()
    await monitors.getByRole('button', { name: /望贤路北段产业园一期监测仪.*GD2022-0088/ }).waitFor()
    await monitors.getByRole('button', { name: '查看小时均值' }).click()
    await page.getByRole('heading', { name: '望贤路北段产业园一期', exact: true }).waitFor()
    await page.getByText('GD2022-0088 · 三原县 · 建筑工地').waitFor()
    await page.getByRole('button', { name: '查看设备台账' }).click()
    await card.getByRole('heading', { name: '望贤路北段产业园一期监测仪' }).waitFor()
  })
})

it('a search by number finds a monitor beside the site with the same number', async () => {
  await look('#/explore', async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill('GD2022-0088')
    await page.getByRole('option', { name: /望贤路北段产业园一期监测仪/ }).click()
    const card = page.getByRole('article', { name: '详情' })
    await card.getByText(/扬尘在线监测设备.*三原县.*YC2022-0006/).waitFor()
  })
})
