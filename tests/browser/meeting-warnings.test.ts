import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openApp, origin } from './app'

/** A warning for the whole city, during which devices exceed a limit. */
const WARNING =
  '预警编号,预警名称,预警等级,启动时间,解除时间,预警区域,发布单位与文号\nC-01,全市橙色预警,橙色,2022-10-05 8:00,2022-10-28 12:00,全市,\n'

/** Parts of the scene that cover its last line, and whether the content is higher than its room. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const scene = document.querySelector('section[data-scene="warnings"]')!
    const foot = scene.querySelector('footer')!.getBoundingClientRect().top
    return [...scene.querySelectorAll('table, section, li')].filter(
      (part) => part.getBoundingClientRect().bottom > foot + 1,
    ).length
  })

it('exceedances during a warning of all counties are on a further step, where nothing covers the notes', async () => {
  const { page, faults } = await openApp()
  await page.goto(`${origin}#/data`)
  await page
    .getByTestId('files')
    .setInputFiles({ name: '预警.csv', mimeType: 'text/csv', buffer: Buffer.from(WARNING) })
  await page.getByRole('button', { name: '确认导入 1 个文件' }).click()
  await page.getByRole('button', { name: '撤销' }).first().waitFor()
  await page.goto(`${origin}#/meeting?month=2022-10`)
  await page.locator('section[data-scene="ranking"]').waitFor()
  const scene = page.locator('section[data-scene="warnings"]')
  for (let presses = 0; presses < 30 && !(await scene.isVisible()); presses++) await page.keyboard.press('PageDown')
  const over = scene.getByRole('heading', { name: /^预警期间超过限值的未通知单位/ })
  const table = scene.getByRole('table')
  await table.waitFor()
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await over.count()).toBe(0)
    expect(await table.locator('tbody tr').count()).toBe(13)
    expect(await covered(page), `${width} table`).toBe(0)
    await page.keyboard.press('PageDown')
    await over.waitFor()
    expect(await table.count()).toBe(0)
    expect(await scene.getByRole('listitem').count()).toBeGreaterThan(3)
    expect(await covered(page), `${width} exceedances`).toBe(0)
    await page.keyboard.press('PageUp')
    await table.waitFor()
  }
  expect(faults).toEqual([])
})
