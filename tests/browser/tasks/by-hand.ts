import { expect, it } from 'vitest'
import { inOnePage, REDUCED_MOTION } from '../app'
import type { PageOptions } from '../chromium'
import { handOn, type InputKind } from './hand'
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

/** No task or step takes more presses than this. */
const MAX_PRESSES = 5
/**
 * No element to be pressed next is more keys away than this: F6, Tab, Shift and Tab, arrows. The grades are behind a
 * panel’s layers and its page of the manual.
 */
const MAX_MOVES = 16

/** The page on which tasks are done. */
export const taskPage = (options: PageOptions = {}) =>
  inOnePage({ ...REDUCED_MOTION, permissions: ['clipboard-read', 'clipboard-write'], ...options })

/** The twelve tasks with one input, in order on the same page. */
export function tasksByHand(way: InputKind, visit: ReturnType<typeof taskPage>): void {
  for (const { name, address, act } of TASKS)
    it(name, async () => {
      // Each starts from the initial screen, with nothing left open by the previous one.
      await visit('#/data', async (page) => void (await page.getByTestId('files').waitFor({ state: 'attached' })))
      await visit(address, async (page) => {
        const hand = handOn(page, way)
        await hand.begin()
        const parts = [0]
        await act(page, hand, () => parts.push(hand.presses()))
        parts.push(hand.presses())
        for (const [i, presses] of parts.slice(1).entries())
          expect(presses - parts[i]!).toBeLessThanOrEqual(MAX_PRESSES)
        expect(hand.faults()).toEqual([])
        expect(Math.max(0, ...hand.moves())).toBeLessThanOrEqual(MAX_MOVES)
      })
    })
}
