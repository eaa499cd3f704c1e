import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hopelessFiles, officeFiles } from '../fixtures/office-files'
import { delivered, inTown, REDUCED_MOTION } from './app'
import { accessibilityFaults } from './chromium'
import { chooseOption } from './controls'
import { deskOf } from './desk'
import { townRows } from './town'

const { openApp, origin, roomOnDisk } = inTown
const { atDesk, deskThatStays } = deskOf(inTown)
/** For a survey of roads that the town lacks. */
const ofTheCity = deskOf(delivered)

/** Number of sites before anything is imported. */
const SITES = townRows('construction-site.csv')

const folder = mkdtempSync(join(tmpdir(), 'chentu-'))

beforeAll(async () => {
  for (const { name, bytes } of [...(await officeFiles()), ...hopelessFiles()]) writeFileSync(join(folder, name), bytes)
})
afterAll(() => rmSync(folder, { recursive: true }))

const look = deskThatStays()
const lookOnMap = deskThatStays({ ...REDUCED_MOTION, viewport: { width: 1024, height: 640 } })

const pick = (page: Page, ...names: string[]) =>
  page.getByTestId('files').setInputFiles(names.map((name) => join(folder, name)))
const review = (page: Page, name: string) => page.getByRole('article', { name })
const idle = (page: Page) => page.locator('progress').waitFor({ state: 'detached' })

async function count(page: Page, article: string, name: string): Promise<number> {
  return Number((await review(page, article).locator(`[data-count="${name}"] dd`).textContent())!.replaceAll(',', ''))
}

async function takeOver(page: Page, files: number) {
  await page.getByRole('button', { name: `确认导入 ${files} 个文件` }).click()
  await page.getByText(`已导入 ${files} 个文件`).waitFor()
}

/** Expects this number of construction sites in the map’s panel. */
async function wantSites(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: '一张图' }).click()
  // It may still be open from an earlier call.
  const isOpen = await page.evaluate(() => location.hash.includes('panel=layers'))
  if (!isOpen) await page.getByRole('button', { name: '图层' }).click()
  const row = page.getByRole('region', { name: '图层' }).getByRole('listitem').filter({ hasText: '建筑工地' }).first()
  await expect.poll(() => row.locator('span').last().textContent()).toBe(String(count))
  await page.getByRole('button', { name: '数据', exact: true }).click()
}

async function saved(download: Promise<Download>): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await (await download).path()))
}

describe('an office file', () => {
  it('is previewed, imported, there after a reload, and undone; two files of one kind lose no row of either', async () => {
    await atDesk(async (page) => {
      const name = '工地 某系统导出.csv'
      await pick(page, name)
      await review(page, name).getByText('与本类台账现有位置一致').waitFor()
      expect(await page.getByRole('radio', { name: /GCJ-02/ }).isChecked()).toBe(true)
      await page.getByText('本类台账现有位置 12/12').waitFor()
      expect(await count(page, name, 'taken')).toBe(12)
      await wantSites(page, SITES)
      await takeOver(page, 1)
      await wantSites(page, 12)
      await page.reload()
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await wantSites(page, 12)
      await page
        .getByRole('listitem')
        .filter({ hasText: '随应用提供的数据' })
        .getByRole('button', { name: '恢复' })
        .click()
      await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
      await page.getByText('已恢复到“随应用提供的数据”').waitFor()
      await wantSites(page, SITES)

      const made = (from: number) =>
        `工地名称,区县,经度(WGS84),纬度(WGS84),围挡,车辆冲洗\n${[1, 2, 3].map((i) => `${from + i}号工地,秦都区,108.${700 + from + i},34.34,是,是`).join('\n')}\n`
      writeFileSync(join(folder, '甲所.csv'), made(0))
      writeFileSync(join(folder, '乙所.csv'), made(10))
      await pick(page, '甲所.csv', '乙所.csv')
      await page.getByRole('button', { name: '确认导入 2 个文件' }).waitFor()
      await takeOver(page, 2)
      await wantSites(page, 6)
      await page.reload()
      await page.getByRole('heading', { name: '导入数据' }).waitFor()
      await wantSites(page, 6)
    })
  })

  it('needs an answer about its coordinate system if that can’t be determined, and nothing is imported before', async () => {
    await lookOnMap(async (page) => {
      const name = '工地 无凭据.csv'
      await pick(page, name)
      await review(page, name).getByText('仅凭数值无法判断坐标系').waitFor()
      expect(await page.getByRole('button', { name: '确认导入 0 个文件' }).isDisabled()).toBe(true)
      await page.locator('[data-testid="candidate-map"][data-drawn="true"]').waitFor()
      await page.getByRole('radio', { name: /GCJ-02/ }).check()
      await page.getByRole('button', { name: '确认导入 1 个文件' }).waitFor()
    })
  })

  it('can be read with another encoding, kind and columns', async () => {
    await look(async (page) => {
      const name = '建筑工地 Excel另存.csv'
      await pick(page, name)
      const article = review(page, name)
      await article.getByText('整个文件都符合').waitFor()
      await chooseOption(article.getByLabel('编码'), 'utf-8')
      // With this encoding, the headings are unreadable.
      await article.getByText(/坐标列：\uFFFD/).waitFor()
      await chooseOption(article.getByLabel('编码'), 'gb18030')
      await chooseOption(article.getByRole('button', { name: '围挡' }), 'covered')
      await article.getByRole('button', { name: '围挡' }).and(page.locator('[data-matched="true"]')).waitFor()
      await chooseOption(article.getByLabel('这是什么表'), 'stockpile')
      await article.getByRole('button', { name: '项目名称' }).click()
      await page.getByRole('option', { name: '物料' }).first().waitFor()
      await page.keyboard.press('Escape')
    })
  })

  it('can be corrected row by row, and by a workbook that is dropped again', async () => {
    await look(async (page) => {
      const name = '工地 问题很多.csv'
      await pick(page, name)
      const article = review(page, name)
      await article.getByText('编号重复').click()
      await article.getByRole('button', { name: '查看第 6 行' }).first().click()
      const dialog = page.getByRole('dialog', { name: /第 6 行/ })
      await dialog.getByLabel('项目编号').fill('XM-2')
      await dialog.getByRole('button', { name: '保存修改' }).click()
      await expect.poll(() => count(page, name, 'refused')).toBe(1)

      const download = page.waitForEvent('download')
      await article.getByRole('button', { name: '下载有问题的行（Excel）' }).click()
      const bytes = await saved(download)
      const { sheets } = await readXlsx(bytes)
      const rows = sheets[0]!.rows
      const nameless =
        rows.find((cells, i) => i > 0 && cells[0] === '' && cells[1] === '') ??
        rows.find((cells, i) => i > 0 && !cells[0] && !cells[1])!
      nameless[0] = 'XM-9'
      nameless[1] = '补名工地'
      writeFileSync(join(folder, '改好的行.xlsx'), await writeXlsx({ sheets: [{ name: '问题', rows }] }))
      await pick(page, '改好的行.xlsx')
      await expect.poll(() => count(page, name, 'refused')).toBe(0)
      expect(await count(page, name, 'taken')).toBe(9)
    })
  })

  it('with an address instead of coordinates is placed by a tap on the map', async () => {
    await lookOnMap(async (page) => {
      const name = '工地 只有地址.csv'
      await pick(page, name)
      await review(page, name).getByText('没有位置，列入“待定位”').click()
      await page.getByRole('button', { name: '查看第 2 行' }).first().click()
      const map = page.getByRole('dialog').getByTestId('candidate-map')
      await page.getByRole('dialog').locator('[data-testid="candidate-map"][data-drawn="true"]').waitFor()
      await map.click({ position: { x: 120, y: 120 } })
      await page.getByText('已点选：').waitFor()
      await page.getByRole('button', { name: '保存修改' }).click()
      await expect.poll(() => count(page, name, 'unplaced')).toBe(1)
    })
  })

  it('can be a table pasted from a spreadsheet', async () => {
    await look(async (page) => {
      await page.evaluate(() => {
        const data = new DataTransfer()
        data.setData('text/plain', '编号\t堆场名称\t区县\t物料\t已清零\nD1\t北堆\t兴平市\t沙\t否\n')
        window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }))
      })
      await review(page, '粘贴的表格.txt').waitFor()
      expect(await count(page, '粘贴的表格.txt', 'taken')).toBe(1)
    })
  })
})

describe('next month’s file', () => {
  const head = '编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡,车辆冲洗\n'

  it('shows new, changed and removed rows before the import, with last month’s settings; all data moves to another machine in one file, byte for byte', async () => {
    let packed: Uint8Array = new Uint8Array()
    const pack = async (page: Page) => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: '备份全部数据（zip）' }).click()
      return saved(download)
    }
    await ofTheCity.atDesk(async (page) => {
      const rows = (wash: string, last: string) =>
        `${head}A1,甲工地,秦都区,108.70,34.34,是,${wash}\nA2,乙工地,秦都区,108.71,34.34,是,是\n${last}`
      writeFileSync(join(folder, '九月.csv'), rows('是', 'A3,丙工地,秦都区,108.72,34.34,否,是\n'))
      writeFileSync(join(folder, '十月.csv'), rows('否', 'A4,丁工地,秦都区,108.73,34.34,否,是\n'))
      await pick(page, '九月.csv')
      await page.getByText('现有的 420 行是示例，将整体替换').waitFor()
      await takeOver(page, 1)
      await pick(page, '十月.csv')
      const article = review(page, '十月.csv')
      await article.getByText('已按上次同样表头的设置读取').waitFor()
      const sums = await Promise.all(
        ['added', 'changed', 'same', 'gone'].map((sum) => article.locator(`[data-sum="${sum}"] b`).textContent()),
      )
      expect(sums).toEqual(['1', '1', '1', '1'])
      await article.getByText('改变 1').last().click()
      await article.getByText('A1 甲工地').waitFor()
      expect(await article.getByRole('listitem').filter({ hasText: 'A1 甲工地' }).textContent()).toMatch(
        /冲洗\s*是\s*→?\s*否/,
      )
      // Kept unless the user removes it, which is said beside the button.
      await page.getByText('现有 1 行不在本文件中，保留不变').waitFor()
      await page.getByRole('radio', { name: '移除' }).click()
      await page.getByText('一次全部生效，可以撤销；将移除现有的 1 行，名单见上').waitFor()
      await takeOver(page, 1)
      await wantSites(page, 3)
      await page.getByRole('button', { name: '撤销' }).click()
      await page.getByText('已撤销').waitFor()
      await wantSites(page, 3)
      await page.getByRole('listitem').filter({ hasText: '九月.csv' }).getByText('当前').waitFor()

      await pick(page, '堆场 点位.geojson', '道路积尘负荷走航 10月.csv')
      await page.getByRole('button', { name: '确认导入 2 个文件' }).waitFor()
      await takeOver(page, 2)
      packed = await pack(page)
    })
    writeFileSync(join(folder, '备份.zip'), packed)
    await ofTheCity.atDesk(async (page) => {
      await page.getByTestId('workspace').setInputFiles(join(folder, '备份.zip'))
      await page.getByRole('button', { name: '从这份备份恢复' }).click()
      await page.getByText('已从备份恢复').waitFor()
      const again = await pack(page)
      expect(Object.keys(unzipSync(again)).sort()).toEqual(Object.keys(unzipSync(packed)).sort())
      expect(Buffer.compare(Buffer.from(again), Buffer.from(packed))).toBe(0)
    })
  })
})

describe('a full storage', () => {
  it('is reported, and the data stays unchanged', async () => {
    const { context, page, faults } = await openApp()
    await roomOnDisk(page, 1000)
    await page.goto(`${origin}#/data`)
    await pick(page, '堆场 点位.geojson')
    await page.getByRole('button', { name: '确认导入 1 个文件' }).click()
    await page.getByRole('alert').getByText('浏览器的存储空间已满').waitFor()
    await page.getByRole('listitem').filter({ hasText: '随应用提供的数据' }).getByText('当前').waitFor()
    await review(page, '堆场 点位.geojson').waitFor()
    await wantSites(page, SITES)
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('unusable files', () => {
  it('get a clear message each, thirty dropped at once, and the loaded data is kept', async () => {
    await look(async (page) => {
      const names = hopelessFiles()
      const good = (await officeFiles()).slice(0, 30 - names.length)
      const files = [...names, ...good].map(({ name, bytes }) => ({ name, bytes: [...bytes] }))
      expect(files).toHaveLength(30)
      await page.evaluate((dropped) => {
        const data = new DataTransfer()
        for (const { name, bytes } of dropped) data.items.add(new File([Uint8Array.from(bytes)], name))
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      }, files)
      const list = page.getByRole('region', { name: '待导入的文件' })
      await expect.poll(() => list.getByRole('button', { name: /^移除/ }).count(), { timeout: 60_000 }).toBe(30)
      await idle(page)
      expect(await list.getByText('无法读取').count()).toBe(names.length)
      for (const [name, words] of [
        ['坏.xls', '文件已损坏'],
        ['空.csv', '0 字节'],
        ['炸弹.xlsx', '解压后过大'],
      ] as const) {
        await list.getByRole('button', { name: new RegExp(`^${name}(?!x)`) }).click()
        await review(page, name).getByText(words).waitFor()
      }
      await wantSites(page, SITES)
    })
  })

  it('are reported if they disappear while waiting', async () => {
    await look(async (page) => {
      writeFileSync(join(folder, '马上消失.csv'), '编号,工地名称\n1,甲\n')
      writeFileSync(
        join(folder, '先读.csv'),
        `编号,工地名称,区县\n${Array.from({ length: 200_000 }, (_, i) => `${i},工地${i},秦都区`).join('\n')}\n`,
      )
      await pick(page, '先读.csv', '马上消失.csv')
      rmSync(join(folder, '马上消失.csv'))
      await page.getByRole('button', { name: /^马上消失/ }).click({ timeout: 60_000 })
      await review(page, '马上消失.csv').getByText('被移走或改动').waitFor()
    })
  })

  it('are refused if they are 200 MB of noise, and a large table can be cancelled while the page responds', async () => {
    await look(async (page) => {
      await page.evaluate(() => {
        const noise = new Uint8Array(1 << 20)
        for (let i = 0; i < noise.length; i++) noise[i] = (Math.imul(i, 2654435761) >>> 13) & 255
        const rows = Array.from({ length: 20_000 }, (_, i) => `${i},工地${i},秦都区,108.7,34.34,是`).join('\n')
        const data = new DataTransfer()
        data.items.add(
          new File(
            Array.from({ length: 200 }, () => noise),
            '噪声.dat',
          ),
        )
        data.items.add(
          new File(
            // So many that a busy machine has not read them all when the button is pressed.
            ['编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡\n', ...Array.from({ length: 150 }, () => `${rows}\n`)],
            '很大.csv',
          ),
        )
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      })
      await page.getByText(/^[1-9][\d,]* 行/).waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: '取消' }).click()
      await idle(page)
      const list = page.getByRole('region', { name: '待导入的文件' })
      expect(await list.getByRole('button', { name: /^移除/ }).count()).toBe(1)
      await review(page, '噪声.dat').getByText('不支持这种文件').waitFor()
    })
  })
})

describe('exports and templates', () => {
  it('an export of filtered sources opens in a spreadsheet and contains no formulas', async () => {
    await atDesk(async (page) => {
      writeFileSync(
        join(folder, '公式.csv'),
        `编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡\nA1,"=HYPERLINK(""http://x"",""y"")",秦都区,108.70,34.34,是\nA2,<img src=x onerror=alert(1)>,秦都区,108.71,34.34,否\n`,
      )
      await pick(page, '公式.csv')
      await page.getByRole('button', { name: '确认导入 1 个文件' }).waitFor()
      await takeOver(page, 1)
      await page.getByRole('button', { name: '一张图' }).click()
      await page.getByRole('button', { name: '条件', exact: true }).first().click()
      await page
        .getByRole('group', { name: '类别' })
        .getByRole('button', { name: /^建筑工地/ })
        .click()
      await page.getByText('符合条件 2 处').waitFor()
      await page.getByRole('button', { name: '导出' }).click()
      await page.getByRole('menuitem', { name: /^CSV/ }).click()
      const dialog = page.getByRole('dialog', { name: '导出筛选结果' })
      await chooseOption(dialog.getByLabel('格式'), 'csv')
      const download = page.waitForEvent('download')
      await dialog.getByRole('button', { name: '保存文件' }).click()
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await saved(download))
      expect(text.startsWith('\ufeff编号,名称,区县')).toBe(true)
      expect(text).toContain(`"'=HYPERLINK`)
      expect(text).toContain('<img src=x onerror=alert(1)>')
    })
  })

  it('a template has headings, drop-downs and an example row that is skipped on import', async () => {
    await look(async (page) => {
      const download = page.waitForEvent('download')
      await page.getByRole('region', { name: '下载空白模板' }).getByRole('button', { name: '保存文件' }).click()
      const bytes = await saved(download)
      const { sheets } = await readXlsx(bytes, { readStyles: true })
      expect(sheets[0]!.rows[0]!.slice(0, 3)).toEqual(['编号', '名称', '区县'])
      expect(sheets[0]!.dataValidations!.length).toBeGreaterThan(8)
      writeFileSync(join(folder, '模板.xlsx'), bytes)
      await pick(page, '模板.xlsx')
      await review(page, '模板.xlsx').first().getByText('没有可导入的行').waitFor()
    })
  })
})

it('the data screen has no accessibility violation found by axe, in both themes', async () => {
  await look(async (page) => {
    await pick(page, '工地 问题很多.csv')
    await review(page, '工地 问题很多.csv').getByText('编号重复').waitFor()
    expect(await accessibilityFaults(page, 'light')).toEqual([])
    await page.getByRole('button', { name: '切换深浅色' }).click()
    await page.locator('html[data-theme="dark"]').waitFor()
    expect(await accessibilityFaults(page, 'dark')).toEqual([])
    await page.getByRole('button', { name: '切换深浅色' }).click()
  })
})
