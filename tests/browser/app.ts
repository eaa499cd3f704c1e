import { appPages } from './app-pages'
import { launch, serve } from './chromium'
import { serveTown } from './town'

/**
 * One Chromium and two servers for all files that a worker of vitest runs, which keeps this module; they end with it.
 */
export const [browser, served, town] = await Promise.all([launch([], 'shell'), serve(), serveTown()])

/** For actions on the map: it jumps instead of flying, because each frame takes a while here. */
export const REDUCED_MOTION = { reducedMotion: 'reduce' } as const

/** The app with the delivered package. */
export const delivered = appPages(browser, served.origin)
export const { origin, openApp, openEmptied, visit, inOnePage, roomOnDisk } = delivered
const { stayingPage } = delivered

/**
 * The same app with the sources of a part of the city alone, where it starts in half of the time: for tests of storing,
 * sending and questions for which the rest of the city does not matter.
 */
export const inTown = appPages(browser, town.origin)

/** One page without WebGL for visits of all files that store nothing: an open app needs no start. */
export const { visitAgain: look } = stayingPage({ permissions: ['clipboard-read', 'clipboard-write'] })

const WORK = { reducedMotion: 'reduce', viewport: { width: 1400, height: 720 } } as const

/** The same with WebGL, whose map takes longest to start. */
export const { visitAgain: onMap } = stayingPage({ ...WORK, webgl: true })

/** The same on the map of a machine without WebGL. */
const { visitAgain: onCanvas } = stayingPage({ ...WORK, webgl: false })

/** The engines of the map, and the visits on each. */
export const ENGINES = [
  { name: 'WebGL', webgl: true, onMap },
  { name: 'a canvas', webgl: false, onMap: onCanvas },
] as const
