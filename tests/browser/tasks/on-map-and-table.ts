import { expect } from 'vitest'
import { mapDrawn } from '../chromium'
import { filterBar, nextRemainingSources, remainingSources } from '../pages'
import { button, onRail, type Task } from './task'

export const boxLessCircle: Task = {
  name: '8: what lies in a box and not in a circle',
  address: '#/explore',
  async act(page, hand) {
    await mapDrawn(page)
    const all = await remainingSources(page)
    const isDrawing = page.locator('[data-map-canvas][style*="crosshair"]')
    await hand.press(onRail(page, '选区'))
    await hand.press(button(page, '框选'))
    await isDrawing.waitFor()
    await hand.draw([0.3, 0.4], [0.75, 0.9])
    await hand.see(page.getByText(/^选中 [\d,]+ 处$/))
    const inBox = await nextRemainingSources(page, all)
    await hand.press(page.getByRole('radio', { name: '减去' }))
    await hand.press(page.getByRole('button', { name: /^(周边|圆)$/ }))
    await isDrawing.waitFor()
    await hand.draw([0.6, 0.8])
    const outsideCircle = await nextRemainingSources(page, inBox)
    expect(outsideCircle).toBeLessThan(inBox)
    expect(outsideCircle).toBeGreaterThan(0)
  },
}

export const table: Task = {
  name: '9: in the table a filter of numbers, two columns sorted by, groups by county',
  address: '#/explore',
  async act(page, hand, part) {
    const table = page.getByRole('region', { name: '数据表', exact: true })
    await hand.press(onRail(page, '数据表'))
    await hand.press(table.getByRole('button', { name: /^逾期天数.*列操作$/ }))
    await hand.press(page.getByRole('menuitem', { name: '筛选…' }))
    const dialog = page.getByRole('dialog')
    await hand.write(dialog.getByRole('spinbutton').first(), '150')
    await hand.press(dialog.getByRole('button', { name: '确定' }))
    await hand.see(filterBar(page).getByRole('listitem').filter({ hasText: '150' }))
    part()
    await hand.press(table.getByRole('button', { name: '区县', exact: true }))
    await hand.press(table.getByRole('button', { name: /^逾期天数.*列操作$/ }))
    await hand.press(page.getByRole('menuitem', { name: /^再按此列排序/ }))
    await page.waitForURL(/sort=county[^&]*overdueDays/)
    part()
    await hand.press(table.getByRole('button', { name: /^区县.*列操作$/ }))
    await hand.press(page.getByRole('menuitem', { name: '按此列分组' }))
    await hand.see(table.getByRole('button', { name: /^渭城区 ?\d+ 行/ }))
  },
}
