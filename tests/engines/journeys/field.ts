import { expect } from 'vitest'
import { PHOTO } from '../files'
import { type Journey, text, whole, words } from '../journey'
import type { Visitor } from '../visitor'

const HISTORY = `[aria-label="${words.check.history}"]`

/** Waits until the whole photo is shown. */
const seePhoto = (tablet: Visitor, where = 'main') =>
  tablet.until(`document.querySelector('${where} img')?.naturalHeight === 320`)

/** Opens the check of a source near a typed position. */
export async function openCheck(tablet: Visitor): Promise<void> {
  await tablet.open('#/field')
  await tablet.press(`^${words.tablet.tab.near}`, 'nav button')
  await tablet.fill(whole(words.near.coordinates), '108.7089，34.3296')
  await tablet.press(whole(words.near.go))
  await tablet.press(`^${text(words.near.within, { km: 3 })}$`)
  await tablet.press('阳洪东物流园', 'li button')
  await tablet.see('阳洪东物流园[^]*地面硬化', 'main')
}

/** Answers it, presses to save it, says who records if no name is set, and confirms that most is unanswered. */
export async function answerCheck(tablet: Visitor, note: string): Promise<void> {
  await tablet.press(whole(words.check.answer.no))
  await tablet.fill(`^${words.check.note}`, note)
  await tablet.press(`^${text(words.check.save)}`)
  await tablet.see(words.check.saveAnyway, 'dialog[open]')
  if (await tablet.offers(`^${words.check.author}`, 'dialog input'))
    await tablet.fill(`^${words.check.author}`, '王五', 'dialog input')
  await tablet.press(whole(words.check.saveAnyway), 'dialog button')
}

/** The same, and it is saved. */
export async function saveCheck(tablet: Visitor, note: string): Promise<void> {
  await answerCheck(tablet, note)
  await tablet.see(words.check.saved)
  await tablet.see(note, HISTORY)
}

/** 现场巡查: a check with a photo, which is kept. */
export const field: Journey = {
  offline: true,
  steps: () => ({
    'takes a photo for a check, upright as it was taken': async ({ tablet, engine }) => {
      await tablet.beNew()
      await openCheck(tablet)
      await engine.choose('[data-testid="photos"]', [PHOTO])
      const image = `document.querySelector('figure img')`
      await tablet.until(`${image}?.naturalWidth > 0`)
      const seen = await engine.ask<number[]>(`(() => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 320 })
        const context = canvas.getContext('2d')
        context.drawImage(${image}, 0, 0)
        const [red, , blue] = context.getImageData(80, 40, 1, 1).data
        return [${image}.naturalWidth, ${image}.naturalHeight, red > 200, blue < 60]
      })()`)
      expect(seen).toEqual([160, 320, true, true])
    },
    'saves the check with its photo': async ({ tablet }) => {
      await saveCheck(tablet, '裸土未覆盖')
      await seePhoto(tablet)
    },
    'reads it in the history after a reload, with its photo': async ({ tablet, engine }) => {
      await engine.reload()
      await tablet.see('裸土未覆盖', HISTORY)
      await seePhoto(tablet)
    },
    'reads it on the map of the same machine, with its photo': async ({ tablet, engine }) => {
      const source = (await engine.ask<string>('location.hash')).match(/source=([^&]+)/)![1]
      await tablet.open(`#/explore?source=${source}`)
      await tablet.see('裸土未覆盖', HISTORY)
      await seePhoto(tablet, HISTORY)
      await tablet.mapDrawn()
    },
  }),
}
