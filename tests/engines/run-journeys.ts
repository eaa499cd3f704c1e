import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../browser/chromium'
import type { Engine, Window } from './engine'
import { faultsSoFar } from './faults'
import { writeOfficeFiles } from './files'
import type { Trip } from './journey'
import { DESK_JOURNEYS, FIELD_JOURNEYS, type Journeys, PRIVATE_JOURNEYS } from './journeys'
import { answerFirst, Visitor } from './visitor'

type Start = (window: Window) => Promise<Engine>

/**
 * What browsers log about requests of a page that was left: Firefox for a font (NS_BINDING_ABORTED), for code, for code
 * from the service worker, and for an image, WebKit for code and for the service worker. Code that can’t be loaded at
 * all stops the step that needs it; so does a photo that can’t be shown.
 */
const BROKEN_OFF = new RegExp(
  [
    'status=2152398850',
    'error loading dynamically imported module: \\S+/assets/',
    'Importing a module script (is canceled|failed)',
    'Cross-origin script load denied by Cross-Origin Resource Sharing policy',
    'Image corrupt or truncated',
    'A ServiceWorker intercepted the request and encountered an unexpected error',
    'Cannot load \\S+ due to access control checks',
  ].join('|'),
)

/** Folder of screenshots of failed steps. */
const PICTURES = resolve('node_modules/.cache/chentu/engines')

/** Saves a screenshot under this name; returns its path, or why there is none. */
async function picture(engine: Engine, name: string): Promise<string> {
  const path = join(PICTURES, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`)
  try {
    mkdirSync(PICTURES, { recursive: true })
    writeFileSync(path, await engine.picture())
    return path
  } catch (error) {
    return `none (${error})`
  }
}

interface OpenedTrip {
  readonly trip: Trip
  end(): Promise<void>
}

/** Starts the servers of a desk and a tablet, whose new addresses have nothing stored in the browser. */
async function begin(engine: Engine, offline: boolean): Promise<OpenedTrip> {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-engine-'))
  const [deskServer, tabletServer, files] = await Promise.all([
    serve('dist', answerFirst(offline)),
    serve('dist', answerFirst(offline)),
    writeOfficeFiles(folder),
  ])
  const desk = new Visitor(engine, deskServer.origin)
  const tablet = new Visitor(engine, tabletServer.origin)
  // Also reaches this machine, but no browser treats it as localhost.
  const plain = new Visitor(engine, deskServer.origin.replace('127.0.0.1', '0.0.0.0'))
  const end = async () => {
    await Promise.all([deskServer.close(), tabletServer.close()])
    rmSync(folder, { recursive: true, force: true })
  }
  return { trip: { engine, desk, tablet, plain, tabletServer, files, folder }, end }
}

/** How the journeys of a browser are run. */
interface JourneyOptions {
  /** Starts the browser anew for each journey, which takes some seconds of processor time. */
  readonly isNewEach?: boolean
  /** Names of journeys that can't be tried in it. */
  readonly without?: readonly string[]
}

/** Runs journeys one after the other. A failure names engine and step and has a screenshot. */
function runJourneys(
  windowName: string,
  start: Start,
  isPrivate: boolean,
  isNewEach: boolean,
  journeys: Journeys,
): void {
  describe(windowName, () => {
    let profile = ''
    let engine: Engine
    /** Servers run until the window closes, so that no journey gets the port, and with it the storage, of another. */
    const begun: OpenedTrip[] = []
    const openWindow = async () => {
      profile = mkdtempSync(join(tmpdir(), 'chentu-profile-'))
      engine = await start({ folder: profile, isPrivate })
    }
    const closeWindow = async () => {
      await engine?.close()
      await Promise.all(begun.splice(0).map(({ end }) => end()))
      rmSync(profile, { recursive: true, force: true })
    }
    if (!isNewEach) {
      beforeAll(openWindow)
      afterAll(closeWindow)
    }
    describe.each(Object.entries(journeys))('%s', (name, { steps, expected, mapEngine, offline = false }) => {
      let trip: Trip
      let failed = ''
      beforeAll(async () => {
        if (isNewEach) await openWindow()
        const opened = await begin(engine, offline)
        begun.push(opened)
        trip = opened.trip
        await trip.desk.beNew(mapEngine)
        await faultsSoFar(engine)
      })
      afterAll(() => (isNewEach ? closeWindow() : undefined))
      beforeEach(({ task, onTestFailed }) => {
        if (failed) throw new Error(`not reached: “${failed}” failed`)
        onTestFailed(() => {
          failed = task.name
        })
      })
      it.each(Object.entries(steps()))('%s', async (step, act) => {
        try {
          await act(trip)
        } catch (error) {
          const shown = await picture(engine, `${windowName} ${name} ${step}`)
          const why = error instanceof Error ? error.message : String(error)
          const faults = engine.faults().join('\n')
          throw new Error(
            `${engine.name}, ${name}, “${step}”: ${why}\npicture: ${shown}${faults && `\nerrors so far:\n${faults}`}`,
            { cause: error },
          )
        }
      })
      it('reports no error', async () => {
        const faults = (await faultsSoFar(engine)).filter((fault) => !BROKEN_OFF.test(fault) && !expected?.test(fault))
        // As one text, so that the report contains all of it.
        expect(faults.join('\n')).toBe('')
      })
    })
  })
}

/** Runs the journeys of desk and meeting in a browser. */
export function runDeskJourneys(engineName: string, start: Start, { isNewEach = false }: JourneyOptions = {}): void {
  runJourneys(`in ${engineName}`, start, false, isNewEach, DESK_JOURNEYS)
}

/** Runs the journeys of the field in ordinary windows, then those that differ in a private window. */
export function runFieldJourneys(engineName: string, start: Start, how: JourneyOptions = {}): void {
  const { isNewEach = false, without = [] } = how
  const journeys = Object.fromEntries(Object.entries(FIELD_JOURNEYS).filter(([name]) => !without.includes(name)))
  runJourneys(`in ${engineName}`, start, false, isNewEach, journeys)
  runJourneys(`in a private window of ${engineName}`, start, true, isNewEach, PRIVATE_JOURNEYS)
}
