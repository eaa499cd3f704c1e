import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'

/** The first integer in a text. */
export const numberIn = (text: string | null) => Number(text!.replaceAll(',', '').match(/\d+/)![0])

/** Width of a page once its window has been drawn at its size. */
export const widthNeeded = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(document.documentElement.scrollWidth))),
      ),
  )

/** The list of sources with the rows of the current view: earlier rows stay until these are loaded. */
export const sourceList = (page: Page): Locator =>
  page.locator('#list:not([data-old="true"]):not(:has([data-old="true"]))')

/** The filter bar over the map. */
export const filterBar = (page: Page): Locator => page.getByRole('region', { name: '当前条件' })

const count = (page: Page): Locator => filterBar(page).getByText(/^[\d,]+ 处污染源/)
/** The number of remaining sources; the earlier number until the worker has counted again. */
export const remainingSources = async (page: Page) => numberIn(await count(page).textContent())
/** The new number of remaining sources, once it differs from `before`. */
export async function nextRemainingSources(page: Page, before: number): Promise<number> {
  await count(page)
    .filter({ hasNotText: new RegExp(`^${before.toLocaleString('en')} `) })
    .waitFor()
  return remainingSources(page)
}

/** The file that the browser saves during an action. */
export async function download(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [got] = await Promise.all([page.waitForEvent('download'), act()])
  return readFileSync(await got.path())
}

/**
 * Presses a button of the wall’s bar, which is visible for three seconds after the pointer has moved: on a busy machine
 * it may have disappeared by the press, which then would do nothing. The bar has to be there before: of a pointer that
 * moved over an app that was still starting, it knows nothing.
 */
export async function pressOnBar(page: Page, name: string | RegExp): Promise<void> {
  const bar = page.getByRole('navigation', { name: '放映' })
  const button = bar.getByRole('button', { name, exact: true })
  await button.waitFor({ state: 'attached' })
  await vi.waitFor(
    async () => {
      await page.mouse.move(200, 200)
      await page.mouse.move(210, 200)
      await button.click({ timeout: 3000 })
    },
    { timeout: 60_000 },
  )
}

/**
 * Leaves the wall by its key, pressed twice: the second press counts within four seconds, which may pass on a busy
 * machine.
 */
export const leaveWall = (page: Page): Promise<void> =>
  vi.waitFor(
    async () => {
      const scene = page.locator('section[data-scene]')
      if ((await scene.count()) === 0) return
      await page.keyboard.press('Escape')
      await page.getByText('再按一次 Esc 键退出放映').waitFor({ timeout: 3000 })
      await page.keyboard.press('Escape')
      await scene.first().waitFor({ state: 'detached', timeout: 5000 })
    },
    { timeout: 60_000 },
  )
