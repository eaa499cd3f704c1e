import { expect, it } from 'vitest'
import { visit } from './app'

it('puts a wrong grade right in the table: the board counts one less, and undo brings it back', async () => {
  const tens = encodeURIComponent(JSON.stringify([{ column: 'code', contains: 'QY-002' }]))
  await visit(`#/explore?table=1&panel=board&kind=enterprise&where=${tens}`, async (page) => {
    const table = page.getByRole('region', { name: '数据表', exact: true })
    const broken = page
      .getByRole('listitem')
      .filter({ hasText: /第6条/ })
      .getByRole('button', { name: /^(不符合|已逾期)/ })
    await broken.getByText('2').waitFor()
    const row = table.locator('tr').filter({ hasText: 'QY-0020' })
    const headings = await table.locator('thead th').allTextContents()
    const cell = row.locator('td').nth(headings.indexOf('绩效等级'))
    // The first press chooses the cell, the second writes it over.
    await cell.click()
    await cell.click()
    await page.getByRole('listbox').getByRole('option', { name: 'B', exact: true }).click()
    await cell.and(page.locator('[data-waiting="true"]')).getByText('B', { exact: true }).waitFor()
    const waiting = page.getByRole('form', { name: '待保存的更改' })
    const save = waiting.getByRole('button', { name: '保存 1 处更改' })
    expect(await save.isDisabled()).toBe(true)
    await waiting.getByLabel('更改理由').fill('与市局名单不符')
    await waiting.getByLabel('更改人').fill('张三')
    await save.click()
    await table.getByText('已改 1 处，已存为新版本').waitFor()
    await broken.getByText('1').waitFor()
    const title = await cell.and(page.locator('[data-by-hand="true"]')).getAttribute('title')
    expect(title).toMatch(/^人工设定（张三，.+）：与市局名单不符；原为 D$/)
    await table.getByRole('button', { name: '撤销这次更改（数据）' }).click()
    await broken.getByText('2').waitFor()
    await cell.and(page.locator('[data-by-hand="false"]')).getByText('D', { exact: true }).waitFor()
  })
})
