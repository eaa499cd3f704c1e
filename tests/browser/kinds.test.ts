import { writeXlsx } from 'hucre/xlsx'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '../fixtures/encode-gb18030'
import { twoKinds } from '../fixtures/two-kinds'
import { openApp, origin, REDUCED_MOTION } from './app'
import { accessibilityFaults, mapDrawn, type PageOptions } from './chromium'
import { chooseOption } from './controls'

/** Serves the app with a package whose kinds only the package declares. */
async function servePackage(context: BrowserContext): Promise<void> {
  const files = twoKinds({ graded: true })
  await context.route(`${origin}two-kinds/**`, async (route) => {
    const blob = files.get(new URL(route.request().url()).pathname.split('/two-kinds/').at(-1)!)
    await (blob ? route.fulfill({ body: Buffer.from(await blob.arrayBuffer()) }) : route.fulfill({ status: 404 }))
  })
}

/** Opens the package at a view, and expects no outside request and no error. */
async function visit(view: string, act: (page: Page) => Promise<void>, options: PageOptions = {}): Promise<void> {
  const { context, page, faults } = await openApp(options)
  try {
    await servePackage(context)
    await page.goto(`${origin}?data=two-kinds#/${view}`)
    await act(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const columns = (page: Page) => page.getByRole('columnheader').allTextContents()

describe('kinds that only the package declares', () => {
  it('are on the map, in layers, filter, card, table, board and export, in both languages', async () => {
    const look = async (page: Page) => {
      await mapDrawn(page)
      const rail = (name: string) => page.getByRole('button', { name, exact: true }).first()
      for (const kind of ['餐饮单位', '加油站', '渠道', '洗车场']) {
        const row = page.getByRole('region', { name: '图层' }).getByRole('listitem').filter({ hasText: kind })
        await row.getByRole('switch', { name: kind }).waitFor()
        expect(await row.locator('svg polygon').count()).toBe(1)
      }
      // The mark stands in the symbol of the legend.
      await page
        .getByRole('region', { name: '图层' })
        .getByRole('listitem')
        .filter({ hasText: '餐饮单位' })
        .locator('svg text', { hasText: '餐' })
        .waitFor()
      // Three grades of the canals.
      for (const grade of ['微浊', '浑']) await page.getByText(grade, { exact: true }).first().waitFor()

      const card = page.getByRole('article', { name: '详情' })
      await card.getByRole('heading', { name: '文林食堂' }).waitFor()
      await card.getByText('登记信息').click()
      for (const label of ['经营者', '油烟净化装置', '餐位数'])
        await card.getByText(label, { exact: true }).first().waitFor()
      await card.getByText('安装油烟净化装置').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])

      await rail('条件').click()
      const kinds = page.getByRole('group', { name: '类别' })
      await page.getByRole('group', { name: '绩效等级、节水星级' }).getByRole('button', { name: /^三星/ }).waitFor()
      await kinds.getByRole('button', { name: /^餐饮单位 46/ }).click()
      await page.getByText('符合条件 46 处').waitFor()
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: /^Excel/ }).click()
      const dialog = page.getByRole('dialog', { name: '导出筛选结果' })
      await dialog.getByRole('button', { name: /46/ }).waitFor()
      await dialog.getByRole('button', { name: '关闭' }).click()

      await rail('问题').click()
      await page.getByRole('listitem').filter({ hasText: '第46条 餐饮油烟' }).waitFor()

      await page.goto(`${origin}?data=two-kinds#/explore?kind=restaurant&table=1&source=restaurant/CY-005`)
      await page.getByRole('columnheader', { name: /净化装置清洗日期/ }).waitFor()
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('columnheader', { name: /Purifier cleaned on/ }).waitFor()
      expect((await columns(page)).join()).toContain('Run by')
      const english = page.getByRole('article', { name: 'Details' })
      for (const label of ['Run by', 'Fume purifier', 'Seats'])
        await english.getByText(label, { exact: true }).first().waitFor()
    }
    await visit('explore?panel=layers&source=restaurant/CY-005&at=108.58,34.8,13', look, REDUCED_MOTION)
  })

  it('have a template, are recognised in GB18030 text and in a workbook, and are checked in the field by the checklist of their rules', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    await visit('data', async (page) => {
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await chooseOption(page.getByRole('button', { name: '下载空白模板' }), { label: '加油站' })
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('region', { name: '下载空白模板' }).getByRole('button', { name: '保存文件' }).click(),
      ])
      const { readFileSync } = await import('node:fs')
      const book = await readXlsx(new Uint8Array(readFileSync(await file.path())))
      expect(book.sheets[0]!.rows[0]).toContain('双层罐改造日期')

      const text =
        '餐饮单位油烟台账\n单位名称,所属区县,东经,北纬,是否安装净化装置,最近清洗时间,餐位\n张记羊肉馆,秦都,108.70,34.34,有,2022.10.1,60\n'
      const rows = [
        ['单位名称', '油气检测日期'],
        ['城北加油站', '2022-09-01'],
      ]
      const book2 = (await writeXlsx({ sheets: [{ name: '加油站', rows }] })) as Uint8Array
      await page.getByTestId('files').setInputFiles([
        { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(encodeGb18030(text)) },
        { name: '油站.xlsx', mimeType: '', buffer: Buffer.from(book2) },
      ])
      await page
        .getByRole('button', { name: /台账\.csv/ })
        .first()
        .click()
      await page.getByLabel('这是什么表').filter({ hasText: '餐饮单位' }).waitFor()
      await page
        .getByRole('button', { name: /油站\.xlsx/ })
        .first()
        .click()
      await page.getByLabel('这是什么表').filter({ hasText: '加油站' }).waitFor()

      await page.goto(`${origin}?data=two-kinds#/field?source=restaurant/CY-005`)
      const check = page.getByRole('region', { name: /^检查 文林食堂/ })
      await check.getByText('油烟净化装置').first().waitFor()
      await check.getByText('净化装置60天内清洗').waitFor()
      await check.getByRole('button', { name: '符合', exact: true }).first().click()
      const address = page.url()
      await page.getByRole('button', { name: '返回' }).click()
      await page.getByRole('button', { name: '菜单' }).click()
      await page.getByRole('menuitem', { name: 'EN', exact: true }).click()
      await page.goto(address)
      // The names of items to check are also beside the map, where the worst one of each source is listed.
      const inEnglish = page.getByRole('region', { name: /^Check 文林食堂/ })
      await inEnglish.getByText('Purifier cleaned within 60 days').waitFor()
    })
  })
})
