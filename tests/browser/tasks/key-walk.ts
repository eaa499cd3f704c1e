import type { Locator, Page } from 'playwright-core'
import { nextKey } from './next-key'

/** How a keyboard user moves about a page. */
export interface KeyWalk {
  /** Moves the focus to an element. */
  go(what: Locator): Promise<void>
  press(what: Locator): Promise<void>
  /** Sets a corner at each of these positions, in pixels of the page. */
  draw(corners: readonly (readonly [number, number])[]): Promise<void>
  /** Presses before each action that only moved the focus. */
  moves(): readonly number[]
}

/** Nobody would press more keys than this to reach anything. */
const MAX_MOVES = 60
/** How far an arrow key moves the cross on the map. */
const STEP_PIXELS = 32

/** Whether the focus is visible: the focused element is not covered, and something around it is drawn differently. */
const focusFault = (element: Element): string | null => {
  const { x, y, width, height } = element.getBoundingClientRect()
  const label = element.closest('label')
  const on = document.elementFromPoint(x + width / 2, y + height / 2)
  if (!on || !(element.contains(on) || on.contains(element) || label?.contains(on))) return 'is covered'
  if (!element.matches(':focus-visible')) return 'shows no focus'
  // Options of a popup have a background of their own, a radio button a ring around its label.
  if (element.matches('[role="option"], [role^="menuitem"], [role="combobox"]')) return null
  const isRinged = [element, element.nextElementSibling, label].some((each) => {
    if (!each) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(each)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
  return isRinged ? null : 'has no ring'
}

export function keyWalkOn(page: Page, faults: string[]): KeyWalk {
  const moves: number[] = []

  async function go(what: Locator) {
    await what.waitFor()
    let count = 0
    for (;;) {
      const key = await what.evaluate(nextKey)
      if (key === null) break
      if (count === MAX_MOVES) throw new Error(`the focus does not come to ${what}`)
      await page.keyboard.press(key)
      count++
    }
    moves.push(count)
    const fault = await page.evaluate(`(${focusFault})(document.activeElement)`)
    if (fault) faults.push(`${what} ${fault}`)
  }

  /** Moves the cross by this many pixels. */
  async function steps(key: string, pixels: number) {
    for (let i = 0; i < Math.round(pixels / STEP_PIXELS); i++) await page.keyboard.press(key)
  }

  return {
    go,
    async press(what) {
      await go(what)
      const isRadio = await page.evaluate(() => document.activeElement?.matches('input[type="radio"]'))
      // The arrow key that reached it also chose it.
      if (!isRadio) await page.keyboard.press('Enter')
    },
    async draw(corners) {
      await page.locator('#map').waitFor()
      while (!(await page.evaluate(() => document.activeElement?.closest('#map')))) await page.keyboard.press('F6')
      for (const [x, y] of corners) {
        const at = (await page.getByTestId('cross').boundingBox())!
        const [right, down] = [x - (at.x + at.width / 2), y - (at.y + at.height / 2)]
        await steps(right > 0 ? 'ArrowRight' : 'ArrowLeft', Math.abs(right))
        await steps(down > 0 ? 'ArrowDown' : 'ArrowUp', Math.abs(down))
        await page.keyboard.press('Enter')
      }
    },
    moves: () => moves,
  }
}
