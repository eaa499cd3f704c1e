import type { Locator, Page } from 'playwright-core'
import { type KeyWalk, keyWalkOn } from './key-walk'

/** A position on the map, as fractions of its width and height. */
export type OnMap = readonly [x: number, y: number]

/**
 * A user with one kind of input, and the number of presses. Looking, scrolling and typing are not counted, and a stroke
 * on the map is drawing.
 */
export interface TaskUser {
  readonly way: InputKind
  /** Starts at the top of the page. */
  begin(): Promise<void>
  press(what: Locator): Promise<void>
  /** Focuses a field and types. */
  write(where: Locator, text: string): Promise<void>
  /** Closes a popup or a dialog: by Escape, or by its button if there is no such key. */
  close(dialog: Locator): Promise<void>
  /** Checks that an element is visible and not covered. */
  see(what: Locator): Promise<void>
  /** Draws on the map with the active tool: from one corner to the other, or a single position. */
  draw(...corners: readonly OnMap[]): Promise<void>
  /** Presses so far: of a button, an option, a field, a key that does something. */
  presses(): number
  /** What this input can’t use well: targets too small for a finger, a focus that is not visible. */
  faults(): readonly string[]
  /** For keys: the presses before each action that only move the focus. */
  moves(): readonly number[]
}

export type InputKind = 'mouse' | 'touch' | 'keys'

/** Width and height of a finger’s target in pixels, less the margin around a row of buttons. */
const FINGER = 44 - 2

export function handOn(page: Page, way: InputKind = 'mouse'): TaskUser {
  let presses = 0
  const faults: string[] = []
  const walk: KeyWalk = keyWalkOn(page, faults)
  const map = page.getByTestId('map').first()

  async function touchAt(what: Locator) {
    await what.scrollIntoViewIfNeeded()
    const size = await what.evaluate((element) => {
      // A radio button is pressed on its label, and a figure of the ranking on its whole row.
      const target = element.closest('label') ?? element.closest('tr[title]') ?? element
      const { width, height } = target.getBoundingClientRect()
      return Math.round(Math.min(width, height))
    })
    if (size < FINGER) faults.push(`${size} px: ${what}`)
    await what.tap()
  }

  async function act(what: Locator) {
    presses++
    if (way === 'mouse') await what.click()
    else if (way === 'touch') await touchAt(what)
  }

  async function strokeByMouse(corners: readonly (readonly [number, number])[]) {
    const [from, to] = corners
    await page.mouse.move(...from!)
    await page.mouse.down()
    if (to) {
      await page.mouse.move((from![0] + to[0]) / 2, (from![1] + to[1]) / 2, { steps: 5 })
      await page.mouse.move(...to, { steps: 5 })
    }
    await page.mouse.up()
  }

  async function strokeByTouch(corners: readonly (readonly [number, number])[]) {
    const [from, to] = corners
    if (!to) return page.touchscreen.tap(...from!)
    const cdp = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] })
    await touch('touchStart', from)
    for (let i = 1; i <= 8; i++)
      await touch('touchMove', [from![0] + ((to[0] - from![0]) * i) / 8, from![1] + ((to[1] - from![1]) * i) / 8])
    await touch('touchEnd')
    await cdp.detach()
  }

  return {
    way,
    async begin() {
      await page.locator('#map, #incoming').first().waitFor()
      // Tab continues from the last focus, also if that element is gone.
      await page.evaluate(() => {
        document.body.tabIndex = -1
        document.body.focus()
        document.body.removeAttribute('tabindex')
      })
    },
    async press(what) {
      await act(what)
      if (way === 'keys') await walk.press(what)
    },
    async write(where, text) {
      await act(where)
      if (way === 'keys') await walk.go(where)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    },
    async close(dialog) {
      if (way === 'touch') await this.press(dialog.getByRole('button', { name: '关闭', exact: true }))
      else {
        presses++
        await page.keyboard.press('Escape')
      }
      await dialog.waitFor({ state: 'detached' })
    },
    async see(what) {
      await what.waitFor()
      await what.scrollIntoViewIfNeeded()
      const over = await what.evaluate((element: HTMLElement) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        const { style } = element
        const { pointerEvents } = style
        // Text that lets presses through, such as a toast, is visible nevertheless.
        style.pointerEvents = 'auto'
        const on = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20))
        style.pointerEvents = pointerEvents
        return on && (element.contains(on) || on.contains(element)) ? null : (on?.outerHTML.slice(0, 80) ?? 'the edge')
      })
      if (over) faults.push(`${what} lies under ${over}`)
    },
    async draw(...corners) {
      const box = (await map.boundingBox())!
      const pixels = corners.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const)
      if (way === 'mouse') await strokeByMouse(pixels)
      else if (way === 'touch') await strokeByTouch(pixels)
      else await walk.draw(pixels)
    },
    presses: () => presses,
    faults: () => faults,
    moves: walk.moves,
  }
}
