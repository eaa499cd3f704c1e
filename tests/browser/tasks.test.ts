import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import { inOnePage, STILL_MAP, visit } from './app'
import { mapDrawn } from './chromium'
import { type Hand, handOn } from './hand'

/** No task, and no part of one that has parts, takes more presses than these. */
const MOST = 5

/** One page for what leaves nothing behind, and one for what needs a map. */
const look = inOnePage({ permissions: ['clipboard-read', 'clipboard-write'] })
const onMap = inOnePage(STILL_MAP)

const question = (page: Page) => page.getByRole('region', { name: '当前条件' })
const list = (page: Page) => page.locator('#list').getByRole('listitem')
const details = (page: Page) => page.getByRole('article', { name: '详情' })
const board = (page: Page) => page.getByRole('region', { name: '问题', exact: true })
const onRail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '面板' }).getByRole('button', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The first whole number of a text. */
const numberIn = (text: string | null) => Number(text!.replaceAll(',', '').match(/\d+/)![0])
const left = async (page: Page) =>
  numberIn(
    await question(page)
      .getByText(/^\d+ 处污染源/)
      .textContent(),
  )

async function download(page: Page, act: () => Promise<void>): Promise<Uint8Array> {
  const [got] = await Promise.all([page.waitForEvent('download'), act()])
  return new Uint8Array(readFileSync(await got.path()))
}

describe('1 and 12: which construction sites break 六个100%, where, since when, whose job', () => {
  async function ask(page: Page, hand: Hand) {
    const onBoard = (name: string | RegExp) => board(page).getByRole('button', { name, exact: true })
    const opens = onRail(page, '问题')
    await opens.waitFor()
    if ((await opens.getAttribute('aria-pressed')) === 'false') await hand.press(opens)
    const broken = async (status: string) => numberIn(await onBoard(new RegExp(`^六个100% ${status}`)).textContent())
    const count = (await broken('已逾期')) + (await broken('不符合'))
    await hand.press(onBoard('六个100%'))
    await question(page).getByText(`${count} 处污染源`).waitFor()
    const worst = list(page).first().getByRole('button')
    await worst.getByText(/[区县市] · .*(围挡|覆盖|冲洗|硬化|湿法作业|密闭).* · 市住房和城乡建设局/).waitFor()
    await worst.getByText(/逾期 \d+ 天/).waitFor()
    await hand.press(worst)
    await details(page)
      .getByText(/\d{4}-\d\d-\d\d 发现，期限 \d{4}-\d\d-\d\d/)
      .first()
      .waitFor()
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
    return count
  }

  it('by mouse, and which of the six with a press more', async () => {
    await look('', async (page) => {
      const hand = handOn(page, 'mouse')
      const count = await ask(page, hand)
      await hand.press(board(page).getByRole('button', { name: /^湿法作业/ }))
      await page.waitForURL(/requirement=23-six\/wetWork/)
      expect(await left(page)).toBeLessThan(count)
      expect(hand.presses()).toBeLessThanOrEqual(MOST)
    })
  })

  it('by touch on a tablet', async () => {
    const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true }
    await visit('', async (page) => void (await ask(page, handOn(page, 'touch'))), tablet)
  })

  it('by keyboard alone', async () => {
    await look('#/explore', async (page) => {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      const hand = handOn(page, 'keys')
      await ask(page, hand)
      expect(hand.moves()).toBeLessThanOrEqual(25)
    })
  })
})

it('2: why 淳化县 is over 7', async () => {
  await look('#/explore', async (page) => {
    const hand = handOn(page)
    await hand.press(page.getByRole('button', { name: /淳化县.*计算依据/ }))
    const dialog = page.getByRole('dialog', { name: /^淳化县 2022年10月/ })
    const points = dialog.getByRole('table').getByRole('row')
    await points.filter({ hasText: '西区监测点' }).getByText('9.4', { exact: true }).waitFor()
    await dialog.getByText(/^东区监测点.*已逾期 \d+ 处，不符合/).waitFor()
    expect(hand.presses()).toBe(1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    // All of the row leads there, not only the figure: the bar too.
    await page.getByRole('row').filter({ hasText: '淳化县' }).locator('td').nth(1).click()
    await dialog.waitFor()
    await page.keyboard.press('Escape')
  })
})

it('3: all overdue stockpiles within 3 km of any dustfall point', async () => {
  await look('#/explore', async (page) => {
    const hand = handOn(page)
    await hand.press(onRail(page, '选区'))
    await hand.press(button(page, '加入周边'))
    await hand.press(question(page).getByRole('button', { name: '条件', exact: true }))
    const choice = (name: RegExp) =>
      page.getByRole('region', { name: '条件', exact: true }).getByRole('button', { name })
    const stockpiles = choice(/^(物料)?堆场 ?\d/)
    const anyState = (await stockpiles.textContent())!
    await hand.press(choice(/^已逾期/))
    await stockpiles.filter({ hasNotText: anyState }).waitFor()
    const promised = numberIn(await stockpiles.textContent())
    await hand.press(stockpiles)
    await question(page).getByText(`${promised} 处污染源`).waitFor()
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
    // Its own card says the same of what is near.
    await list(page).first().getByRole('button').click()
    await details(page)
      .getByText(/^3 公里内 [1-9]\d* 个$/)
      .waitFor()
  })
})

it('4: which of the 328 are grade D, as Excel', async () => {
  await look('#/explore', async (page) => {
    const hand = handOn(page)
    await hand.press(onRail(page, '图层'))
    await page.getByText(/^范围内工业企业 328 家/).waitFor()
    const grade = page.getByRole('group', { name: '绩效等级' }).getByRole('button', { name: /^D/ })
    const count = numberIn(await grade.textContent())
    await hand.press(grade)
    await question(page).getByText(`${count} 处污染源`).waitFor()
    await hand.press(button(page, '导出'))
    await hand.press(page.getByRole('menuitem', { name: /^Excel/ }))
    const { sheets } = await readXlsx(await download(page, () => hand.press(button(page, '保存文件'))))
    expect(sheets.map(({ rows }) => rows.filter((row) => row.includes('D')).length)).toContain(count)
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
  })
})

it('5: a 督办单 for 市城市管理执法局 as Word, alone, on a map of the whole city', async () => {
  await onMap('#/explore?focus=610430', async (page) => {
    await mapDrawn(page)
    const hand = handOn(page)
    await hand.press(board(page).getByRole('radio', { name: '部门' }))
    await hand.press(board(page).getByRole('button', { name: '市城市管理执法局', exact: true }))
    await hand.press(button(page, '生成督办单'))
    const dialog = page.getByRole('dialog', { name: '生成督办单' })
    await dialog.getByText(/^1 份督办单/).waitFor()
    expect(await dialog.getByRole('checkbox').count()).toBeGreaterThan(1)
    const word = await download(page, () => hand.press(dialog.getByRole('button', { name: 'Word 文档' })))
    const text = Buffer.from(unzipSync(word)['word/document.xml']!).toString()
    expect(text.match(/督办单（[^<）]+）/g)).toEqual(['督办单（市城市管理执法局）'])
    expect(text).toMatch(/第24条 [^<]+：[^<]+/)
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
    await dialog.getByRole('button', { name: '关闭' }).click()
  })
})

it('6: 2022年4月 beside 2022年10月', async () => {
  await look('#/explore', async (page) => {
    const hand = handOn(page)
    await hand.press(page.getByRole('button', { name: /^与另一月对比/ }))
    await hand.press(page.getByRole('option', { name: /2022年4月/ }))
    await page.waitForURL(/beside=2022-04/)
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
  })
})

it('7: 彩虹一路, its silt load and its clause', async () => {
  await look('#/explore', async (page) => {
    const hand = handOn(page)
    await hand.write(page.getByRole('combobox', { name: '搜索' }), 'chyl')
    await hand.press(page.getByRole('option', { name: /^彩虹一路/ }))
    await details(page).getByRole('row', { name: '2022-10-13 0.48 优' }).waitFor()
    await hand.press(details(page).getByText('2 项符合要求'))
    await details(page).getByRole('button', { name: '第26条' }).first().waitFor()
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
  })
})

it('8: what lies in a box and not in a circle', async () => {
  await onMap('#/explore', async (page) => {
    await mapDrawn(page)
    const hand = handOn(page)
    // Strokes on the map are drawing, and no presses.
    const map = (await page.getByTestId('map').boundingBox())!
    const at = (x: number, y: number) => [map.x + x * map.width, map.y + y * map.height] as const
    const isDrawing = page.locator('canvas.maplibregl-canvas[style*="crosshair"]')
    await hand.press(onRail(page, '选区'))
    await hand.press(button(page, '框选'))
    await isDrawing.waitFor()
    await page.mouse.move(...at(0.3, 0.4))
    await page.mouse.down()
    await page.mouse.move(...at(0.5, 0.6), { steps: 5 })
    await page.mouse.move(...at(0.75, 0.9), { steps: 5 })
    await page.mouse.up()
    await page.getByText(/^选中 \d+ 处$/).waitFor()
    const inBox = await left(page)
    await hand.press(page.getByText('减去', { exact: true }))
    await hand.press(page.getByRole('button', { name: /^(周边|圆)$/ }))
    await isDrawing.waitFor()
    await page.mouse.click(...at(0.6, 0.8))
    await page.waitForFunction((all) => !document.body.textContent!.includes(`选中 ${all} 处`), inBox)
    expect(await left(page)).toBeLessThan(inBox)
    expect(await left(page)).toBeGreaterThan(0)
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
  })
})

it('9: in the table a filter of numbers, two columns sorted by, groups by county', async () => {
  await look('#/explore', async (page) => {
    const [filters, sorts, groups] = [handOn(page), handOn(page), handOn(page)]
    const table = page.getByRole('region', { name: '数据表', exact: true })
    await filters.press(onRail(page, '数据表'))
    await filters.press(table.getByRole('button', { name: /^筛选 .*天数/ }))
    await filters.write(page.getByRole('dialog').getByRole('spinbutton').first(), '150')
    await page.keyboard.press('Escape')
    await question(page).getByRole('listitem').filter({ hasText: '150' }).waitFor()
    await sorts.press(table.getByRole('button', { name: '区县', exact: true }))
    await page.keyboard.down('Shift')
    await sorts.press(table.locator('thead').getByRole('button', { name: /^(逾期)?天数/ }))
    await page.keyboard.up('Shift')
    await page.waitForURL(/sort=county[^&]*overdueDays/)
    await groups.press(table.getByRole('button', { name: /^分组/ }))
    await groups.press(page.getByRole('option', { name: /区县/ }))
    await table.getByRole('button', { name: /^渭城区 ?\d+ 行/ }).waitFor()
    for (const hand of [filters, sorts, groups]) expect(hand.presses()).toBeLessThanOrEqual(MOST)
  })
})

it('10: a view is kept, comes back after a reload, and is shared', async () => {
  await look('#/explore?kind=stockpile', async (page) => {
    const [keeps, returns] = [handOn(page), handOn(page)]
    const entry = (name: string) => page.getByRole('menuitem', { name, exact: true })
    await keeps.press(button(page, '视图'))
    await keeps.press(entry('保存当前视图…'))
    // The field for the name has the focus, and what narrows is offered as one.
    await page.keyboard.type('例会')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // Enter kept it.
    expect(keeps.presses() + 1).toBeLessThanOrEqual(MOST)
    await page.goto(page.url().replace(/#.*/, '#/explore'))
    await page.reload()
    await returns.press(button(page, '视图'))
    await returns.press(entry('例会'))
    await page.waitForURL(/kind=stockpile/)
    await returns.press(button(page, '复制链接'))
    await page.getByText('链接已复制').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    expect(returns.presses()).toBeLessThanOrEqual(MOST)
    await button(page, '视图').click()
    await entry('管理视图…').click()
    const manage = page.getByRole('dialog', { name: '管理视图' })
    await manage.getByRole('textbox').fill('周会')
    await page.keyboard.press('Enter')
    await manage.getByRole('button', { name: '删除视图 周会' }).click()
    await manage.getByText('还没有保存的视图。').waitFor()
    await page.keyboard.press('Escape')
  })
})

/** Sites that nobody knows, in degrees of GCJ-02, which nothing in the file tells. */
function sitesInGcj02(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => {
    const [lon, lat] = fromWgs84('gcj02', [108.7 + i / 1000, 34.335])
    return `XM-${i},新建项目${i},秦都区,${lon.toFixed(6)},${lat.toFixed(6)},是,否`
  })
  return Buffer.from(`项目编号,项目名称,所属区县,经度,纬度,围挡,湿法作业\r\n${rows.join('\r\n')}\r\n`)
}

it('11: 30 sites in GCJ-02 come in, are seen on the map, and go again', async () => {
  await visit('#/data', async (page) => {
    const hand = handOn(page)
    await page
      .getByTestId('files')
      .setInputFiles({ name: '新工地.csv', mimeType: 'text/csv', buffer: sitesInGcj02(30) })
    await hand.press(page.getByRole('radio', { name: /GCJ-02/ }))
    await hand.press(page.getByRole('button', { name: /^(接管|确认导入) 1 个文件/ }))
    await hand.press(button(page, '到地图上看'))
    await question(page).getByText('30 处污染源').waitFor()
    await list(page)
      .first()
      .getByText(/新建项目/)
      .waitFor()
    await hand.press(button(page, '数据'))
    await hand.press(button(page, '撤销'))
    await page.getByText(/已撤销/).waitFor()
    expect(hand.presses()).toBeLessThanOrEqual(MOST)
  })
})
