import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ENGINES, look, origin } from './app'
import { mapDrawn } from './chromium'
import { chooseOption } from './controls'
import { numberIn } from './pages'

describe.each(ENGINES)('work on the map that $name draws', ({ onMap }) => {
  it('selects by a box, deselects a road, and its link restores the selection', async () => {
    let link = ''
    let count = 0
    const status = (page: Page) => page.getByText(/^选中 [\d,]+ 处$/)
    await onMap('#/explore?panel=area', async (page) => {
      await mapDrawn(page)
      await page.getByRole('button', { name: '框选' }).click()
      await page.locator('[data-map-canvas][style*="crosshair"]').waitFor()
      const map = (await page.getByTestId('map').boundingBox())!
      await page.mouse.move(map.x + 0.3 * map.width, map.y + 0.4 * map.height)
      await page.mouse.down()
      await page.mouse.move(map.x + 0.5 * map.width, map.y + 0.6 * map.height, { steps: 5 })
      await page.mouse.move(map.x + 0.75 * map.width, map.y + 0.9 * map.height, { steps: 5 })
      await page.mouse.up()
      await status(page).waitFor()
      const boxed = numberIn(await status(page).textContent())
      await page.getByLabel('减去').check()
      await page.getByLabel('米', { exact: true }).fill('5000')
      await page.getByRole('button', { name: '沿线', exact: true }).click()
      await page.waitForFunction(
        (all) => !document.body.textContent!.includes(`选中 ${all} 处`),
        boxed.toLocaleString('en'),
      )
      count = numberIn(await status(page).textContent())
      expect(count).toBeLessThan(boxed)
      expect(count).toBeGreaterThan(0)
      link = page.url()
    })
    // In a window with another view, where nothing is drawn.
    await look('#/explore', async (page) => {
      expect(await page.getByText(/^选中 [\d,]+ 处$/).count()).toBe(0)
    })
    await look(link.replace(origin, ''), async (page) => {
      await page.getByText(`选中 ${count.toLocaleString('en')} 处`).waitFor()
    })
  })

  it('snaps a circle to a nearby dustfall point, and shows its name', async () => {
    const [lon, lat] = [108.703728, 34.324066]
    await onMap(`#/explore?panel=area&at=${lon},${lat},13`, async (page) => {
      await mapDrawn(page)
      // Another tool may still be active, at another step.
      await page.getByLabel('并入').check()
      await page.getByRole('button', { name: '浏览', exact: true }).click()
      await page.locator('[data-map-canvas]:not([style*="crosshair"])').waitFor()
      await page.getByRole('button', { name: '周边', exact: true }).click()
      await page.locator('[data-map-canvas][style*="crosshair"]').waitFor()
      const map = (await page.getByTestId('map').boundingBox())!
      const free = (await page.locator('#side').boundingBox())!
      // The camera is the middle of the uncovered part.
      const [x, y] = [(map.x + Math.min(map.x + map.width, free.x)) / 2 + 7, map.y + map.height / 2 - 6]
      await page.mouse.move(x - 60, y)
      await page.mouse.move(x, y)
      await page.getByTestId('snapped').getByText('圆心：东区监测点').waitFor()
      await page.mouse.click(x, y, { delay: 60 })
      await page.getByRole('list', { name: '当前条件' }).first().getByText('并入 东区监测点 周边 3 公里').waitFor()
      await page.waitForURL((url) => decodeURIComponent(url.hash).includes('circle:108.70373+34.32407+3000+东区监测点'))
      await page.getByRole('button', { name: '浏览', exact: true }).click()
      // A drawn area is in view, and does not move the map; the map moves to one that is added out of view.
      const zoomOf = (url: string) => Number(/at=[\d.]+,[\d.]+,([\d.]+)/.exec(decodeURIComponent(url))?.[1])
      expect(zoomOf(page.url())).toBe(13)
      await chooseOption(page.locator('[data-panel]').getByLabel('区县'), '610429')
      await expect.poll(() => zoomOf(page.url())).toBeLessThan(11.5)
    })
  })

  it('measures, and moves to pasted GCJ-02 coordinates', async () => {
    await onMap('#/explore?panel=area', async (page) => {
      await mapDrawn(page)
      await page.getByRole('button', { name: '量距' }).click()
      await page.locator('[data-map-canvas][style*="crosshair"]').waitFor()
      const map = (await page.getByTestId('map').boundingBox())!
      for (const [x, y] of [
        [0.4, 0.5],
        [0.6, 0.5],
        [0.6, 0.5],
      ] as const)
        await page.mouse.click(map.x + x * map.width, map.y + y * map.height, { delay: 60 })
      await page.getByText(/^总长 [\d.]+ km，末段方位 \d+\.\d°$/).waitFor()
      await page.getByRole('textbox', { name: '跳到坐标' }).fill('34.3295, 108.7138')
      await chooseOption(page.locator('form').locator('button[aria-haspopup]'), 'gcj02')
      await page.getByRole('button', { name: '前往' }).click()
      await page.waitForURL(/at=108\.709\d+,34\.33\d+,14/)
    })
  })
})
