import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { monitorCsv } from '../fixtures/monitor-export'
import { delivered } from './app'
import { deskOf } from './desk'

const { atDesk } = deskOf(delivered)

const DEVICES = ['YC-001', 'YC-002', 'YC-003']
const WEEK = 7 * 96

it('an export of a monitor is stored over a reload, the next week’s file is added to it, and its hours are drawn', async () => {
  await atDesk(async (page) => {
    const bring = (name: string, text: string) =>
      page.getByTestId('files').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    const review = page.getByRole('article', { name: '扬尘在线监测数据' })
    const kept = page.getByRole('region', { name: '已保存的监测数据' })

    await bring('第一周.csv', monitorCsv(DEVICES, '2022-06-01 00:00', WEEK))
    await review.getByText('1 个文件，3 台设备，2,016 条数据，2022-06-01 00:00 至 2022-06-07 23:45').waitFor()
    expect(await review.getByRole('row').filter({ hasText: 'YC-' }).count()).toBe(3)
    await page.getByRole('button', { name: '保存 2,016 条数据' }).click()
    await kept.getByText('3 台设备 · 2,016 条').waitFor()

    await page.reload()
    await kept.getByText('3 台设备 · 2,016 条').waitFor()
    // One more device, and the last day of the week before once more.
    await bring('第二周.csv', monitorCsv([...DEVICES, 'YC-004'], '2022-06-07 00:00', WEEK))
    await page.getByText(/^保存后替换已保存的 288 条数据，其中 \d+ 条数值不同。$/).waitFor()
    await page.getByRole('button', { name: '保存 2,688 条数据' }).click()
    await kept.getByText('4 台设备').waitFor()
    await kept.locator('summary').click()
    expect(await kept.locator('details li').allTextContents()).toEqual([
      ...DEVICES.map((code) => `${code} 2022-06-01 00:00 – 2022-06-13 23:45 删除`),
      'YC-004 2022-06-07 00:00 – 2022-06-13 23:45 删除',
    ])

    // Its hours up to the last ones, whatever day the page shows.
    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '在线监测' }).click()
    await page.getByRole('button', { name: /^YC-004 导入/ }).click()
    await page.getByRole('heading', { name: 'YC-004' }).waitFor()
    await page.getByText('有均值 168 小时，共 168 小时').waitFor()
    await page.getByRole('figure', { name: 'YC-004：TSP小时均值，2022-06-07 00:00 至 2022-06-13 23:00' }).waitFor()
    const download = page.waitForEvent('download')
    await page.locator('#series').getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: /^CSV/ }).click()
    const course = readFileSync(await (await download).path(), 'utf8')
    const lines = course.trim().split('\r\n')
    expect(lines).toHaveLength(1 + 168)
    expect(lines[1]).toMatch(/^YC-004,2022-06-07 00:00,\d+(\.\d)?,/)

    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '数据' }).click()
    // The exported curve is of the same device when it is imported again.
    await bring('YC-004 TSP.csv', course)
    await review.getByText('1 个文件，1 台设备，168 条数据，2022-06-07 00:00 至 2022-06-13 23:00').waitFor()
    await review.getByRole('rowheader', { name: 'YC-004' }).waitFor()
    await page.getByRole('button', { name: '放弃' }).click()

    // One device is removed alone.
    await kept.locator('summary').click()
    await kept.getByRole('button', { name: '删除设备 YC-001 的全部监测数据' }).click()
    const asked = page.getByRole('dialog')
    await asked
      .getByText(/设备 YC-001 在所有月份的监测数据：1 个月，[\d,]+ 条，2022-06-01 00:00 至 2022-06-13 23:45/)
      .waitFor()
    await asked.getByRole('button', { name: '删除', exact: true }).click()
    await kept.getByText('3 台设备').waitFor()
    expect(await kept.getByText('YC-001').count()).toBe(0)

    await kept.getByRole('button', { name: /^删除[^设]*6月的监测数据$/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await kept.waitFor({ state: 'detached' })
  })
})

/** A day of hours, each with the same values. */
const hours = (...values: readonly (string | number)[]) =>
  Array.from({ length: 24 }, (_, hour) => [`2022-10-30 ${String(hour).padStart(2, '0')}:00`, ...values])

it('a workbook with a column per device asks for unknown devices and draws their hours; the user can state that a file contains readings', async () => {
  const rows = [
    ['某区扬尘在线监测小时数据', '', '', '', ''],
    ['监测时间', '望贤路北段产业园一期', '', '三标段东门', ''],
    ['', 'PM10(μg/m³)', 'PM2.5(μg/m³)', 'PM10(μg/m³)', 'PM2.5(μg/m³)'],
    ...hours(83, 41, 97, 52),
  ]
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
    { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
    { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
  ]
  const path = join(mkdtempSync(join(tmpdir(), 'wide-')), '十月.xlsx')
  writeFileSync(path, new Uint8Array(await writeXlsx({ sheets: [{ name: '小时', rows, merges }] })))
  await atDesk(async (page) => {
    await page.getByTestId('files').setInputFiles(path)
    const review = page.getByRole('article', { name: '扬尘在线监测数据' })
    await review.getByText('1 个文件，2 台设备，48 条数据，2022-10-30 00:00 至 2022-10-30 23:00').waitFor()
    // The name of a site with a single monitor means that monitor.
    await review.getByText('按名称对应，保存为编号 GD2022-0088').waitFor()
    await review.getByRole('textbox', { name: '三标段东门 保存为编号' }).fill('YC-901')
    await page.getByRole('button', { name: '保存 48 条数据' }).click()
    await page.getByText(/^已保存 48 条监测数据/).waitFor()

    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '在线监测' }).click()
    // It is on no list: it is named as in the file, and has no limit.
    await page.getByRole('button', { name: /^三标段东门 YC-901/ }).click()
    await page.getByRole('heading', { name: '三标段东门' }).waitFor()
    await page.getByText(/YC-901.*名称取自导入的文件/).waitFor()
    await page.getByText('没有限值：数据包没有规定该因子的小时均值限值').waitFor()
    await page.getByText('有均值 24 小时，共').waitFor()
    await page.getByRole('button', { name: /^望贤路北段产业园一期/ }).click()
    await page.getByRole('figure', { name: /^望贤路北段产业园一期：PM10小时均值/ }).waitFor()

    // The user’s statement that a file holds readings is accepted, or the missing parts are named.
    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '数据' }).click()
    const bring = (name: string, rows: readonly (readonly (string | number)[])[]) =>
      page
        .getByTestId('files')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.join(',')).join('\n')) })
    const what = async (is: string) => {
      await page.getByRole('button', { name: /^这是什么表/ }).click()
      await page.getByRole('option', { name: is }).click()
    }
    await bring('东门.csv', [['时间', '东门'], ...hours(83)])
    await what('渣土车轨迹')
    await page.getByText('这张表不能按“渣土车轨迹”读取：没有找到经度列、纬度列。').waitFor()
    await what('在线监测数据')
    await page.getByRole('article', { name: '扬尘在线监测数据' }).waitFor()
    await page.getByRole('button', { name: /^“东门.csv”的因子/ }).click()
    await page.getByRole('option', { name: 'PM10' }).click()
    await page.getByRole('button', { name: '保存 24 条数据' }).click()
    await page.getByText(/^已保存 24 条监测数据/).waitFor()
  })
})
