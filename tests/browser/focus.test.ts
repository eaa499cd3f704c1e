import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { inTown } from './app'

/** What has the focus: its id or else its name; '' if nothing has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: one, body } = document
    return one === null || one === body ? '' : one.id || one.getAttribute('aria-label') || one.textContent
  })
const expectFocus = (page: Page, name: string | RegExp) => expect.poll(() => focused(page)).toMatch(name)

it('a menu opened by Enter or Space acts on Enter at once', async () => {
  await inTown.visit('#/explore', async (page) => {
    const button = page.getByRole('button', { name: '导出', exact: true })
    await button.waitFor()
    await button.focus()
    for (const key of ['Enter', 'Space', 'Enter', 'Space']) {
      await page.keyboard.press(key)
      await page.locator('[role="menuitem"]:focus', { hasText: 'Excel' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('Enter')
    await page.locator('[role="menuitem"]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '导出' }).waitFor()
  })
})

it('the focus stays on a button that makes a file, and keys do not turn the scene behind its dialog', async () => {
  await inTown.visit('#/meeting', async (page) => {
    await page.locator('section[data-scene]').waitFor()
    const papers = page.getByRole('button', { name: '会议材料' })
    await papers.focus()
    await page.keyboard.press('Enter')
    const word = page.getByRole('button', { name: '通报 Word' })
    await word.focus()
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(saved.suggestedFilename()).toMatch(/\.docx$/)
    await expectFocus(page, '通报 Word')
    const scene = await page.locator('section[data-scene]').getAttribute('data-scene')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('PageDown')
    expect(await page.locator('section[data-scene]').getAttribute('data-scene')).toBe(scene)
    await page.keyboard.press('Escape')
    await expectFocus(page, '会议材料')
  })
})

it('a screen takes the focus of the button that opened it, also after a black screen', async () => {
  await inTown.visit('#/explore', async (page) => {
    await page.getByRole('button', { name: '月度调度', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.locator('section[data-scene]').waitFor()
    await expectFocus(page, 'main')
    await page.keyboard.press('b')
    await page.locator('[data-black]').waitFor()
    await page.keyboard.press('b')
    await page.locator('[data-black]').waitFor({ state: 'detached' })
    await expectFocus(page, 'main')
    await page.getByRole('navigation', { name: '放映' }).getByRole('button', { name: '一张图' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('#question').waitFor()
    await expectFocus(page, 'main')
    const ring = () => page.locator('#main').evaluate((main) => getComputedStyle(main, '::after').borderTopWidth)
    expect(await ring()).toBe('3px')
  })
})

it('links skip to the list or the details that cover it, and to the filters', async () => {
  await inTown.visit('#/explore?panel=plan', async (page) => {
    const skip = async (name: string) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
    }
    await page.locator('#list li button').first().waitFor()
    await skip('跳到污染源列表')
    // The list passes it on to its row.
    await page.locator('#list:focus-within').waitFor()
    await page.locator('#list li button').first().click()
    await page.locator('#detail').waitFor()
    await skip('跳到条件栏')
    await expectFocus(page, 'question')
    await skip('跳到详情')
    await expectFocus(page, 'detail')
  })
})
