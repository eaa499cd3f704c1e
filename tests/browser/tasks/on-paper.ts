import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import { download, filterBar, numberIn } from '../pages'
import { board, button, onRail, open, type Task } from './task'

export const gradeD: Task = {
  name: '4: which of the 328 are grade D, as Excel',
  address: '#/explore',
  async act(page, hand) {
    await hand.press(onRail(page, '图层'))
    await hand.see(page.getByText(/^范围内工业企业 328 家/))
    const grade = page.getByRole('group', { name: '绩效等级' }).getByRole('button', { name: /^D/ })
    const count = numberIn(await grade.textContent())
    await hand.press(grade)
    await hand.see(filterBar(page).getByText(`${count} 处污染源`))
    await hand.press(button(page, '导出'))
    await hand.press(page.getByRole('menuitem', { name: /^Excel/ }))
    const { sheets } = await readXlsx(await download(page, () => hand.press(button(page, '保存文件'))))
    expect(sheets.map(({ rows }) => rows.filter((row) => row.includes('D')).length)).toContain(count)
  },
}

export const handover: Task = {
  name: '5: a 督办单 for 市城市管理执法局 as Word, alone',
  address: '#/explore',
  async act(page, hand) {
    await open(page, hand, '问题')
    await hand.press(board(page).getByRole('radio', { name: '部门' }))
    await hand.press(board(page).getByRole('button', { name: '市城市管理执法局', exact: true }))
    await hand.press(button(page, '生成督办单'))
    const dialog = page.getByRole('dialog', { name: '生成督办单' })
    await hand.see(dialog.getByText(/^1 份督办单/))
    expect(await dialog.getByRole('checkbox').count()).toBeGreaterThan(1)
    const word = await download(page, () => hand.press(dialog.getByRole('button', { name: 'Word 文档' })))
    const text = Buffer.from(unzipSync(word)['word/document.xml']!).toString()
    expect(text.match(/督办单（[^<）]+）/g)).toEqual(['督办单（市城市管理执法局）'])
    expect(text).toMatch(/第24条 [^<]+：[^<]+/)
    await dialog.getByRole('button', { name: '关闭' }).click()
  },
}

export const keptView: Task = {
  name: '10: a view is kept, comes back after a reload, and is shared',
  address: '#/explore?kind=stockpile',
  async act(page, hand, part) {
    const entry = (name: string) => page.getByRole('menuitem', { name, exact: true })
    await hand.press(button(page, '视图'))
    await hand.press(entry('保存当前视图…'))
    // The field for the name has the focus, and a filter is offered as a name.
    await page.keyboard.type('例会')
    await hand.press(page.getByRole('dialog').getByRole('button', { name: '保存视图' }))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(page.url().replace(/#.*/, '#/explore'))
    // The stored view is the same for every input.
    if (hand.way === 'mouse') await page.reload()
    part()
    await hand.press(button(page, '视图'))
    // Its day is listed beside its name.
    await hand.press(page.getByRole('menuitem', { name: /^例会/ }))
    await page.waitForURL(/kind=stockpile/)
    await hand.press(button(page, '复制链接'))
    await hand.see(page.getByText('链接已复制'))
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    // The link also contains the plan and day it was made with.
    expect(copied).toMatch(/[?&]made=\d{4},\d{4}-\d\d-\d\d$/)
    expect(copied.replace(/[?&]made=[^&]*$/, '')).toBe(page.url())
    await button(page, '视图').click()
    await entry('管理视图…').click()
    await button(page, '删除视图 例会').click()
    await page.keyboard.press('Escape')
  },
}
