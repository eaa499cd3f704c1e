import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openApp, origin, REDUCED_MOTION } from './app'
import { mapDrawn } from './chromium'
import { confirmSaving, openCheck, openTab, PHOTO, TABLET } from './field-work'
import { unreadable } from './readable'

const UPRIGHT = TABLET.viewport
const LYING = { width: 1280, height: 800 }

/** Faults of the screens, each with the screen where it was seen first. */
function looking(page: Page) {
  const faults: Record<string, string[]> = {}
  const seen = new Set<string>()
  async function look(screen: string): Promise<void> {
    const fresh = (await unreadable(page)).filter((each) => !seen.has(each))
    for (const each of fresh) seen.add(each)
    if (fresh.length > 0) faults[screen] = fresh
  }
  /** Turns the tablet, and waits for the layout: scripts react to the width one frame later. */
  async function lay(size: typeof UPRIGHT): Promise<void> {
    await page.setViewportSize(size)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  /** In portrait and in landscape. */
  async function turn(screen: string): Promise<void> {
    await look(screen)
    await lay(LYING)
    await look(`${screen}, lying`)
    await lay(UPRIGHT)
  }
  return { faults, look, lay, turn }
}

it('the field screen is readable in the sun theme and usable with gloves, in both orientations', async () => {
  const { page } = await openApp({
    ...{ ...TABLET, ...REDUCED_MOTION },
    preferences: { toured: true, sun: true },
  })
  const { faults, look, lay, turn } = looking(page)
  const dialog = page.getByRole('dialog')
  const name = await openCheck(page, origin)
  const check = page.getByRole('region', { name: `检查 ${name}` })
  await turn('a check')
  await check.getByRole('button', { name: '不符合', exact: true }).first().click()
  await page
    .getByTestId(/^photos-/)
    .first()
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
  const photo = check.getByRole('button').filter({ has: page.getByRole('img', { name: /^照片/ }) })
  await photo.waitFor()
  await turn('an item that is not met')
  await photo.click()
  await turn('a photo')
  await dialog.getByRole('button', { name: '标注', exact: true }).click()
  await dialog.getByRole('button', { name: '保存标注' }).waitFor()
  await turn('drawing')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await check.getByRole('button', { name: '其余符合' }).click()
  await check.getByRole('button', { name: '撤销' }).waitFor()
  await turn('the rest as met')
  await check.getByRole('button', { name: /^保存记录/ }).click()
  await dialog.waitFor()
  await turn('before saving')
  await confirmSaving(page)
  await check.getByText('已保存到本机').waitFor()
  await turn('what is saved')
  await check.getByRole('button', { name: '请受检方签字' }).click()
  await turn('signing')
  await dialog.getByRole('button', { name: '暂不签字' }).click()
  await check.getByRole('button', { name: /^作废 / }).click()
  await turn('withdrawing')

  await page.goto(`${origin}#/field`)
  await openTab(page, '附近')
  await page.getByRole('button', { name: /^(未填记录人|记录人：)/ }).click()
  await turn('who writes')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '菜单' }).click()
  await page.getByRole('menu').waitFor()
  await look('the menu')
  await page.getByRole('menuitem').first().press('Escape')
  await openTab(page, '交内勤')
  await turn('handing over')
  await openTab(page, '附近')
  await page.getByRole('button', { name: '1 公里' }).click()
  await look('near by')
  await page.getByRole('button', { name: '登记新污染源' }).click()
  await look('a new source')
  await openTab(page, '路线')
  await page
    .getByRole('button', { name: /^自排路线：最严重的/ })
    .first()
    .click()
  await page.getByRole('button', { name: '跳过' }).first().click()
  await look('skipping')
  await dialog.getByRole('button', { name: '已停工' }).click()
  await look('a round')
  await openTab(page, '地图')
  await mapDrawn(page)
  await look('the map')
  // Nothing is beside it.
  expect.soft((await page.getByTestId('map').boundingBox())!.width).toBe(UPRIGHT.width)

  // From here on the map is beside the lists, and is not drawn again.
  await lay(LYING)
  await look('the map, lying')
  await openTab(page, '路线')
  await look('a round, lying')
  await openTab(page, '附近')
  await look('a new source, lying')
  const save = page.getByRole('button', { name: '保存新污染源' })
  const form = page.getByRole('region', { name: '登记新污染源' })
  const [button, all] = [(await save.boundingBox())!, (await form.boundingBox())!]
  // In the column of what is being saved, and visible without scrolling.
  expect.soft(button.x).toBeGreaterThanOrEqual(all.x)
  expect.soft(button.y + button.height).toBeLessThanOrEqual(LYING.height)
  await page.getByRole('button', { name: '返回', exact: true }).click()
  await look('near by, lying')
  expect(faults).toEqual({})
})
