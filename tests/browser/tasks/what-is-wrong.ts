import { expect } from 'vitest'
import { filterBar, nextRemainingSources, numberIn, remainingSources } from '../pages'
import { board, button, details, list, onRail, open, type Task } from './task'

export const sixBroken: Task = {
  name: '1 and 12: which construction sites break 六个100%, where, since when, whose job, and which of the six',
  address: '#/explore',
  async act(page, hand) {
    const onBoard = (name: string | RegExp) => board(page).getByRole('button', { name, exact: true })
    await open(page, hand, '问题')
    const broken = async (status: string) => numberIn(await onBoard(new RegExp(`^六个100% ${status}`)).textContent())
    const count = (await broken('已逾期')) + (await broken('不符合'))
    await hand.press(onBoard('六个100%'))
    await filterBar(page).getByText(`${count} 处污染源`).waitFor()
    const worst = list(page).first().getByRole('button')
    await hand.see(worst.getByText(/[区县市]\s· .*(围挡|覆盖|冲洗|硬化|湿法作业|密闭).*\s· 市住房和城乡建设局/))
    await hand.see(worst.getByText(/逾期 \d+ 天/))
    await hand.press(worst)
    await hand.see(
      details(page)
        .getByText(/\d{4}-\d\d-\d\d 发现，期限 \d{4}-\d\d-\d\d/)
        .first(),
    )
    await open(page, hand, '问题')
    await hand.press(board(page).getByRole('button', { name: /^湿法作业/ }))
    await page.waitForURL(/requirement=23-six\/wetWork/)
    expect(await nextRemainingSources(page, count)).toBeLessThan(count)
  },
}

export const whyOver: Task = {
  name: '2: why 淳化县 is over 7',
  address: '#/explore',
  async act(page, hand) {
    await hand.press(page.getByRole('button', { name: /淳化县.*计算依据/ }))
    const dialog = page.getByRole('dialog', { name: /^淳化县 2022年10月/ })
    const points = dialog.getByRole('table').getByRole('row')
    await hand.see(points.filter({ hasText: '西区监测点' }).getByText('9.4', { exact: true }))
    await hand.see(dialog.getByText(/^东区监测点.*已逾期 [\d,]+ 处，不符合/))
    await hand.close(dialog)
    if (hand.way === 'keys') return
    // The whole row can be pressed, not only the figure: the bar too.
    await hand.press(page.getByRole('row').filter({ hasText: '淳化县' }).locator('td').nth(1))
    await hand.close(dialog)
  },
}

export const aroundPoints: Task = {
  name: '3: all overdue stockpiles within 3 km of any dustfall point',
  address: '#/explore',
  async act(page, hand) {
    const all = await remainingSources(page)
    await hand.press(onRail(page, '选区'))
    await hand.press(button(page, '加入周边'))
    const near = await nextRemainingSources(page, all)
    await hand.press(filterBar(page).getByRole('button', { name: '条件', exact: true }))
    const filters = page.getByRole('region', { name: '条件', exact: true })
    const choice = (name: RegExp) => filters.getByRole('button', { name })
    // The counts of filters arrive after the number of sources; each source has one kind, and monitors are not sources.
    const ofKinds = async () => {
      const kinds = await filters.getByRole('group', { name: '类别' }).getByRole('button').allTextContents()
      return kinds.filter((each) => !/监测设备/.test(each)).reduce((sum, each) => sum + numberIn(each), 0)
    }
    await expect.poll(ofKinds).toBe(near)
    const stockpiles = choice(/^(物料)?堆场 ?\d/)
    const anyState = (await stockpiles.textContent())!
    await hand.press(choice(/^已逾期/))
    await stockpiles.filter({ hasNotText: anyState }).waitFor()
    const promised = numberIn(await stockpiles.textContent())
    await hand.press(stockpiles)
    await hand.see(filterBar(page).getByText(`${promised} 处污染源`))
    if (hand.way !== 'mouse') return
    // Its own card shows the same neighbours.
    await list(page).first().getByRole('button').click()
    await details(page)
      .getByText(/^3 公里内 [1-9]\d* 个$/)
      .waitFor()
  },
}

export const twoMonths: Task = {
  name: '6: 2022年4月 beside 2022年10月',
  address: '#/explore',
  async act(page, hand) {
    await hand.press(page.getByRole('button', { name: /^与另一月对比/ }))
    await hand.press(page.getByRole('option', { name: /2022年4月/ }))
    await page.waitForURL(/beside=2022-04/)
  },
}

export const oneRoad: Task = {
  name: '7: 彩虹一路, its silt load and its clause',
  address: '#/explore',
  async act(page, hand) {
    await hand.write(page.getByRole('combobox', { name: '搜索' }), 'chyl')
    await hand.press(page.getByRole('option', { name: /^彩虹一路/ }))
    await hand.see(details(page).getByRole('row', { name: '2022-10-13 0.48 优' }))
    await hand.press(details(page).getByText('2 项符合要求'))
    await hand.see(details(page).getByRole('button', { name: '第26条' }).first())
  },
}
