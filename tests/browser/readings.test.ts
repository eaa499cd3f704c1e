import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { monitorCsv } from '../fixtures/monitor-export'
import { atDesk } from './desk'

const DEVICES = ['YC-001', 'YC-002', 'YC-003']
const WEEK = 7 * 96

it('keeps a monitor’s export over a reload, next week’s file only adds to it, and its hours are drawn', async () => {
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
    // A device more, and the last day of the week before once more.
    await bring('第二周.csv', monitorCsv([...DEVICES, 'YC-004'], '2022-06-07 00:00', WEEK))
    await page.getByRole('button', { name: '保存 2,688 条数据' }).click()
    await kept.getByText('4 台设备').waitFor()
    await kept.locator('summary').click()
    expect(await kept.locator('details li').allTextContents()).toEqual([
      ...DEVICES.map((code) => `${code} 2022-06-01 00:00 – 2022-06-13 23:45`),
      'YC-004 2022-06-07 00:00 – 2022-06-13 23:45',
    ])

    // Its hours, whichever day the page stands at: up to the last that came.
    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '在线监测' }).click()
    await page.getByRole('button', { name: /^YC-004 导入/ }).click()
    await page.getByRole('heading', { name: 'YC-004' }).waitFor()
    await page.getByText('有效 168 小时，共 168 小时').waitFor()
    await page.getByRole('figure', { name: 'YC-004：TSP小时均值，2022-06-07 00:00 至 2022-06-13 23:00' }).waitFor()
    const download = page.waitForEvent('download')
    await page.locator('#series').getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: /^CSV/ }).click()
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(1 + 168)
    expect(lines[1]).toMatch(/^2022-06-07 00:00,\d+(\.\d)?,/)

    await page.getByRole('navigation', { name: '界面' }).getByRole('button', { name: '数据' }).click()
    await kept.getByRole('button', { name: /^删除/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await kept.waitFor({ state: 'detached' })
  })
})
