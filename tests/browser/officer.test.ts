import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { look, onMap, visit } from './app'
import { mapDrawn } from './chromium'
import { chooseOption } from './controls'
import { download, nextRemainingSources, numberIn, remainingSources } from './pages'

describe('the questions of a desk officer', () => {
  it('which sites fail 六个100%, and which of the six: one press each after a search, and the export has only that requirement', async () => {
    await visit('', async (page) => {
      const all = await remainingSources(page)
      const search = page.getByRole('combobox', { name: '搜索' })
      await search.fill('六个')
      await page.getByRole('option', { name: /^六个100%/ }).click()
      await page.waitForURL(/requirement=23-six(&|$)/)
      const broken = await nextRemainingSources(page, all)
      await search.fill('sfzy')
      await page.getByRole('option', { name: /^湿法作业/ }).click()
      await page.waitForURL(/requirement=23-six\/wetWork/)
      const sites = await nextRemainingSources(page, broken)
      expect(sites).toBeLessThan(broken)
      // Two words are two conditions; the keyboard then moves in their list.
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
    await look('#/explore?panel=grades', async (page) => {
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
    await look('#/explore?panel=board', async (page) => {
      // The deadline of 弃土场 is that day; before it is over, nobody can say that they failed.
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
    await look('#/explore?panel=upwind&focus=610430', async (page) => {
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

  it('the list for the meeting: Word, Excel and a picture', async () => {
    await onMap('#/explore?panel=filters&county=610430', async (page) => {
      await mapDrawn(page)
      await page.getByRole('button', { name: '生成督办单' }).click()
      const dialog = page.getByRole('dialog', { name: '生成督办单' })
      await chooseOption(dialog.getByLabel('每份按'), { label: '区县' })
      const summary = dialog.getByText(/1 份督办单，共 [\d,]+ 项问题/)
      await summary.waitFor()
      const findings = numberIn((await summary.textContent())!.split('共')[1]!)
      const word = await download(page, () => dialog.getByRole('button', { name: 'Word 文档' }).click())
      const files = unzipSync(new Uint8Array(word))
      const text = Buffer.from(files['word/document.xml']!).toString()
      expect(text).toContain('督办单（淳化县）')
      // The letter counts by clause; its list has each problem.
      const list = text.slice(text.lastIndexOf('问题清单'))
      expect(list.match(/第\d+条 /g)).toHaveLength(findings)
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
