import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inTown, look, onMap, openEmptied, origin, REDUCED_MOTION, visit } from './app'
import { mapDrawn } from './chromium'
import { filterBar, nextRemainingSources, remainingSources, sourceList, widthNeeded } from './pages'

it('the header with notices and the link back to a province stays within the window, in both languages', async () => {
  const { page } = await openEmptied(REDUCED_MOTION)
  await page.goto(`${origin}?province=data/sample#/explore`)
  const banner = page.getByRole('banner')
  for (const [language, name] of [
    ['zh-CN', '返回全省'],
    ['en', 'Back to the province'],
  ] as const) {
    await page.setViewportSize({ width: 1440, height: 800 })
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
    await page.locator(`html[lang="${language}"]`).waitFor()
    await page.getByRole('heading', { name: language === 'en' ? /Dustfall ranking/ : /降尘排名/ }).waitFor()
    const back = banner.getByRole('link', { name })
    await back.waitFor()
    // The delivered package has no notices: an element of the same width replaces them.
    await back.evaluate((link) => {
      if (document.querySelector('[data-stands-in]')) return
      const notes = document.createElement('button')
      notes.dataset.standsIn = ''
      notes.className = link.className
      notes.innerHTML = '<svg width="18" height="18"></svg>22'
      link.before(notes)
    })
    for (const width of [360, 600, 760, 820, 880, 901, 960, 1081, 1121, 1280, 1366, 1440, 1680]) {
      await page.setViewportSize({ width, height: 800 })
      expect([language, width, await widthNeeded(page)]).toEqual([language, width, width])
    }
    await page.locator('[data-stands-in]').waitFor({ state: 'attached' })
  }
})

it('the menu of the screens keeps a dark ground under its white text while it is pointed at or open, in a narrow window', async () => {
  await inTown.visit(
    '#/explore',
    async (page) => {
      // A window that becomes narrow after the start: what arrives meanwhile would fold the header and close the menu.
      await remainingSources(page)
      await page.setViewportSize({ width: 600, height: 900 })
      await page.locator('header[data-folded~="screens"]').waitFor()
      const menu = page.locator('header button[aria-haspopup="menu"]', { hasText: '一张图' })
      const colours = () =>
        menu.evaluate((button) => [getComputedStyle(button).color, getComputedStyle(button).backgroundColor])
      const readable = ['rgb(255, 255, 255)', 'rgba(255, 255, 255, 0.12)']
      // A finger leaves the button as if pointed at.
      await menu.hover()
      expect(await colours()).toEqual(readable)
      await menu.click()
      await page.getByRole('menuitem', { name: '月度调度' }).waitFor()
      expect(await colours()).toEqual(readable)
    },
    { ...REDUCED_MOTION, viewport: { width: 1280, height: 900 } },
  )
})

it('the rail shows all its names on one line each in the window that a browser leaves of 800 pixels', async () => {
  await inTown.visit(
    '#/explore',
    async (page) => {
      const rail = page.getByRole('navigation', { name: '面板' })
      const names = rail.getByRole('button')
      await names.first().waitFor()
      const heights = await names.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
      expect(new Set(heights).size).toBe(1)
      expect(await rail.evaluate((each) => each.scrollHeight - each.clientHeight)).toBe(0)
    },
    { ...REDUCED_MOTION, viewport: { width: 1280, height: 657 } },
  )
})

const details = (page: Page) => page.getByRole('article', { name: '详情' })

describe('the filter bar over the map', () => {
  it('shows the filters and the number of remaining sources, and removes each filter', async () => {
    // Counted in the table itself: a page with another view still shows the earlier number for a moment.
    const rows = readFileSync('data/stockpile.csv', 'utf8').split('\n')
    const narrow = rows.filter((row) => row.split(',')[2] === '淳化县').length
    await look('#/explore?kind=stockpile&county=610430', async (page) => {
      const chips = filterBar(page).getByRole('listitem')
      await chips.nth(1).waitFor()
      await filterBar(page).getByText(`${narrow} 处污染源`).waitFor()
      await chips.filter({ hasText: '淳化县' }).getByRole('button').click()
      await page.waitForURL((url) => !url.hash.includes('county='))
      expect(await nextRemainingSources(page, narrow)).toBeGreaterThan(narrow)
      await filterBar(page).getByRole('button', { name: '撤销' }).click()
      await filterBar(page).getByText(`${narrow} 处污染源`).waitFor()
    })
  })

  it('keeps its height with any number of filters: most are in sight, and those that do not fit are behind a count', async () => {
    const act = async (page: Page) => {
      const height = () => filterBar(page).evaluate((bar) => bar.getBoundingClientRect().height)
      await filterBar(page).getByText('2,822 处污染源、24 台监测设备、61 项任务').waitFor()
      const empty = await height()
      await page.goto(`${origin}#/explore?kind=stockpile,construction-site,yard&county=610430,610402,610404,610481`)
      const more = filterBar(page).getByRole('button', { name: /^另外 \d+ 项条件$/ })
      const chips = filterBar(page).getByRole('listitem')
      const folds = async () => Number((await more.getAttribute('aria-label'))!.match(/\d+/)![0])
      await expect.poll(async () => (await chips.count()) + (await folds())).toBe(7)
      const count = await folds()
      expect(7 - count).toBeGreaterThan(3)
      expect(await height()).toBe(empty)
      expect(await filterBar(page).evaluate((bar) => bar.scrollWidth <= bar.clientWidth)).toBe(true)
      await more.click()
      const folded = page.getByRole('dialog', { name: /^另外/ }).getByRole('listitem')
      await expect.poll(() => folded.count()).toBe(count)
      await folded.filter({ hasText: '兴平市' }).getByRole('button').click()
      await page.waitForURL((url) => !url.hash.includes('610481'))
      await page.keyboard.press('Escape')
      expect(await height()).toBe(empty)
      // A long filter is legible as well.
      await page.goto(`${origin}#/explore?lead=${encodeURIComponent('市住房和城乡建设局')}&in=inside`)
      const long = chips.filter({ hasText: '市住房和城乡建设局' })
      expect(
        await long.evaluate((chip) =>
          [...chip.querySelectorAll('*')].every(
            (part) => part.scrollWidth <= part.clientWidth + 1 || getComputedStyle(part).display === 'inline',
          ),
        ),
      ).toBe(true)
      expect(await more.count()).toBe(0)
    }
    await visit('#/explore', act, { viewport: { width: 1280, height: 800 } })
  })

  it('shows in the list that nothing is left, never 0, and clears the filters there', async () => {
    await look('#/explore?kind=stockpile&grade=A', async (page) => {
      const list = page.locator('#list')
      await list.getByText('没有符合条件的污染源').waitFor()
      expect(await list.getByRole('listitem').count()).toBe(2)
      await list.getByRole('button', { name: '清除条件' }).click()
      await filterBar(page).getByText('2,822 处污染源、24 台监测设备、61 项任务').waitFor()
      expect(new URL(page.url()).hash).not.toContain('grade=')
    })
  })

  it('counts only what the map shows, and the same in another window that opens the link', async () => {
    let link = ''
    let count = 0
    const narrows = async (page: Page) => {
      await mapDrawn(page)
      await page.getByLabel('只看当前范围').check()
      await page.waitForURL(/only=/)
      await filterBar(page).getByRole('listitem').filter({ hasText: '当前地图范围' }).waitFor()
      // The chip appears before the worker has counted.
      await expect.poll(() => remainingSources(page)).toBeLessThan(2822)
      count = await remainingSources(page)
      expect(count).toBeGreaterThan(0)
      link = page.url()
    }
    await onMap('#/explore?at=108.71,34.34,12', narrows)
    const same = async (page: Page) => {
      await mapDrawn(page)
      await filterBar(page).getByText(`${count} 处污染源`).waitFor()
      // Once the map is moved, this window’s map counts.
      await page.getByRole('button', { name: '缩小' }).click()
      expect(await nextRemainingSources(page, count)).toBeGreaterThan(count)
    }
    await visit(link.replace(origin, ''), same, { ...REDUCED_MOTION, viewport: { width: 1280, height: 800 } })
  })
})

describe('details in the place of the ranking', () => {
  it('are closed with a notice when a filter excludes them, and restored by one undo', async () => {
    await look('#/explore?panel=filters&kind=stockpile', async (page) => {
      await sourceList(page).getByRole('listitem').first().getByRole('button').click()
      await details(page).waitFor()
      await page
        .getByRole('group', { name: '类别' })
        .getByRole('button', { name: /^(堆场|物料堆场)/ })
        .click()
      await page
        .getByRole('group', { name: '类别' })
        .getByRole('button', { name: /^建筑工地/ })
        .click()
      await page.getByRole('status').filter({ hasText: '不符合当前条件，已取消选择' }).waitFor()
      expect(await details(page).count()).toBe(0)
      await filterBar(page).getByRole('button', { name: '撤销' }).click()
      await details(page).waitFor()
    })
  })

  it('get the focus from the list by keys, move to the next source, and return the focus on Escape', async () => {
    await look('#/explore', async (page) => {
      await page.locator('#list').getByRole('listitem').first().waitFor()
      await page.evaluate(() => (document.activeElement as HTMLElement)?.blur())
      await page.getByRole('button', { name: '跳到主要内容' }).focus()
      // Skip links to the screen, to the list and into the list, which leads to the worst source.
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const atRow = (index: number) => page.locator(`#list [data-index="${index}"] button:focus`).waitFor()
      await atRow(0)
      await page.keyboard.press('End')
      await atRow(466)
      await page.keyboard.press('ArrowUp')
      await atRow(465)
      await page.keyboard.press('Home')
      await atRow(0)
      await page.keyboard.press('Enter')
      await details(page).waitFor()
      const panel = page.getByRole('complementary', { name: '排名' })
      await expect.poll(() => panel.evaluate((side) => side.contains(document.activeElement))).toBe(true)
      await panel.getByText('第 1 / 2,907 处').waitFor()
      await panel.getByRole('button', { name: '下一处' }).click()
      await panel.getByText('第 2 / 2,907 处').waitFor()
      await page.keyboard.press('Escape')
      await details(page).waitFor({ state: 'detached' })
      await atRow(0)
    })
  })
})

it('the link to the origin of the data opens it in view, with the focus, also if the panel is open already', async () => {
  await inTown.visit('#/explore?panel=layers', async (page) => {
    const link = page.getByRole('button', { name: '数据来源' })
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    for (const panel of ['layers', 'board']) {
      if (panel === 'board') await page.getByRole('navigation').getByRole('button', { name: '问题' }).click()
      await link.click()
      await expect.poll(focused).toBe('数据来源')
      const origin = page.locator('#panel details').filter({ hasText: '数据来源' })
      expect(await origin.getAttribute('open')).toBe('')
      expect(await origin.locator('summary').isVisible()).toBe(true)
    }
  })
})

it('both dates are shown, separate or linked', async () => {
  await look('#/explore?month=2022-04', async (page) => {
    const dates = page.getByRole('group', { name: '日期' })
    await dates.getByRole('button', { name: /^截至 2022年10月31日/ }).waitFor()
    await page.getByText('降尘为2022年4月，污染源截至2022年10月31日').waitFor()
    await dates.getByRole('button', { name: '让降尘月份与截至日期一起变' }).click()
    await dates.getByRole('button', { name: /^截至 2022年4月30日/ }).waitFor()
    expect(await page.getByText(/^降尘为/).count()).toBe(0)
  })
})

describe('the map', () => {
  const zoomOf = (page: Page) => Number(new URL(page.url()).hash.match(/at=[^&]*,([\d.]+)/)?.[1])
  const first = (page: Page) => sourceList(page).getByRole('listitem').first().getByRole('button')

  it('zooms in on a selected source inside a cluster until it is drawn by itself', async () => {
    const act = async (page: Page) => {
      await mapDrawn(page)
      expect(zoomOf(page)).toBe(8.5)
      await first(page).click()
      await details(page).waitFor()
      await expect.poll(() => zoomOf(page)).toBeGreaterThanOrEqual(12.5)
    }
    await onMap('#/explore?kind=construction-site&county=610402&at=108.5,34.8,8.5', act)
  })

  it('stays at the place in a link, in an open window and after a start, though another source was selected', async () => {
    const address = '#/explore?kind=construction-site&county=610402&at=108.00000,35.10000,10.00'
    const act = async (page: Page) => {
      await mapDrawn(page)
      await first(page).click()
      await page.waitForURL(/source=/)
      await page.waitForURL(/at=(?!108\.00000)/)
      const source = new URL(page.url()).hash.match(/source=[^&]*/)![0]
      await page.goto(`${origin}${address}&${source}`)
      await page.reload()
      await mapDrawn(page)
      await details(page).waitFor()
      expect(page.url()).toContain('at=108.00000,35.10000,10.00')
      // Selected on the screen, the map moves to it.
      await page.getByRole('complementary', { name: '排名' }).getByRole('button', { name: '下一处' }).click()
      await page.waitForURL((url) => !url.hash.includes('at=108.00000'))
    }
    await onMap(address, act)
  })

  it('shows the whole city as long as nothing was pressed, and then keeps its scale when it gets a line smaller', async () => {
    const act = async (page: Page) => {
      const scale = page.locator('[data-map-control="scale"]')
      const widthOf = () => scale.evaluate((each) => Number.parseFloat(each.style.width))
      const heightOf = async () => (await page.getByTestId('map').boundingBox())!.height
      const windowOf = async (height: number) => {
        const before = await heightOf()
        const { height: window } = page.viewportSize()!
        await page.setViewportSize({ width: 1280, height })
        await expect.poll(heightOf).toBe(before + height - window)
        await mapDrawn(page)
        await page.getByTestId('map').evaluate((map) => {
          const frame = map.parentElement!
          return new Promise<void>((done) => {
            const settle = () =>
              map.querySelector('canvas')!.clientHeight === frame.clientHeight ? done() : requestAnimationFrame(settle)
            settle()
          })
        })
      }
      await mapDrawn(page)
      const first = await widthOf()
      // Such as when letters arrive late and the legend gets another line.
      await windowOf(768)
      await expect.poll(widthOf).toBeLessThan(first - 0.5)
      await page.getByRole('heading', { name: '条件' }).click()
      const width = await widthOf()
      await windowOf(736)
      // In the north the same scale bar is a little shorter.
      expect(Math.abs((await widthOf()) - width)).toBeLessThan(0.5)
    }
    await inTown.visit('#/explore?panel=filters', act, { ...REDUCED_MOTION, viewport: { width: 1280, height: 800 } })
  })
})

it('the list of stored data is where it was left after a step back from one of its tables, and at the top when opened', async () => {
  const keepsItsPlace = async (page: Page) => {
    const pane = page.locator('#review > div').filter({ has: page.getByRole('heading', { name: '当前数据' }) })
    const places = () => pane.evaluate(({ scrollTop }) => scrollTop)
    await pane.waitFor()
    const table = pane.getByRole('table').getByRole('button').last()
    await pane.evaluate((own) => own.scrollTo(0, own.scrollHeight))
    await expect.poll(places).toBeGreaterThan(50)
    await table.scrollIntoViewIfNeeded()
    const left = await places()
    await table.click()
    await pane.waitFor({ state: 'detached' })
    await page.goBack()
    await pane.waitFor()
    await expect.poll(places).toBe(left)
    // Opened anew, it starts at the top.
    await page.getByRole('banner').getByRole('button', { name: '一张图', exact: true }).click()
    await pane.waitFor({ state: 'detached' })
    await page.getByRole('banner').getByRole('button', { name: '数据', exact: true }).click()
    await pane.waitFor()
    expect(await places()).toBe(0)
  }
  await inTown.visit('#/data', keepsItsPlace, { viewport: { width: 1280, height: 480 } })
})
