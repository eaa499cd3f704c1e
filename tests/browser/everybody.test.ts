import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inOnePage, REDUCED_MOTION } from './app'
import { accessibilityFaults, mapDrawn } from './chromium'

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
  ['explore?panel=warnings', '预警响应'],
  ['explore?panel=cases', '异常处置'],
  ['explore?table=1&kind=enterprise', '数据表'],
  ['meeting', /超标/],
  ['monitoring', 'TSP小时均值'],
  ['monitoring?device=GD2022-0019', '文林路南段医院三标'],
  ['trucks', '渣土车'],
  ['trucks?truck=truck/示D00006', '示D00006'],
  ['help/trucks', '渣土车'],
  ['field', '附近的污染源'],
] as const

const IN_BOTH_THEMES = /^explore$|grades|layers|table|meeting|monitoring|warnings|cases|trucks|help/

const preferences = { language: 'zh-CN', theme: 'light', wording: {} }
const everybody = inOnePage({ ...REDUCED_MOTION, viewport: { width: 1280, height: 800 }, preferences })

describe.each(['light', 'dark'])('for everybody (%s)', (theme) => {
  // In the open page: a map is redrawn in other colours without a start.
  beforeAll(async () => {
    if (theme === 'dark')
      await everybody('#/explore', async (page) => {
        await page.getByRole('button', { name: '切换深浅色' }).click()
      })
  })

  // Colours differ between the themes, and these screens have all of them.
  const screens = SCREENS.filter(([screen]) => theme === 'light' || IN_BOTH_THEMES.test(screen))

  it.each(screens)('%s, with its %s, has no accessibility violation found by axe', async (screen, heading) => {
    await everybody(`#/${screen}`, async (page) => {
      if (screen === 'explore') await mapDrawn(page)
      await page.getByRole('heading', { level: 2, name: heading }).first().waitFor()
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
      expect(await accessibilityFaults(page, theme)).toEqual([])
    })
  })
})

// The space that a window of 1920 by 1080 has at 200 %.
const zoomed = inOnePage({ ...REDUCED_MOTION, viewport: { width: 960, height: 540 } })

it.each([
  ['meeting', /超标/],
  ['field', '附近的污染源'],
  ['data', '导入数据'],
  ['monitoring', '在线监测设备'],
  ['explore', '降尘排名'],
])('%s, with its %s, can be used at 200 percent zoom (WCAG 1.4.4)', async (mode, heading) => {
  await zoomed(`#/${mode}`, async (page) => {
    await page.getByRole('heading', { level: 2, name: heading }).first().waitFor()
    const width = await page.evaluate(() => document.scrollingElement!.scrollWidth)
    expect(width).toBeLessThanOrEqual(960)
    // No control is half outside the window, where nobody can scroll to it.
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
    // The field screen has its own menu.
    const isField = mode === 'field'
    const header = page.getByRole('navigation', { name: '界面' }).getByRole('button')
    await (isField ? page.getByRole('button', { name: '菜单' }) : header).click()
    for (const name of ['一张图', '月度调度', '在线监测', ...(isField ? [] : ['现场巡查']), '数据'])
      await page.getByRole('menuitem', { name, exact: true }).waitFor()
    await page.keyboard.press('Escape')
  })
})

/** Contrast of a control’s text to its background, from 1 to 21, as WCAG defines it. */
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

it('a chip that was just pressed has enough contrast under the pointer, in both themes', async () => {
  await everybody('#/explore?panel=filters', async (page) => {
    // The page arrives here in the second theme.
    for (const theme of ['dark', 'light']) {
      await page.locator(`html[data-theme="${theme}"]`).waitFor()
      const chip = page.locator('#panel').getByRole('button', { name: /^已逾期/ })
      const pressed = chip.and(page.locator('[aria-pressed="true"]'))
      if (theme === 'dark') await chip.click()
      await pressed.hover()
      expect(await contrastOf(pressed)).toBeGreaterThanOrEqual(4.5)
      if (theme === 'dark') await page.getByRole('button', { name: '切换深浅色' }).click()
    }
  })
})

it('the legend shows all its lines on the smallest desk, also in English', async () => {
  await everybody('#/explore', async (page) => {
    for (const [button, region] of [
      ['English', 'Legend'],
      ['中文', '图例'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      const legend = page.getByRole('region', { name: region })
      await legend.waitFor()
      await mapDrawn(page)
      // The last group comes with the outlines of the neighbours.
      await legend.getByText(region === 'Legend' ? 'Neighbouring counties' : '邻近区县界').waitFor()
      const [hidden, above] = await legend.evaluate((each) => [
        each.scrollHeight - each.clientHeight,
        each.firstElementChild!.getBoundingClientRect().top - each.getBoundingClientRect().top,
      ])
      expect(hidden).toBe(0)
      expect(above).toBeGreaterThanOrEqual(0)
    }
  })
})
