import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inOnePage, openApp, origin, STILL_MAP, visit } from './app'
import { mapDrawn } from './chromium'
import { chooseOption } from './controls'

/** One page for what leaves nothing behind, and one for what needs a map. */
const ask = inOnePage({ permissions: ['clipboard-read', 'clipboard-write'] })
const onMap = inOnePage({ ...STILL_MAP, viewport: { width: 1400, height: 720 } })

/** The first whole number of a text. */
const numberIn = (text: string | null) => Number(text!.replaceAll(',', '').match(/\d+/)![0])

async function download(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [got] = await Promise.all([page.waitForEvent('download'), act()])
  return readFileSync(await got.path())
}

describe('the questions of a desk officer', () => {
  it('which sites break 六个100%, and which of the six, asked of the search box: one press each, and the export has that requirement alone', async () => {
    await visit('', async (page) => {
      const search = page.getByRole('combobox', { name: '搜索' })
      await search.fill('六个')
      await page.getByRole('option', { name: /^六个100%/ }).click()
      await page.waitForURL(/requirement=23-six(&|$)/)
      await search.fill('sfzy')
      await page.getByRole('option', { name: /^湿法作业/ }).click()
      await page.waitForURL(/requirement=23-six\/wetWork/)
      const sites = numberIn(await page.getByText(/^\d+ 处污染源/).textContent())
      // Two words are two conditions, and the keyboard goes on in their list.
      await search.fill('湿法作业 秦都')
      await page.getByRole('option', { name: /湿法作业 \+ 秦都区/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/county=610402&requirement=23-six\/wetWork/)
      await page.locator('#list [data-index="0"] button:focus').waitFor()
      await page.keyboard.press('Control+z')
      await page.getByText(`${sites} 处污染源`).waitFor()
      await page.getByRole('button', { name: '导出', exact: true }).click()
      await page.getByRole('menuitem', { name: /^CSV/ }).click()
      const dialog = page.getByRole('dialog', { name: '导出筛选结果' })
      await chooseOption(dialog.getByLabel('内容'), 'findings')
      const csv = await download(page, () => dialog.getByRole('button', { name: '保存文件' }).click())
      const [headings, ...rows] = csv.toString().trim().split(/\r?\n/)
      const place = headings!.split(',').indexOf('要求')
      expect(rows.map((row) => row.split(',')[place])).toEqual(Array(sites).fill('六个100%：湿法作业'))
    })
  })

  it('which of the 328 have not moved up a grade?', async () => {
    await ask('#/explore?panel=grades', async (page) => {
      await page.getByText('工业企业 498 家').waitFor()
      await page.getByRole('region', { name: '绩效分级' }).getByRole('button', { name: '范围内' }).click()
      await page.getByText('工业企业 328 家', { exact: true }).waitFor()
      const same = page.getByRole('button', { name: /^未升级/ })
      const count = numberIn(await same.textContent())
      await same.click()
      await page.getByText(`工业企业 ${count} 家`, { exact: true }).waitFor()
      expect(page.url()).toContain('gradeMove')
    })
  })

  it('what is overdue after 31 October that was due before?', async () => {
    await ask('#/explore?panel=board', async (page) => {
      // 弃土场 are to be done by that day; nobody can say before it is over that they are not.
      const line = page.getByRole('listitem').filter({ hasText: '第26条' })
      const count = async (name: RegExp) => numberIn(await line.getByRole('button', { name }).textContent())
      const [due, overdue] = [await count(/^未到期/), await count(/^已逾期/)]
      await page.getByRole('button', { name: /^10月31日/ }).click()
      await page.getByText('截至 2022-11-01').waitFor()
      await line.getByRole('button', { name: `已逾期 ${overdue}`, exact: true }).waitFor({ state: 'detached' })
      const now = await count(/^已逾期/)
      expect(now).toBeGreaterThan(overdue)
      expect(now - overdue).toBeLessThanOrEqual(due)
      await page.goBack()
      await page.getByText('截至 2022-10-31').waitFor()
    })
  })

  it('why is 淳化 over 7 this month, and what lies upwind?', async () => {
    await ask('#/explore?panel=upwind&focus=610430', async (page) => {
      await page.getByText('只作排查线索，不是溯源结论。').waitFor()
      expect(await page.getByLabel('降尘监测点位').textContent()).toMatch(/^淳化县.*超标/)
      await page.getByRole('button', { name: '10 公里' }).click()
      await page.getByText('改用风玫瑰').click()
      await page.getByRole('textbox', { name: /风玫瑰/ }).fill('南 2 50\n东 2 50\n？ 1 1')
      await page.getByRole('alert').filter({ hasText: '第 3 行无法识别' }).waitFor()
      const first = page.getByRole('region', { name: '上风向' }).getByRole('listitem').first()
      await first.getByText(/°，[\d.]+ 公里/).waitFor()
      await first.getByRole('button').click()
      await page.getByRole('article', { name: '详情' }).waitFor()
    })
  })

  it('give me the list for the meeting: Word, Excel and a picture', async () => {
    await onMap('#/explore?panel=filters&county=610430', async (page) => {
      await mapDrawn(page)
      await page.getByRole('button', { name: '生成督办单' }).click()
      const dialog = page.getByRole('dialog', { name: '生成督办单' })
      await chooseOption(dialog.getByLabel('每份按'), { label: '区县' })
      const summary = dialog.getByText(/1 份督办单，共 \d+ 项问题/)
      await summary.waitFor()
      const findings = Number((await summary.textContent())!.match(/共 (\d+)/)![1])
      const word = await download(page, () => dialog.getByRole('button', { name: 'Word 文档' }).click())
      const files = unzipSync(new Uint8Array(word))
      const text = Buffer.from(files['word/document.xml']!).toString()
      expect(text).toContain('督办单（淳化县）')
      expect(text.match(/第\d+条 /g)).toHaveLength(findings)
      expect(text).toContain('含示例数据，不得作为正式依据')
      expect(text).toContain('w:tblHeader')
      expect(Object.keys(files).some((name) => name.endsWith('.png'))).toBe(true)
      const excel = await download(page, () => dialog.getByRole('button', { name: 'Excel 表格' }).click())
      expect(Object.keys(unzipSync(new Uint8Array(excel)))).toContain('xl/workbook.xml')
      await dialog.getByRole('button', { name: '关闭' }).click()
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: /图片或 PDF/ }).click()
      const png = await download(page, () => page.getByRole('button', { name: '保存文件' }).click())
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2246, 1588])
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: /图片或 PDF/ }).click()
      const picture = page.getByRole('dialog', { name: '存为图片' })
      await chooseOption(picture.getByLabel('格式'), 'pdf')
      const pdf = await download(page, () => picture.getByRole('button', { name: '保存文件' }).click())
      const { PDFDocument } = await import('@cantoo/pdf-lib')
      const paper = await PDFDocument.load(new Uint8Array(pdf))
      expect(paper.getPageCount()).toBe(1)
      expect(paper.getTitle()).toContain('咸阳市')
    })
  })
})

describe('work on the map', () => {
  it('selects by a box, takes a road off, and the link selects the same', async () => {
    let link = ''
    let count = 0
    const status = (page: Page) => page.getByText(/^选中 \d+ 处$/)
    await onMap('#/explore?panel=area', async (page) => {
      await mapDrawn(page)
      await page.getByRole('button', { name: '框选' }).click()
      await page.locator('canvas.maplibregl-canvas[style*="crosshair"]').waitFor()
      const map = (await page.getByTestId('map').boundingBox())!
      await page.mouse.move(map.x + 0.3 * map.width, map.y + 0.4 * map.height)
      await page.mouse.down()
      await page.mouse.move(map.x + 0.5 * map.width, map.y + 0.6 * map.height, { steps: 5 })
      await page.mouse.move(map.x + 0.75 * map.width, map.y + 0.9 * map.height, { steps: 5 })
      await page.mouse.up()
      await status(page).waitFor()
      const boxed = numberIn(await status(page).textContent())
      await page.getByLabel('减去').check()
      await page.getByLabel('米', { exact: true }).fill('5000')
      await page.getByRole('button', { name: '沿线', exact: true }).click()
      await page.waitForFunction((all) => !document.body.textContent!.includes(`选中 ${all} 处`), boxed)
      count = numberIn(await status(page).textContent())
      expect(count).toBeLessThan(boxed)
      expect(count).toBeGreaterThan(0)
      link = page.url()
    })
    await visit(link.replace(origin, ''), async (page) => {
      await page.getByText(`选中 ${count} 处`).waitFor()
    })
  })

  it('sets a circle on the dustfall point that it is near, by name', async () => {
    const [lon, lat] = [108.703728, 34.324066]
    await onMap(`#/explore?panel=area&at=${lon},${lat},13`, async (page) => {
      await mapDrawn(page)
      // Another tool may be in hand from before, and another step.
      await page.getByLabel('并入').check()
      await page.getByRole('button', { name: '浏览', exact: true }).click()
      await page.locator('canvas.maplibregl-canvas:not([style*="crosshair"])').waitFor()
      await page.getByRole('button', { name: '周边', exact: true }).click()
      await page.locator('canvas.maplibregl-canvas[style*="crosshair"]').waitFor()
      const map = (await page.getByTestId('map').boundingBox())!
      const free = (await page.locator('#side').boundingBox())!
      // The camera is the middle of what nothing covers.
      const [x, y] = [(map.x + Math.min(map.x + map.width, free.x)) / 2 + 7, map.y + map.height / 2 - 6]
      await page.mouse.move(x - 60, y)
      await page.mouse.move(x, y)
      await page.getByTestId('snapped').getByText('圆心：东区监测点').waitFor()
      await page.mouse.click(x, y, { delay: 60 })
      await page.getByRole('list', { name: '当前条件' }).first().getByText('并入 东区监测点 周边 3 公里').waitFor()
      expect(decodeURIComponent(page.url())).toContain('circle:108.70373+34.32407+3000+东区监测点')
      await page.getByRole('button', { name: '浏览', exact: true }).click()
      // What was drawn is in view, and leaves the map where it is; the map goes to what is added out of view.
      const zoomOf = (url: string) => Number(/at=[\d.]+,[\d.]+,([\d.]+)/.exec(decodeURIComponent(url))?.[1])
      expect(zoomOf(page.url())).toBe(13)
      await chooseOption(page.locator('[data-panel]').getByLabel('区县'), '610429')
      await expect.poll(() => zoomOf(page.url())).toBeLessThan(11.5)
    })
  })

  it('lists sources that lie on one another, to choose one', async () => {
    const { context, page } = await openApp(STILL_MAP)
    const [lon, lat] = [108.9, 34.5]
    await context.route('**/data/stockpile.csv', async (route) => {
      const text = await (await route.fetch()).text()
      const [head, ...rows] = text.split('\n')
      const moved = rows.slice(0, 3).map((row) => row.replace(/\d{3}\.\d+,\d{2}\.\d+/, `${lon},${lat}`))
      await route.fulfill({ body: [head, ...moved, ...rows.slice(3)].join('\n') })
    })
    await page.goto(`${origin}#/explore?kind=stockpile&at=${lon},${lat},16.5`)
    await mapDrawn(page)
    const map = (await page.getByTestId('map').boundingBox())!
    await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2, { delay: 60 })
    const list = page.getByRole('dialog', { name: '此处 3 处污染源' })
    const first = list.getByRole('listitem').first().getByRole('button')
    await first.and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2, { delay: 60 })
    const last = list.getByRole('listitem').last().getByRole('button')
    const name = await last.locator('span').textContent()
    await last.press('Enter')
    await page.getByRole('heading', { name: name!, exact: true }).waitFor()
    await list.waitFor({ state: 'detached' })
    expect(page.url()).toContain('source=stockpile/')
  })

  it('measures, and goes to pasted GCJ-02 coordinates', async () => {
    await onMap('#/explore?panel=area', async (page) => {
      await mapDrawn(page)
      await page.getByRole('button', { name: '量距' }).click()
      await page.locator('canvas.maplibregl-canvas[style*="crosshair"]').waitFor()
      const map = (await page.getByTestId('map').boundingBox())!
      for (const [x, y] of [
        [0.4, 0.5],
        [0.6, 0.5],
        [0.6, 0.5],
      ] as const)
        await page.mouse.click(map.x + x * map.width, map.y + y * map.height, { delay: 60 })
      await page.getByText(/^总长 [\d.]+ km，末段方位 \d+\.\d°$/).waitFor()
      await page.getByRole('textbox', { name: '跳到坐标' }).fill('34.3295, 108.7138')
      await chooseOption(page.locator('form').locator('button[aria-haspopup]'), 'gcj02')
      await page.getByRole('button', { name: '前往' }).click()
      await page.waitForURL(/at=108\.709\d+,34\.33\d+,14/)
    })
  })
})

describe('numbers', () => {
  it('are brushed by keys and typed: list, chip, link and the table’s own filter say the same', async () => {
    await ask('#/explore?panel=filters&kind=stockpile', async (page) => {
      const numbers = page.getByRole('region', { name: '数值' })
      const least = numbers.getByRole('slider', { name: '占地面积（平方米）不低于' })
      const count = page.getByText(/^\d+ 处污染源$/)
      const all = numberIn(await count.textContent())
      const bars = () =>
        numbers
          .locator('details')
          .nth(1)
          .locator('rect')
          .evaluateAll((each) => each.map(String).length)
      const before = await bars()
      await least.press('PageUp')
      await page.waitForURL(/where=/)
      const where = () => JSON.parse(new URLSearchParams(page.url().split('?')[1]).get('where') ?? '[]')
      const [{ from, to }] = where()
      expect([from > 0, to]).toEqual([true, null])
      const chips = page.getByRole('list', { name: '当前条件' }).first()
      await chips.getByText(`占地面积（平方米） ≥ ${from}`).waitFor()
      await expect.poll(async () => numberIn(await count.textContent())).toBeLessThan(all)
      // Its own narrowing does not change what is spread out.
      expect(await bars()).toBe(before)

      const most = numbers.getByRole('spinbutton', { name: '占地面积（平方米）不高于' })
      await most.fill('900')
      await most.press('Enter')
      await page.waitForURL(/%22to%22:900/)
      expect(await numbers.getByRole('slider', { name: '占地面积（平方米）不高于' }).inputValue()).toBe('900')
      await page.keyboard.press('Escape')
      await page.goto(`${page.url()}&table=1`)
      await page.getByRole('button', { name: '占地面积（平方米）（已筛选）：列操作' }).click()
      await page.getByRole('menuitem', { name: '筛选…' }).click()
      expect(await page.getByRole('dialog').getByLabel('到').inputValue()).toBe('900')
      await page.getByRole('dialog').getByRole('button', { name: '清除' }).click()
      await page.waitForURL((url) => !url.href.includes('where='))
      expect(await most.inputValue()).toBe('')
    })
  })
})

describe('the look of the map', () => {
  it('shows two months on two maps in step, says both dates, and lists how far they lie apart', async () => {
    await onMap('#/explore?panel=upwind', async (page) => {
      await mapDrawn(page)
      await chooseOption(page.getByLabel('与另一月对比'), '2022-09')
      const second = page.getByTestId('other-month')
      await page.locator('[data-testid="other-month"][data-drawn="true"][data-symbols]').waitFor()
      const panes = page.getByRole('group', { name: /^2022年\d+月$/ })
      expect(await panes.evaluateAll((all) => all.map((each) => each.dataset.place)).then((all) => all.sort())).toEqual(
        ['earlier', 'later'],
      )
      const symbols = (id: string) => page.getByTestId(id).getAttribute('data-symbols')
      expect(await symbols('other-month')).toBe(await symbols('map'))
      const bar = page.getByRole('region', { name: '两月对比' })
      expect(await bar.locator('p').textContent()).toBe(
        '降尘：2022年9月与2022年10月两图的污染源相同，均截至2022年10月31日',
      )
      expect(await page.getByRole('radio', { name: /对比月份$/ }).getAttribute('data-month')).toBe('2022-09')

      // The second map is moved by hand; the first goes with it, and the link has where they are.
      const at = (await second.boundingBox())!
      await page.mouse.move(at.x + 200, at.y + 200)
      await page.mouse.down()
      await page.mouse.move(at.x + 120, at.y + 150, { steps: 4 })
      await page.mouse.up()
      await page.waitForURL(/at=/)
      const first = (await page.getByTestId('map').boundingBox())!
      expect([first.width, first.height]).toEqual([at.width, at.height])
      const readout = page.locator('output').first()
      const under = async (x: number, y: number) => {
        await page.mouse.move(x, y)
        return (await readout.textContent())!.split(', ').map(Number)
      }
      const there = await under(at.x + 100, at.y + 100)
      const here = await under(first.x + 100, first.y + 100)
      expect(there[0]).toBeCloseTo(here[0]!, 3)
      expect(there[1]).toBeCloseTo(here[1]!, 3)

      const table = page.getByRole('region', { name: '降尘排名' }).getByRole('table')
      expect(await table.getByRole('columnheader').allTextContents()).toEqual(['区县', '22年9月', '22年10月', '差 ▼'])
      const rows = await table
        .getByRole('row')
        .evaluateAll((all) =>
          all.slice(2).map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.replace('−', '-'))),
        )
      const apart = rows.map(([from, to, by]) => {
        const said = Number(by!.replace(/[↑↓+ ]/g, ''))
        expect(said).toBeCloseTo(Number(to) - Number(from), 6)
        expect(by!.startsWith(said > 0 ? '↑' : said < 0 ? '↓' : ' ')).toBe(true)
        return said
      })
      expect(apart).toHaveLength(13)
      expect(apart).toEqual([...apart].sort((a, b) => b - a))
      await table.getByRole('button', { name: '按2022年9月排序' }).click()
      expect(await table.getByRole('columnheader').nth(1).getAttribute('aria-sort')).toBe('descending')
      expect(page.url()).toContain('rise=-earlier')

      await page.getByText('比 2022-09 降尘升高的监测点位').click()
      await page
        .getByText(/不符合 \d+，逾期 \d+，其间新发现 \d+/)
        .first()
        .waitFor()
      expect(page.url()).toContain('beside=2022-09')
      await page.locator('#map').focus()
      await page.keyboard.press('Escape')
      await second.waitFor({ state: 'detached' })
      expect(page.url()).not.toContain('beside=')
      await page.goBack()
      await page.locator('[data-testid="other-month"][data-drawn="true"]').waitFor()
      await bar.getByRole('button', { name: '结束对比' }).click()
      await second.waitFor({ state: 'detached' })
    })
  })

  it('draws both months of a link where no map can be drawn', async () => {
    await ask('#/explore?month=2022-04&beside=2022-10', async (page) => {
      await page.getByRole('alert').getByText('这台电脑的浏览器无法显示地图').waitFor()
      const drawn = page.getByTestId('county-drawing')
      expect(await drawn.count()).toBe(2)
      expect(await page.getByRole('group', { name: '2022年4月' }).getByText('11.5').count()).toBe(1)
      expect(await page.getByRole('group', { name: '2022年10月' }).getByText('11.5').count()).toBe(0)
    })
  })

  it('colours one kind by a column with a key that counts every source, and keeps it in the link', async () => {
    await onMap('#/explore?panel=layers', async (page) => {
      await mapDrawn(page)
      await page.getByText('样式：按数据上色、定大小、热力').click()
      const editor = page.getByRole('region', { name: '样式：按数据上色、定大小、热力' })
      await chooseOption(editor.getByLabel('类别'), 'enterprise')
      await chooseOption(editor.getByLabel('颜色按'), 'grade')
      const counts = editor.locator('li b')
      await counts.first().waitFor()
      const all = (await counts.allTextContents()).map(Number)
      expect(all.reduce((sum, each) => sum + each, 0)).toBe(498)
      await chooseOption(editor.getByLabel('疏密'), 'heat')
      await page.waitForFunction(() => location.hash.includes('many=heat'))
      expect(decodeURIComponent(page.url())).toContain('"colour":"grade"')
    })
  })
})

describe('the table', () => {
  it('groups by a column, folds and opens, and leaves columns out until they are wanted again', async () => {
    await visit('#/explore?table=1&kind=construction-site', async (page) => {
      const table = page.getByRole('region', { name: '数据表', exact: true })
      await table.getByText('420 行').waitFor()
      // Rows say what is wrong and since when, and are grouped by the worst of it.
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
      // Escape closes one thing after the other.
      await page.keyboard.press('Escape')
      await page.getByRole('checkbox', { name: '区县' }).waitFor({ state: 'detached' })
      await table.waitFor()
      await page.keyboard.press('Escape')
      await table.waitFor({ state: 'detached' })
    })
  })

  it('sorts, filters by a column, follows the map and the keyboard, and is copied', async () => {
    await ask('#/explore?table=1&kind=construction-site', async (page) => {
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
      for (const name of await table.locator('tbody tr td:first-child').allTextContents())
        expect(name).toContain('医院')
      // Where the grid was left: the heading whose filter was pressed.
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
      // The page stays, and so would this.
      await page.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'))
    })
  })
})

describe('everyday ease', () => {
  it('offers what one tries first, does it on the data, and never again once it is closed, unless asked', async () => {
    const { context, page, faults } = await openApp({ preferences: {} })
    await page.goto(origin)
    const first = page.getByRole('region', { name: '初次使用' })
    const task = (name: RegExp) => first.getByRole('button', { name })
    await task(/哪些建筑工地不符合“六个100%”/).click()
    await page.waitForURL(/requirement=23-six/)
    await task(/哪个区县降尘最高/).click()
    const why = page.getByRole('dialog', { name: /^淳化县 2022年10月/ })
    await why.waitFor()
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'detached' })
    await task(/生成督办单/).click()
    const sheets = page.getByRole('dialog', { name: '生成督办单' })
    await sheets.getByText(/^1 份督办单/).waitFor()
    await page.keyboard.press('Escape')
    await sheets.waitFor({ state: 'detached' })
    await task(/导入本单位数据/).click()
    await page.getByRole('heading', { name: '导入数据' }).waitFor()
    await page.goBack()
    expect(await first.getByLabel('已试过').count()).toBe(4)
    // It lies over nothing of the map.
    const [above, map] = [await first.boundingBox(), await page.locator('#map').boundingBox()]
    expect(above!.y + above!.height).toBeLessThanOrEqual(map!.y)
    await page.keyboard.press('Escape')
    await first.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: '问题', exact: true }).waitFor()
    expect(await first.count()).toBe(0)
    await page.getByRole('button', { name: '帮助' }).click()
    await page.getByRole('button', { name: '再试初次使用的四件事' }).click()
    await task(/哪些建筑工地/).waitFor()
    expect(await first.getByLabel('已试过').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  it('goes by keys alone: search, panels, months, undo and redo, the list of keys, and a saved view', async () => {
    await visit('', async (page) => {
      await page.getByRole('heading', { name: '问题', exact: true }).waitFor()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('建筑工地')
      await page.getByRole('option', { name: /^第23条/ }).waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('淳化')
      await page
        .getByRole('option', { name: /^淳化县/ })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/focus=610430/)
      await page.keyboard.press('1')
      await page.getByRole('heading', { name: '图层' }).waitFor()
      await page.keyboard.press('[')
      await page.waitForURL(/month=2022-09/)
      await page.keyboard.press('Control+z')
      await page.waitForURL((url) => !url.hash.includes('month='))
      await page.keyboard.press('Control+Shift+z')
      await page.waitForURL(/month=2022-09/)
      await page.keyboard.press('?')
      const keys = page.getByRole('dialog', { name: '键盘操作' })
      await keys.getByText('Ctrl+K').waitFor()
      await page.keyboard.press('Escape')
      await keys.waitFor({ state: 'hidden' })
      // Nothing narrows yet, so there is nothing to clear.
      expect(await page.getByRole('button', { name: '清除条件' }).count()).toBe(0)
      // Search does what the bar has buttons for.
      await page.keyboard.press('Control+k')
      await page.keyboard.type('保存视图')
      await page.getByRole('option', { name: /^保存当前视图/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: '视图名称' }).fill('例会')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.press('Escape')
      await page.keyboard.press('[')
      await page.waitForURL(/month=2022-08/)
      await page.getByRole('button', { name: '视图', exact: true }).click()
      await page.getByRole('menuitem', { name: '例会', exact: true }).click()
      await page.waitForURL(/month=2022-09/)
    })
  })
})
