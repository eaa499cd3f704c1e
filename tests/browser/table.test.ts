import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { look, visit } from './app'
import { chooseOption } from './controls'
import { numberIn } from './pages'

it('correcting a grade in the table lowers the board’s count by one, and undo restores it', async () => {
  const tens = encodeURIComponent(JSON.stringify([{ column: 'code', contains: 'QY-002' }]))
  await visit(`#/explore?table=1&panel=board&kind=enterprise&where=${tens}`, async (page) => {
    const table = page.getByRole('region', { name: '数据表', exact: true })
    const broken = page
      .getByRole('listitem')
      .filter({ hasText: /第6条/ })
      .getByRole('button', { name: /^(不符合|已逾期)/ })
    await broken.getByText('2').waitFor()
    const row = table.locator('tr').filter({ hasText: 'QY-0020' })
    await row.waitFor()
    const headings = await table.locator('thead th').allTextContents()
    const cell = row.locator('td').nth(headings.indexOf('绩效等级'))
    // The first press selects the cell, the second one overwrites it.
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

it('the tools above the table fit in one row and leave the map above them usable, also in English beside a panel', async () => {
  const act = async (page: Page) => {
    await page.getByRole('button', { name: 'English' }).click()
    const table = page.getByRole('region', { name: 'Table', exact: true })
    await table.getByText('2,907 rows').waitFor()
    const tools = ['Columns', 'Copy', 'Assign a round…'].map((name) => table.getByRole('button', { name, exact: true }))
    const selects = ['All kinds', 'No grouping'].map((words) => table.locator('button').filter({ hasText: words }))
    const tops = [...selects, ...tools].map(async (tool) => (await tool.first().boundingBox())?.y)
    expect(new Set(await Promise.all(tops)).size).toBe(1)
    // The legend takes four lines of the height.
    const [map, drawer] = [await page.locator('#map').boundingBox(), await table.boundingBox()]
    expect(map!.height).toBeGreaterThanOrEqual(240)
    expect(drawer!.y).toBeGreaterThanOrEqual(map!.y + map!.height)
    expect(drawer!.height).toBeGreaterThanOrEqual(200)
  }
  await visit('#/explore?panel=layers&table=1', act, { viewport: { width: 1280, height: 800 } })
})

describe('numbers', () => {
  it('are filtered by keys and by typing, the same in list, chip, link and table', async () => {
    await look('#/explore?panel=filters&kind=stockpile', async (page) => {
      const numbers = page.getByRole('region', { name: '数值' })
      const least = numbers.getByRole('slider', { name: '占地面积（平方米）不低于' })
      const count = page.getByText(/^[\d,]+ 处污染源$/)
      const all = numberIn(await count.textContent())
      const bars = () =>
        numbers
          .locator('details')
          .nth(1)
          .locator('rect')
          .evaluateAll((each) => each.map(String).length)
      await expect.poll(bars).toBeGreaterThan(0)
      const before = await bars()
      await least.press('PageUp')
      await page.waitForURL(/where=/)
      const where = () => JSON.parse(new URLSearchParams(page.url().split('?')[1]).get('where') ?? '[]')
      const [{ from, to }] = where()
      expect([from > 0, to]).toEqual([true, null])
      const chips = page.getByRole('list', { name: '当前条件' }).first()
      await chips.getByText(`占地面积（平方米） ≥ ${from}`).waitFor()
      await expect.poll(async () => numberIn(await count.textContent())).toBeLessThan(all)
      // Its own filter does not change the distribution.
      await expect.poll(bars).toBe(before)

      const most = numbers.getByRole('spinbutton', { name: '占地面积（平方米）不高于' })
      await most.fill('900')
      await most.press('Enter')
      await page.waitForURL(/%22to%22:900/)
      const upper = numbers.getByRole('slider', { name: '占地面积（平方米）不高于' })
      await expect.poll(() => upper.inputValue()).toBe('900')
      await page.keyboard.press('Escape')
      await page.goto(`${page.url()}&table=1`)
      await page.getByRole('button', { name: '占地面积（平方米）（已筛选）：列操作' }).click()
      await page.getByRole('menuitem', { name: '筛选…' }).click()
      expect(await page.getByRole('dialog').getByLabel('到').inputValue()).toBe('900')
      await page.getByRole('dialog').getByRole('button', { name: '清除' }).click()
      await page.waitForURL((url) => !url.href.includes('where='))
      await expect.poll(() => most.inputValue()).toBe('')
    })
  })
})

describe('the table', () => {
  it('groups by a column, collapses and expands, and hides and shows columns', async () => {
    await visit('#/explore?table=1&kind=construction-site', async (page) => {
      const table = page.getByRole('region', { name: '数据表', exact: true })
      await table.getByText('420 行').waitFor()
      // Rows show problems with dates, and are grouped by the worst problem.
      await table.locator('td[data-type="unmet"]').first().getByText('扬尘在线监测仪更新').waitFor()
      await chooseOption(table.getByLabel('分组'), 'unmet')
      await table.getByRole('button', { name: /^六个100% ?\d+ 行/ }).waitFor()
      await chooseOption(table.getByLabel('分组'), 'county')
      const group = table.getByRole('button', { name: /^彬州市 ?21 行/ })
      await group.click()
      await table.locator('tbody tr[aria-selected]').first().getByText('彬州市').waitFor()
      await group.click()
      await table.locator('tbody tr[aria-selected]').first().waitFor({ state: 'detached' })
      await table.getByText('选列').click()
      await page.getByRole('checkbox', { name: '区县' }).uncheck()
      await table.locator('thead').getByRole('button', { name: '区县', exact: true }).waitFor({ state: 'detached' })
      await page.waitForURL(/group=county&without=county/)
      await page.getByRole('button', { name: '显示全部列' }).click()
      await table.locator('thead').getByText('区县').waitFor()
      // Escape closes one thing at a time.
      await page.keyboard.press('Escape')
      await page.getByRole('checkbox', { name: '区县' }).waitFor({ state: 'detached' })
      await table.waitFor()
      await page.keyboard.press('Escape')
      await table.waitFor({ state: 'detached' })
    })
  })

  it('sorts, filters by a column, follows map and keyboard, and is copied', async () => {
    await look('#/explore?table=1&kind=construction-site', async (page) => {
      const table = page.getByRole('region', { name: '数据表', exact: true })
      await table.getByText('420 行').waitFor()
      await table.getByRole('button', { name: '区县', exact: true }).click()
      await table.locator('th[aria-sort="ascending"]').waitFor()
      await table.locator('tbody tr').first().getByText('彬州市').waitFor()
      await table.getByRole('button', { name: '名称：列操作' }).click()
      await page.getByRole('menuitem', { name: '筛选…' }).click()
      await page.getByRole('textbox', { name: '包含' }).fill('医院')
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
      await table.getByText('420 行').waitFor({ state: 'detached' })
      const rows = numberIn(await table.getByText(/^\d+ 行$/).textContent())
      const names = () => table.locator('tbody tr td:first-child').allTextContents()
      await expect
        .poll(async () => new Set((await names()).map((name) => name.includes('医院'))))
        .toEqual(new Set([true]))
      // The grid’s earlier focus: the heading whose filter was pressed.
      await table.locator('thead [data-active="true"]').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await table.locator('tr[aria-selected="true"][aria-rowindex="2"]').waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await table.locator('tr[aria-selected="true"][aria-rowindex="3"]').waitFor()
      await table.getByRole('button', { name: '复制' }).click()
      await table.getByText(`已复制 ${rows} 行`).waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied.split('\n')).toHaveLength(rows + 1)
      // As over plain HTTP.
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }))
      await table.getByRole('button', { name: '复制' }).click()
      await table.getByRole('alert').getByText('没有复制，数据没有变化').waitFor()
      // The page stays, and would keep this change.
      await page.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'))
    })
  })
})

it('a heading that says by whom a column is judged shows both of its lines whole', async () => {
  // A list with a column of its own on the state, beside that which the app judges.
  const rows =
    '编号,名称,区县,经度,纬度,围挡,状态\nA1,甲工地,秦都区,108.7,34.33,否,在建\nA2,乙工地,秦都区,108.71,34.34,是,完工\n'
  const file = { name: '工地.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }
  const act = async (page: Page) => {
    await page.getByTestId('files').setInputFiles([file])
    await page.getByRole('radio', { name: /WGS-84/ }).check()
    await page.getByRole('button', { name: '确认导入 1 个文件' }).click()
    await page.getByText('已导入 1 个文件').waitFor()
    await page.goto(page.url().replace(/#.*/, '#/explore?table=1&kind=construction-site'))
    const heading = page.locator('thead th').filter({ hasText: '尘图判定' }).first()
    await heading.waitFor()
    const boxOf = (of: string) => heading.locator(of).first().boundingBox()
    const [mark, button] = [(await boxOf('small'))!, (await boxOf('button'))!]
    expect(mark.height).toBeGreaterThanOrEqual(12)
    expect(mark.y + mark.height).toBeLessThanOrEqual(button.y + button.height)
  }
  await visit('#/data', act, { viewport: { width: 1440, height: 900 } })
})
