import { expect } from 'vitest'
import { type Journey, text, whole, words } from '../journey'
import { openCheck, saveCheck } from './field'

/** An address without HTTPS on another machine: the app says what the browser refuses there, and the workaround. */
export const plainHttp: Journey = {
  steps: () => ({
    'is told that the table can’t be copied, and saves it': async ({ plain }) => {
      await plain.beNew()
      await plain.open('#/explore?table=1&county=610430')
      await plain.tap(whole(words.table.copy))
      await plain.see(words.table.copyRefused)
      await plain.press(whole(words.frame.export))
      await plain.press(`^${text(words.frame.exportAs.csv)}`, '[role="menuitem"]')
      const { bytes } = await plain.save(() => plain.press(whole(words.data.export.save)))
      expect(new TextDecoder().decode(bytes)).toContain('淳化县')
    },
    'gets the link to copy it by hand': async ({ plain }) => {
      await plain.tap(whole(words.frame.copyLink))
      await plain.see(words.frame.copyByHand)
    },
    'is told why there is no position, types one, and saves a check': async ({ plain }) => {
      await plain.open('#/field')
      await plain.press(whole(words.near.locate))
      await plain.see(words.near.insecure)
      await openCheck(plain)
      await saveCheck(plain, '没有定位也记下')
    },
    'is told that it will not start without a network': async ({ plain }) => {
      await plain.open('#/field')
      await plain.press(whole(words.tablet.tab.office))
      await plain.see(text(words.check.startsOffline.impossible))
    },
    'is told at the desk that no receipt is signed': async ({ plain }) => {
      await plain.open('#/data')
      await plain.see(words.desk.keyInsecure)
    },
  }),
}
