import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openApp, origin } from './app'
import { chooseOption } from './controls'
import { download, openCheck, openTab, saveCheck, TABLET } from './field-work'

/** During the package’s warning: measures are required, and calls and checks count, on its days. */
const [DAY, NOW] = ['2022-10-31', '2022-10-31T02:00:00Z']

/** The panel of warnings, and in it the row of the firm with this name. */
async function openLine(page: Page, name: string) {
  await page.goto(`${origin}#/explore?panel=warnings&date=${DAY}`)
  const panel = page.getByRole('region', { name: '预警响应', exact: true })
  await panel.getByText(/^应响应 [\d,]+ 处/).waitFor()
  await panel.getByRole('searchbox').fill(name)
  await panel.getByText('符合筛选 1 处').first().waitFor()
  return { panel, line: panel.locator('li[data-standing]', { hasText: name }) }
}

it('a warning produces calls, their answers and sheets, and a tablet checks the result on site', async () => {
  const tablet = await openApp(TABLET)
  await tablet.page.clock.setFixedTime(NOW)
  const name = await openCheck(tablet.page, origin)
  const check = tablet.page.getByRole('region', { name: `检查 ${name}` })
  await check.getByText('预警响应中').first().waitFor()
  const asked = check.getByRole('listitem').filter({ hasText: '预警响应措施是否落实' })
  await asked.first().getByRole('button', { name: '不符合', exact: true }).click()
  await saveCheck(tablet.page)
  await check.getByText('已保存到本机').waitFor()
  await tablet.page.getByRole('button', { name: '返回', exact: true }).click()
  await openTab(tablet.page, '交内勤')
  const bundle = await download(tablet.page, () =>
    tablet.page.getByRole('button', { name: '生成巡查包（.zip）' }).click(),
  )

  // Not a reused profile: the fixed clock would stay in it.
  const office = await openApp()
  const { page } = office
  await page.clock.setFixedTime(NOW)
  const { panel, line } = await openLine(page, name)
  await line.getByRole('button', { name: `${name}：记录通知结果` }).click()
  await line.getByRole('radio', { name: '已落实' }).click()
  await line.getByLabel('答复人').fill('李经理')
  // The page is reloaded while the call is going on.
  await page.reload()
  await openLine(page, name)
  await panel.getByText(`有未保存的填写：${name}：记录通知结果。`).waitFor()
  await line.getByRole('button', { name: `${name}：记录通知结果` }).click()
  await line.getByText(/^已恢复未保存的填写/).waitFor()
  expect(await line.getByLabel('答复人').inputValue()).toBe('李经理')
  expect(await line.getByRole('radio', { name: '已落实' }).isChecked()).toBe(true)
  await line.getByLabel('通知人').fill('值班员')
  await line.getByRole('button', { name: '保存', exact: true }).click()
  await line.getByText(/值班员 通知 李经理：已落实/).waitFor()
  await panel.getByRole('button', { name: '清除筛选' }).click()
  await chooseOption(panel.getByRole('button', { name: /^答复情况/ }), 'done')
  await panel.getByText('符合筛选 1 处').first().waitFor()
  const sheets = await download(page, async () => {
    await panel.getByRole('button', { name: '导出通知单' }).click()
    await page.getByRole('menuitem', { name: '按区县，Word' }).click()
  })
  expect(sheets).toMatch(/应急响应通知单.*\.docx$/)

  await page.goto(`${origin}#/data`)
  await page.getByTestId('bundles').setInputFiles(bundle)
  await page.getByText(/新增 1 条/).waitFor()
  const known = await openLine(page, name)
  await known.line.getByText(/值班员 通知 李经理：已落实/).waitFor()
  await known.line.getByText(/现场检查：.*，不符合$/).waitFor()
  expect([...office.faults, ...tablet.faults]).toEqual([])
})
