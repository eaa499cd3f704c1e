import { expect, it } from 'vitest'
import { browser, look, openEmptied, origin, REDUCED_MOTION } from './app'
import { accessibilityFaults, openPage } from './chromium'
import { pressOnBar } from './pages'
import { serveTown } from './town'

it('opens beside the screen on ?, is searched, and closes on Escape with the work unchanged', async () => {
  const { page, faults } = await openEmptied()
  await page.goto(`${origin}#/explore?panel=cases`)
  const panel = page.locator('#panel')
  await panel.getByRole('button', { name: '手工立案' }).click()
  const form = panel.getByRole('form', { name: '立案' })
  await form.getByLabel('名称', { exact: true }).fill('某路口扬尘')
  const address = page.url()

  const help = panel.getByRole('link', { name: '说明：异常处置' })
  await help.click()
  const manual = page.getByRole('dialog', { name: '使用手册' })
  await manual.getByRole('heading', { name: '异常处置', exact: true }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  // The screen behind it can still be used.
  expect(await form.getByLabel('名称', { exact: true }).inputValue()).toBe('某路口扬尘')
  await form.getByLabel('名称', { exact: true }).fill('某路口扬尘二')

  await manual.getByRole('searchbox', { name: '搜索手册' }).fill('红头')
  await manual.getByText('“红头”：1 处').waitFor()
  await manual.getByRole('button', { name: /^月度调度 · 本单位的版式/ }).click()
  await manual.getByRole('heading', { name: '月度调度', exact: true }).waitFor()
  await expect.poll(() => manual.locator('mark').allTextContents()).toEqual(['红头'])
  // A page links to others without leaving the screen.
  await manual.getByRole('link', { name: '公布与发布', exact: true }).last().click()
  await manual.getByRole('heading', { name: '锁定公布值' }).waitFor()

  // The first Escape clears the search, the second one closes the manual.
  const search = manual.getByRole('searchbox', { name: '搜索手册' })
  await search.fill('没有这样的词')
  await manual.getByText('手册中没有“没有这样的词”').waitFor()
  await page.keyboard.press('Escape')
  await manual.getByRole('heading', { name: '锁定公布值' }).waitFor()
  await page.keyboard.press('Escape')
  await manual.waitFor({ state: 'detached' })
  expect(await form.getByLabel('名称', { exact: true }).inputValue()).toBe('某路口扬尘二')
  expect(page.url()).toBe(address)
  expect(faults).toEqual([])
})

it('is found by the search of all screens, and so is the diagnosis', async () => {
  await look('#/explore', async (page) => {
    await page.getByRole('region', { name: '当前条件' }).waitFor()
    const search = page.getByRole('combobox', { name: '搜索' })
    await page.keyboard.press('Control+k')
    await search.fill('误删')
    await page.getByRole('option', { name: /^遇到问题时/ }).click()
    const manual = page.getByRole('dialog', { name: '使用手册' })
    await manual.getByRole('heading', { name: '遇到问题时', exact: true }).waitFor()
    await manual.getByRole('searchbox', { name: '搜索手册' }).fill('离线')
    await manual.getByRole('button', { name: /断网时打不开/ }).click()
    await expect.poll(() => manual.locator('mark').first().textContent()).toBe('断网')
    await page.keyboard.press('Escape')
    await search.fill('诊断')
    await page.getByRole('option', { name: /^诊断/ }).click()
    const diagnosis = page.getByRole('dialog', { name: '诊断' })
    await diagnosis.waitFor()
    await page.keyboard.press('Escape')
    await diagnosis.waitFor({ state: 'detached' })
  })
})

it('opens above a dialog, which keeps its entries, and shows its pictures', async () => {
  await look('#/meeting', async (page) => {
    await pressOnBar(page, '公布值登记与更正')
    const publish = page.getByRole('dialog', { name: /^公布值登记与更正/ })
    await publish.getByRole('link', { name: '说明：公布与发布' }).click()
    const manual = page.getByRole('dialog', { name: '使用手册' })
    await manual.getByRole('heading', { name: '公布与发布', exact: true }).waitFor()
    await manual.getByText('目录', { exact: true }).click()
    await manual.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '现场巡查' }).click()
    const picture = manual.getByRole('img', { name: '现场巡查：附近的污染源' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(400)
    await manual.getByRole('button', { name: '放大：现场巡查：附近的污染源' }).click()
    const large = page.getByRole('dialog', { name: '现场巡查：附近的污染源' })
    await large.getByRole('img').waitFor()
    // The manual stays when its picture closes.
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
    expect(await manual.getByRole('heading', { name: '现场巡查', exact: true }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await manual.waitFor({ state: 'detached' })
    await publish.getByText('锁定后，本月数值不再随后来补报的数据改变').waitFor()
    await publish.getByRole('button', { name: '关闭' }).click()
    await publish.waitFor({ state: 'detached' })
  })
})

it('fills the window at its own address, in both languages, and the browser’s Back turns its pages', async () => {
  const { page, faults } = await openEmptied()
  await page.goto(`${origin}#/help`)
  await page.getByRole('heading', { name: '从这里开始' }).waitFor()
  await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '数据安全' }).click()
  await page.getByRole('heading', { name: '平板丢失' }).waitFor()
  // The checksum of the data follows once it is read.
  expect(page.url()).toMatch(/#\/help\/security(?:\?|$)/)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'A lost tablet' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goBack()
  await page.getByRole('heading', { name: 'Start here' }).waitFor()
  await page.goto(`${origin}#/help/no-such-page`)
  await page.getByText('This page is not in the manual').waitFor()
  expect(faults).toEqual([])
})

it('works offline with its pictures after one visit', async () => {
  const server = await serveTown()
  const { context, page } = await openPage(browser, server.origin, {
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'allow',
    ...REDUCED_MOTION,
  })
  await page.goto(`${server.origin}#/field`)
  await page.getByText('断网也能打开').waitFor()
  await server.close()
  await page.goto(`${server.origin}#/help/trouble`)
  await page.reload()
  await page.getByRole('heading', { name: '地图空白或很慢' }).waitFor()
  await page.getByRole('searchbox', { name: '搜索手册' }).fill('遥控器')
  await page.getByRole('button', { name: /^月度调度 · 会上/ }).click()
  const picture = page.getByRole('img', { name: '月度调度：各区县降尘量排名' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(400)
  await context.close()
})
