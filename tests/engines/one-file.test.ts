import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packSingle } from '../../scripts/single/pack'
import { startChromium, startChromium109 } from './chromium'
import type { Engine } from './engine'
import { faultsSoFar } from './faults'
import { writeOfficeFiles } from './files'
import { type Journey, type Steps, type Trip, text, whole, words } from './journey'
import { explore, webgl } from './journeys/explore'
import { importing } from './journeys/import'
import { meeting } from './journeys/meeting'
import { papers } from './journeys/papers'
import { Visitor } from './visitor'

/** A folder name as users choose it on a USB stick. */
const NAME = '优盘 100% 尘图'

let page: string
let folder: string
beforeAll(async () => {
  page = await packSingle('dist')
  folder = mkdtempSync(join(tmpdir(), 'chentu-file-'))
  mkdirSync(join(folder, NAME))
  writeFileSync(join(folder, NAME, 'chentu.html'), page)
  writeFileSync(
    join(folder, NAME, 'nothing.html'),
    '<!doctype html><link rel="icon" href="data:,"><title>empty</title>',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The first steps of a journey. */
const first = ({ steps }: Journey, count: number): Steps => Object.fromEntries(Object.entries(steps()).slice(0, count))

const said: Steps = {
  'says what a file can’t do': async ({ desk }) => {
    await desk.see(text(words.notice['one-file']))
    await desk.press(whole(words.app.close))
    await desk.open('#/field')
    await desk.see(words.check.startsOffline.file)
  },
}

const closed: Steps = {
  'does not say it again once that was closed': async ({ desk }) => {
    expect(await desk.text('body')).not.toContain(words.notice['one-file'])
  },
}

const manual: Steps = {
  'shows the manual with its pictures': async ({ desk }) => {
    await desk.open('#/help/explore')
    await desk.until(`(() => {
      const picture = document.querySelector('main img')
      picture?.scrollIntoView()
      return picture?.naturalWidth > 0
    })()`)
  },
}

const bulletin: Steps = {
  'saves the month’s bulletin for Word': meeting.steps()['saves the bulletin for Word, and slides with charts']!,
}

/**
 * Steps share one start where possible: the older browser does the whole journey, the newer one the steps that depend
 * on the engine.
 */
const WAYS = [
  {
    name: 'Chromium 109',
    start: startChromium109,
    mapEngine: 'canvas',
    steps: {
      ...first(explore, 1),
      ...said,
      ...first(importing, 2),
      ...closed,
      ...first(meeting, 1),
      ...bulletin,
      ...manual,
    },
  },
  {
    name: 'today’s Chromium',
    start: startChromium,
    mapEngine: 'webgl',
    steps: { ...first(webgl, 1), ...first(papers, 1), ...first(importing, 1) },
  },
] as const

describe.each(WAYS)('the app in one file, opened without a server in $name', ({ start, mapEngine, steps }) => {
  let engine: Engine
  let trip: Trip
  beforeAll(async () => {
    const own = mkdtempSync(join(folder, 'profile-'))
    engine = await start({ folder: join(own, 'profile'), isPrivate: false })
    const place = pathToFileURL(join(folder, NAME)).href
    await new Visitor(engine, `${place}/`).beNew(mapEngine)
    const desk = new Visitor(engine, `${place}/chentu.html`)
    // One machine without a server.
    trip = {
      engine,
      desk,
      tablet: desk,
      plain: desk,
      tabletServer: { origin: place, close: async () => undefined },
      files: await writeOfficeFiles(own),
      folder: own,
    }
  })
  afterAll(() => engine?.close())

  it.each(Object.entries(steps))('%s', async (_, act) => {
    await act(trip)
  })

  it('reports no error', async () => {
    expect((await faultsSoFar(engine)).join('\n')).toBe('')
  })
})
