import type { Locator, Page } from 'playwright-core'

/** Somebody who works on a page in one way, and what it took. What is only looked at or written takes nothing. */
export interface Hand {
  press(what: Locator): Promise<void>
  /** Goes into a field and writes. */
  write(where: Locator, text: string): Promise<void>
  /** Presses until now: of a button, an option, a field, a key that does something. */
  presses(): number
  /** Keys until now that only move the focus. */
  moves(): number
}

type Way = 'mouse' | 'touch' | 'keys'

/** Parts of the screen that F6 goes to, as selectors. */
const PARTS = ['#panel', '#list', '#map']

/** More than these nobody would press to get anywhere. */
const MOST_MOVES = 60

export function handOn(page: Page, way: Way = 'mouse'): Hand {
  let presses = 0
  let moves = 0

  const isAt = (what: Locator) => what.evaluate((element) => element === document.activeElement)

  /** The key that brings the focus nearer: F6 into the part where it is, arrows within what is one stop, else Tab. */
  const nextKey = (what: Locator) =>
    what.evaluate((element, parts) => {
      const at = document.activeElement
      const part = parts.map((each) => element.closest(each)).find((each) => each !== null)
      if (part && !part.contains(at)) return 'F6'
      const stop = element.closest('[role="toolbar"], [role="radiogroup"], [role="listbox"], [role="menu"]')
      return stop?.contains(at) ? 'ArrowDown' : 'Tab'
    }, PARTS)

  async function go(what: Locator) {
    await what.waitFor()
    for (let i = 0; !(await isAt(what)); i++) {
      if (i === MOST_MOVES) throw new Error(`the focus does not come to ${what}`)
      await page.keyboard.press(await nextKey(what))
      moves++
    }
  }

  return {
    async press(what) {
      presses++
      if (way === 'mouse') await what.click()
      else if (way === 'touch') await what.tap()
      else {
        await go(what)
        await page.keyboard.press('Enter')
      }
    },
    async write(where, text) {
      presses++
      if (way === 'mouse') await where.click()
      else if (way === 'touch') await where.tap()
      else await go(where)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    },
    presses: () => presses,
    moves: () => moves,
  }
}
