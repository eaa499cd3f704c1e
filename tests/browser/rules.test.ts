import { expect, it } from 'vitest'
import { visit } from './app'
import { numberIn } from './pages'

it('changing a figure of a requirement shows the effect while typing, updates the board once saved, and can be undone', async () => {
  await visit('#/explore?panel=plan', async (page) => {
    const clause = page.locator('[data-clause="27"]')
    await clause.locator('summary').first().click()
    const standing = clause.locator('dd').filter({ hasText: '每日洒水不少于6次' })
    const shown = async () => Number(/不符合 ([\d,]+)/.exec((await standing.textContent())!)![1])
    await standing.filter({ hasText: '不符合' }).waitFor()
    const before = await shown()
    await clause.getByText(/^要求条目/).click()
    await clause.getByRole('button', { name: '修改要求“每日洒水不少于6次”' }).click()
    const trial = page.getByRole('region', { name: '按此要求测算' })
    const failing = trial.locator('[data-status="failing"]')
    await trial.and(page.locator('[aria-busy="false"]')).waitFor()
    expect(numberIn(await failing.locator('b').textContent())).toBe(before)
    await page.getByRole('textbox', { name: '数值' }).fill('9')
    await failing.getByText(`现为 ${before}`).waitFor()
    const wanted = numberIn(await failing.locator('b').textContent())
    expect(wanted).toBeGreaterThan(before)
    // A press shows the worst sources on the map.
    await trial.getByText(/^地图上查看/).click()
    await trial
      .getByRole('button', { name: /^在地图上看/ })
      .first()
      .click()
    await page.waitForURL(/source=|code=|selected=/)
    await page.getByRole('textbox', { name: '修改理由' }).fill('会议议定')
    await page.getByRole('textbox', { name: '修改人' }).fill('张三')
    await page.keyboard.press('Enter')
    await page.getByText('已存为新版本').waitFor()
    await standing.filter({ hasText: new RegExp(`不符合 ${wanted}(?!\\d)`) }).waitFor()
    expect(await clause.getByText(/不少于 9/).count()).toBe(1)
    await page.getByText('要求的导出、导入与比较').click()
    await page.getByRole('button', { name: '与上一版本比较' }).click()
    await page.getByText(/不少于 6.* → .*不少于 9/).waitFor()
    await page.getByRole('button', { name: '撤销（要求）' }).click()
    await page.getByText('已撤销').waitFor()
    await standing.filter({ hasText: new RegExp(`不符合 ${before}(?!\\d)`) }).waitFor()
  })
})
