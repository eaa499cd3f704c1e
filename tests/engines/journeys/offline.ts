import { type Journey, whole, words } from '../journey'
import { openCheck, saveCheck } from './field'

/** A tablet that has lost its network. */
export const offline: Journey = {
  offline: true,
  // The browser itself logs the missing server and the aborted requests of a page that was left.
  // tests/browser/built.test.ts checks that all files of the app are stored.
  expected:
    /Failed to load resource|NetworkError|net::ERR|ServiceWorker intercepted the request|error loading dynamically imported module/,
  steps: () => ({
    'is told when the app is kept on the tablet': async ({ tablet }) => {
      await tablet.beNew()
      await tablet.open('#/field')
      await tablet.press(whole(words.tablet.tab.office))
      await tablet.keptForOffline()
      await tablet.see(words.check.startsOffline.kept)
    },
    'starts without the server, and saves a check': async ({ tablet, tabletServer, engine }) => {
      await tabletServer.close()
      await engine.reload()
      await openCheck(tablet)
      await saveCheck(tablet, '没有信号')
    },
    'finds it after a reload': async ({ tablet, engine }) => {
      await engine.reload()
      await tablet.see('没有信号', `[aria-label="${words.check.history}"]`)
    },
    'sees the map and the ranking': async ({ tablet }) => {
      await tablet.open('#/explore?panel=layers')
      await tablet.mapDrawn()
      await tablet.see('1\\s+旬邑县\\s+2\\.8', 'main')
    },
  }),
}
