import { expect } from 'vitest'
import { PHOTO } from '../files'
import { type Journey, text, whole, words } from '../journey'
import { writeSaved } from '../saved'
import { openCheck, saveCheck } from './field'

export const CODE = '(?:\\d{4} ){4}\\d{4}'
export const KEY = `[aria-label="${words.desk.key}"]`

/** From the tablet to the desk and back: two machines that share only the files. */
export const handOver: Journey = {
  steps: () => {
    let [bundle, code, receipt] = ['', '', '']
    return {
      'makes a bundle of what a tablet recorded': async ({ tablet, engine, folder }) => {
        await tablet.beNew()
        await openCheck(tablet)
        await engine.choose('[data-testid="photos"]', [PHOTO])
        await tablet.until(`document.querySelector('figure img')?.naturalWidth > 0`)
        await saveCheck(tablet, '裸土未覆盖')
        await tablet.open('#/field')
        await tablet.press(whole(words.tablet.tab.office))
        bundle = writeSaved(await tablet.save(() => tablet.press(whole(words.check.bundle))), folder)
      },
      'takes it in at the desk, which signs a receipt': async ({ desk, engine, folder }) => {
        await desk.open('#/data')
        code = (await desk.see(CODE, KEY))[0]!
        receipt = writeSaved(await desk.save(() => engine.choose('[data-testid="bundles"]', [bundle])), folder)
        const { signed, receipt: kept } = words.check.receivedSaid
        await desk.see(signed)
        await desk.see(kept)
      },
      'keeps the desk’s key, which no script can read, through a reload': async ({ desk, engine }) => {
        await engine.reload()
        expect(await desk.see(CODE, KEY)).toEqual([code])
      },
      'lets the original go on the tablet by the signed receipt': async ({ tablet, engine }) => {
        await tablet.open('#/field')
        await tablet.press(whole(words.tablet.tab.office))
        await tablet.fill(whole(words.desk.pinType), code)
        await tablet.press(whole(words.desk.pinKeep))
        await tablet.see(text(words.desk.pinned, { code }))
        await engine.choose('[data-testid="receipt"]', [receipt])
        await tablet.see(text(words.check.confirmed, { events: 1, photos: 1 }))
        await tablet.press(whole(words.check.release))
        await tablet.press(`^${text(words.brought.releaseNow, { count: 1 })}$`)
        await tablet.see(text(words.check.released, { count: 1 }))
      },
    }
  },
}
