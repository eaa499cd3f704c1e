import { expect, it } from 'vitest'
import { inOnePage, STILL_MAP } from '../app'
import type { PageOptions } from '../chromium'
import { handOn, type Way } from './hand'
import { thirtySites } from './import'
import { boxLessCircle, table } from './on-map-and-table'
import { gradeD, handover, keptView } from './on-paper'
import { aroundPoints, oneRoad, sixBroken, twoMonths, whyOver } from './what-is-wrong'

const TASKS = [
  sixBroken,
  whyOver,
  aroundPoints,
  gradeD,
  handover,
  twoMonths,
  oneRoad,
  boxLessCircle,
  table,
  keptView,
  thirtySites,
]

/** No task, and no part of one that has parts, takes more presses than these. */
const MOST_PRESSES = 5
/** By keys nothing that is pressed next is farther away than this: F6, Tab, Shift and Tab, arrows. */
const MOST_MOVES = 15

/** Two pages: one for all that needs no map, and one for what does. */
export const taskPages = (options: PageOptions = {}) => ({
  plain: inOnePage({ permissions: ['clipboard-read', 'clipboard-write'], ...options }),
  withMap: inOnePage({ ...STILL_MAP, ...options }),
})

/** The twelve tasks in one way, one after the other in the same pages. */
export function tasksByHand(way: Way, { plain, withMap }: ReturnType<typeof taskPages>): void {
  for (const { name, address, onMap, act } of TASKS)
    it(name, async () => {
      const visit = onMap ? withMap : plain
      // Each begins as the screen does at first, with nothing in front that the last one brought there.
      await visit('#/data', async (page) => void (await page.getByTestId('files').waitFor({ state: 'attached' })))
      await visit(address, async (page) => {
        const hand = handOn(page, way)
        await hand.begin()
        const parts = [0]
        await act(page, hand, () => parts.push(hand.presses()))
        parts.push(hand.presses())
        for (const [i, presses] of parts.slice(1).entries())
          expect(presses - parts[i]!).toBeLessThanOrEqual(MOST_PRESSES)
        expect(hand.faults()).toEqual([])
        expect(Math.max(0, ...hand.moves())).toBeLessThanOrEqual(MOST_MOVES)
      })
    })
}
