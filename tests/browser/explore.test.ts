import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inOnePage, openApp, origin, STILL_MAP, visit } from './app'
import { accessibilityFaults, launch, mapDrawn, openPage } from './chromium'
import { chooseOption } from './controls'

/** One page for what leaves nothing behind. */
const look = inOnePage()

describe('a desk officer', () => {
  it('opens, chooses a month, filters to a county, selects the worst site, reads the clause, and the copied link opens the same', async () => {
    let link = ''
    const readsOn = async (page: Page) => {
      await mapDrawn(page)
      await page.getByRole('radio', { name: /2022年9月/ }).click()
      await page
        .getByRole('region', { name: '降尘排名' })
        .getByText(/^2022年9月/)
        .waitFor()
      await page.getByRole('button', { name: '条件', exact: true }).first().click()
      const county = page.getByRole('group', { name: '区县' }).getByRole('button', { name: /^渭城区/ })
      const promised = Number((await county.textContent())!.match(/\d+/)![0])
      await county.click()
      await page.getByText(`符合条件 ${promised} 处`).waitFor()
      const worst = page.locator('#list').getByRole('listitem').first()
      const name = (await worst.locator('b').textContent())!
      await worst.getByRole('button').click()
      const card = page.getByRole('article', { name: '详情' })
      await card.getByRole('heading', { name }).waitFor()
      expect(await card.getByText('示例', { exact: true }).count()).toBe(1)
      await card
        .getByRole('button', { name: /^第\d+条$/ })
        .first()
        .click()
      const clause = page.locator('details[data-clause][open]')
      await clause.waitFor()
      expect(await clause.getAttribute('data-clause')).toBe((await card.textContent())!.match(/第(\d+)条/)![1])
      link = page.url()
      await page.goBack()
      await page.getByRole('region', { name: '条件', exact: true }).waitFor()
    }
    await visit('', readsOn, { map: true })
    await visit(link.replace(origin, ''), async (page) => {
      await page.getByRole('article', { name: '详情' }).waitFor()
      await page.getByRole('radio', { name: /2022年9月/, checked: true }).waitFor()
      await page.locator('details[data-clause][open]').waitFor()
      expect(page.url()).toBe(link)
    })
  })

  it('sees the ring with the plan’s 328 and gets another count from the city centre', async () => {
    await look('#/explore?panel=layers', async (page) => {
      const count = page.getByTestId('ring-count')
      await count.getByText('范围内工业企业 328 家 / 工作方案所列 328 家').waitFor()
      await chooseOption(page.getByLabel('起算方式'), 'centre')
      await page.getByText(/范围内工业企业 (?!328)\d+ 家/).waitFor()
    })
  })

  it('asks why of a figure and reads points, formula and rounding', async () => {
    await look('#/explore', async (page) => {
      await page.getByRole('button', { name: /淳化县.*计算依据/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByText(/HJ 1221-2021/)
        .first()
        .waitFor()
      await dialog
        .getByText(/GB\/T 8170/)
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    })
  })

  it('gives the focus back to what opened a dialog: at Escape, at its button, and at a press beside it', async () => {
    await look('#/explore', async (page) => {
      const opener = page.getByRole('button', { name: /淳化县.*计算依据/ })
      const dialog = page.getByRole('dialog', { name: /^淳化县 2022年10月/ })
      const ways = [
        () => page.keyboard.press('Escape'),
        () => dialog.getByRole('button', { name: '关闭' }).click(),
        () => page.mouse.click(10, 400),
      ]
      for (const close of ways) {
        await opener.click()
        await dialog.waitFor()
        expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
        await close()
        await dialog.waitFor({ state: 'detached' })
        expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
      }
    })
  })

  it('finds a source by pinyin initials with the keyboard', async () => {
    await look('#/explore', async (page) => {
      await page.getByRole('combobox', { name: '搜索' }).fill('xpl')
      await page.getByRole('option', { name: /^咸平路/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('article', { name: '详情' }).getByRole('heading', { name: '咸平路' }).waitFor()
      await page.locator('#detail:focus').waitFor()
    })
  })

  it('selects a source on the map', async () => {
    // A site that stands alone, in the middle of the map.
    const middle = async (page: Page) => {
      await mapDrawn(page)
      await page.getByTestId('map').click()
      await page.getByRole('article', { name: '详情' }).getByRole('heading', { name: '渭阳路改造二标' }).waitFor()
    }
    await visit('#/explore?at=108.69328,34.34832,15.00', middle, {
      ...STILL_MAP,
      viewport: { width: 1400, height: 700 },
    })
  })

  it('drops the published text of the plan and reads it beside the gist', async () => {
    await visit('#/explore?panel=plan&read=2', async (page) => {
      await page.getByLabel(/放入工作方案原文/).setInputFiles('tests/fixtures/plan.docx')
      await page.getByText('已载入 2 条原文').waitFor()
      await page.locator('details[data-clause="2"]').getByText('第二条的原文。').waitFor()
      await page.reload()
      await page.locator('details[data-clause="2"]').getByText('第二条的原文。').waitFor()
    })
  })

  it('reads whom a task is about apart from what it is to reach, and a hint of our own apart from findings', async () => {
    await look('#/explore?panel=plan&read=24&source=road/DL-005', async (page) => {
      const clause = page.locator('details[data-clause="24"]')
      await clause.getByText('适用条件', { exact: true }).waitFor()
      await clause.getByText('裸置时间超过3个月').waitFor()
      expect(await clause.getByText('指标', { exact: true }).count()).toBe(0)
      const hint = page.getByRole('article', { name: '详情' }).locator('[data-status="hint"]')
      await hint.getByText('内部提示，非方案要求 · 积尘调查距今不超过30天').waitFor()
      expect(await hint.getByText(/第\d+条|牵头部门|责任部门|逾期/).count()).toBe(0)
    })
  })

  it('switches to English', async () => {
    await visit('', async (page) => {
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('heading', { name: /Dustfall ranking/ }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
    })
  })
})

describe('the app', () => {
  it('shows the real table of another package', async () => {
    await look('?data=data/changzhi#/meeting', async (page) => {
      const row = page.getByRole('row', { name: /沁县/ })
      await row.waitFor()
      expect(await row.textContent()).toMatch(/^后三8沁县1\.5—▼ 51\.61\.58$/)
      await page.getByText('数据类别：真实、换算').waitFor()
    })
  })

  it('says what is wrong with a package that is not there', async () => {
    const { context, page } = await openApp()
    await page.goto(`${origin}?data=data/nowhere.json`)
    await page.getByRole('heading', { name: '数据包无法打开' }).waitFor()
    await page.getByText('nowhere.json', { exact: true }).waitFor()
    await context.close()
  })

  it('lists what is near a typed position', async () => {
    await look('#/field', async (page) => {
      await page.getByLabel('经度,纬度').fill('108.70，34.34')
      await page.getByRole('button', { name: '查找' }).click()
      await page.getByText('从 108.70000，34.34000 起').waitFor()
      await page.getByRole('button', { name: '3 公里' }).click()
      await page.getByRole('button', { name: '按严重程度排序' }).click()
      await page.getByRole('listitem').nth(3).waitFor()
      const metres = (await page.getByRole('listitem').allInnerTexts()).map((text) =>
        Number(text.match(/(\d+)\s+米\s*$/)![1]),
      )
      expect(metres).toEqual([...metres].sort((a, b) => a - b))
    })
  })

  // A window of 1920 by 1080 at 200 %.
  const zoomed = inOnePage({ ...STILL_MAP, viewport: { width: 960, height: 540 }, deviceScaleFactor: 2 })

  it.each([
    ['meeting', /超标/],
    ['field', '附近的污染源'],
    ['data', '导入数据'],
    ['explore', '降尘排名'],
  ])('%s, with its %s, can be used at 200 percent zoom (WCAG 1.4.4)', async (mode, heading) => {
    await zoomed(`#/${mode}`, async (page) => {
      await page.getByRole('heading', { level: 2, name: heading }).first().waitFor()
      const width = await page.evaluate(() => document.scrollingElement!.scrollWidth)
      expect(width).toBeLessThanOrEqual(960)
      // Nothing that is pressed lies half outside, where nobody can scroll to.
      const outside = await page.locator('button:visible').evaluateAll((all) =>
        all
          .filter((each) => {
            const { left, right } = each.getBoundingClientRect()
            let around = each.parentElement
            while (around && getComputedStyle(around).overflowX !== 'auto') around = around.parentElement
            return (right > innerWidth + 1 || (left < -1 && right > 0)) && !around
          })
          .map((each) => each.textContent),
      )
      expect(outside).toEqual([])
      // The wall has no header.
      if (mode === 'meeting') return
      await page.getByRole('navigation', { name: '界面' }).getByRole('button').click()
      for (const name of ['一张图', '月度调度', '现场巡查', '数据'])
        await page.getByRole('menuitem', { name, exact: true }).waitFor()
      await page.keyboard.press('Escape')
    })
  })

  it('without WebGL keeps ranking, lists and details, and says why there is no map', async () => {
    const blind = await launch(['--disable-gpu', '--disable-3d-apis'])
    try {
      const { page } = await openPage(blind, origin)
      await page.goto(`${origin}#/explore?source=road/DL-001`)
      await page.getByText('这台电脑的浏览器无法显示地图').waitFor()
      await page.getByRole('article', { name: '详情' }).getByRole('heading', { name: '彩虹一路' }).waitFor()
    } finally {
      await blind.close()
    }
  })
})

/** Every screen and panel, as the part of an address after `#/`, with a heading that it has. */
const SCREENS = [
  ['explore', '问题'],
  ['explore?panel=layers', '图层'],
  ['explore?panel=filters', '条件'],
  ['explore?panel=plan&source=road/DL-001', '工作方案'],
  ['explore?panel=grades', '企业绩效分级'],
  ['explore?panel=upwind', '上风向排查'],
  ['explore?panel=area', '选区'],
  ['explore?panel=visits', '巡查情况'],
  ['explore?table=1&kind=enterprise', '数据表'],
  ['meeting', /超标/],
  ['field', '附近的污染源'],
] as const

const IN_BOTH_THEMES = /^explore$|grades|layers|table|meeting/

describe.each(['light', 'dark'])('for everybody (%s)', (theme) => {
  const preferences = { language: 'zh-CN', theme, wording: {} }
  const everybody = inOnePage({ ...STILL_MAP, viewport: { width: 1280, height: 800 }, preferences })
  // Colours differ between the themes, and these four have them all.
  const screens = SCREENS.filter(([screen]) => theme === 'light' || IN_BOTH_THEMES.test(screen))

  it.each(screens)('%s, with its %s, has no accessibility fault that axe can find', async (screen, heading) => {
    await everybody(`#/${screen}`, async (page) => {
      if (screen === 'explore') await mapDrawn(page)
      await page.getByRole('heading', { level: 2, name: heading }).first().waitFor()
      expect(await accessibilityFaults(page, theme)).toEqual([])
    })
  })
})

describe('before the map is there', () => {
  it('counties and ranking stand as a drawing, which gives way to the map', async () => {
    const { context, page, faults } = await openApp({ map: true })
    let letMapCome = () => {}
    const held = new Promise<void>((done) => {
      letMapCome = done
    })
    await page.route(/maplibre-gl-\w+\.js/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(origin)
    const drawing = page.getByTestId('county-drawing')
    await drawing.getByText('淳化县').waitFor()
    await page.getByRole('row', { name: /淳化县/ }).waitFor()
    expect(await page.getByTestId('map').count()).toBe(0)
    letMapCome()
    await mapDrawn(page)
    await drawing.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('with the keyboard only', () => {
  it('the months are stepped through, and the sheet of a tablet has three stops', async () => {
    await visit(
      '',
      async (page) => {
        // Half way up it leaves room for the legend alone.
        const grip = page.getByRole('button', { name: '改变面板高度' })
        await grip.focus()
        await page.keyboard.press('Enter')
        await page.keyboard.press('Enter')
        await page.getByRole('radio', { checked: true }).focus()
        await page.keyboard.press('ArrowLeft')
        await page.getByRole('radio', { name: /2022年9月/, checked: true }).waitFor()
        await page.keyboard.press('ArrowLeft')
        await page.getByRole('radio', { name: /2022年8月/, checked: true }).waitFor()
        const heights = []
        const sheet = page.getByRole('complementary', { name: '排名' })
        await grip.focus()
        await page.keyboard.press('Enter')
        for (let i = 0; i < 3; i++) {
          heights.push(Math.round((await sheet.boundingBox())!.height))
          await page.keyboard.press('Enter')
        }
        expect(heights[1]).toBeGreaterThan(heights[0]!)
        expect(heights[2]).toBeLessThan(heights[0]!)
      },
      { viewport: { width: 820, height: 1180 } },
    )
  })

  it('leaves all of the map drawn above a sheet with long details', async () => {
    await visit(
      '#/explore?requirement=23-six',
      async (page) => {
        await mapDrawn(page)
        await page.locator('#list').getByRole('listitem').first().getByRole('button').tap()
        await page.getByRole('article', { name: '详情' }).getByText('附近监测点位').waitFor()
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        const map = (await page.getByTestId('map').boundingBox())!
        const screen = await page.screenshot()
        const colours = await page.evaluate(
          async ([png, top]) => {
            const image = new Image()
            image.src = `data:image/png;base64,${png}`
            await image.decode()
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
            context.drawImage(image, 0, 0)
            return new Set(new Uint32Array(context.getImageData(250, top, 350, 150).data.buffer)).size
          },
          [screen.toString('base64'), map.y + 10] as const,
        )
        expect(colours).toBeGreaterThan(20)
      },
      { ...STILL_MAP, viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
    )
  })
})

it('on a tablet the table takes the place of the sheet, and details come over both', async () => {
  await visit(
    '#/explore',
    async (page) => {
      const rail = page.getByRole('navigation', { name: '面板' })
      const opens = (name: string) => rail.getByRole('button', { name, exact: true })
      const ranking = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: '区县' }) })
      await ranking.getByRole('row').nth(1).getByRole('button', { name: '淳化县', exact: true }).waitFor()
      const across = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(across).toBe(820)
      // However narrow it is, the page says that its data is made up.
      await page.getByRole('banner').getByText('示例', { exact: true }).waitFor()
      await opens('数据表').tap()
      const grid = page.getByRole('grid')
      await grid.waitFor()
      expect(await page.getByRole('complementary', { name: '排名' }).isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: '改变面板高度' }).count()).toBe(0)
      await grid.getByRole('row').nth(3).getByRole('gridcell').first().tap()
      await page.getByRole('article', { name: '详情' }).waitFor()
      expect(await grid.isVisible()).toBe(false)
      await page.locator('#detail').getByRole('button').first().tap()
      await grid.waitFor()
      await opens('问题').tap()
      expect(await grid.count()).toBe(0)
      await page.getByRole('button', { name: '六个100%', exact: true }).tap()
      await page.locator('#list').getByRole('listitem').first().waitFor()
      expect(await opens('污染源').getAttribute('aria-pressed')).toBe('true')
    },
    { viewport: { width: 820, height: 1180 }, hasTouch: true },
  )
})

/** How a control's letters stand out from its ground, from 1 to 21, as WCAG counts it. */
const contrastOf = (control: Locator) =>
  control.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element)
    const light = (css: string) => {
      const [r, g, b] = css.match(/\d+/g)!.map((part) => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const [more, less] = [light(color), light(backgroundColor)].sort((a, b) => b - a)
    return (more! + 0.05) / (less! + 0.05)
  })

it('a chip that was just pressed is read under the pointer, in both themes', async () => {
  await visit('#/explore?panel=filters', async (page) => {
    const chip = page.locator('#panel').getByRole('button', { name: /^已逾期/ })
    const pressed = chip.and(page.locator('[aria-pressed="true"]'))
    await chip.click()
    await pressed.hover()
    expect(await contrastOf(pressed)).toBeGreaterThanOrEqual(4.5)
    await page.getByRole('button', { name: '切换深浅色' }).click()
    await pressed.hover()
    expect(await contrastOf(pressed)).toBeGreaterThanOrEqual(4.5)
  })
})
