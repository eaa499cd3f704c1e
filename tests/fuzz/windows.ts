import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { launch, openPage, openWindow } from '../browser/chromium'
import { inForce } from './desk'
import { onDisk } from './on-disk'
import { serveSmallSite } from './small-site'
import { fieldTeam } from './team'
import { type Act, type Desk, WINDOW_ACTS, type WindowAct } from './window-acts'
import { differences, type Effect, NOTHING_REPORTED, type ReportedState, type Settings } from './window-state'

/** The result of a campaign with two windows. */
export interface WindowReport {
  readonly runs: number
  readonly commands: number
  /** How often each act was done, and how often it was refused or not offered. */
  readonly acts: Readonly<Partial<Record<WindowAct, { done: number; not: number }>>>
  /** The shortest story in which something was lost, and what; empty if nothing was. */
  readonly losses: readonly string[]
}

interface Windows {
  readonly desks: readonly [Desk, Desk]
  count(act: WindowAct, done: boolean): void
}

/** Marks are not shrunk, so that a shorter story does not give two things one mark. */
const order = fc.record({ made: fc.noShrink(fc.integer({ min: 1, max: 999_999 })), choice: fc.nat(9) })
/** Acts that are frequent at a desk, and risky, occur more often. */
const WEIGHTS: Partial<Record<WindowAct, number>> = {
  takeSites: 4,
  takeStockpiles: 4,
  restore: 3,
  undo: 2,
  saveAgenda: 2,
}
const oneAct = fc.record({
  window: fc.constantFrom(0 as const, 1 as const),
  act: fc.oneof(
    ...(Object.keys(WINDOW_ACTS) as WindowAct[]).map((act) => ({
      arbitrary: fc.constant(act),
      weight: WEIGHTS[act] ?? 1,
    })),
  ),
  order,
})
type OneAct = typeof oneAct extends fc.Arbitrary<infer T> ? T : never

/** The page's stored settings. */
function settingsOf(page: Page): Promise<Settings> {
  return page.evaluate(() => {
    const kept = (name: string) => JSON.parse(localStorage.getItem(name) ?? '{}').state ?? {}
    const views = Object.values(kept('chentu-preferences').views ?? {}) as Record<string, string>[]
    const basemaps = (kept('chentu-basemaps').basemaps ?? []) as { name: string }[]
    return { views: views.flatMap((each) => Object.keys(each)), basemaps: basemaps.map(({ name }) => name) }
  })
}

/** Acts of one or both windows; two simultaneous acts must have the result of one order or the other. */
class Acts implements fc.AsyncCommand<{ told: ReportedState }, Windows> {
  constructor(private readonly acts: readonly OneAct[]) {}

  check = () => true

  async run(model: { told: ReportedState }, windows: Windows): Promise<void> {
    const effects = await Promise.all(
      this.acts.map(async ({ window, act, order }) => {
        const effect = await (WINDOW_ACTS[act] as Act)(windows.desks[window], order)
        windows.count(act, effect !== null)
        return effect
      }),
    )
    const done = effects.filter((effect) => effect !== null)
    const { page } = windows.desks[0]
    const before = model.told
    const [disk, settings] = [await onDisk(page), await settingsOf(page)]
    const orders = done.length === 2 ? [done, [...done].reverse()] : [done]
    const outcomes = orders.map((order) => {
      const told = order.reduce((told: ReportedState, effect: Effect) => effect(told), before)
      return { told, wrong: differences(told, disk, settings) }
    })
    const right = outcomes.find(({ wrong }) => wrong.length === 0)
    if (!right) throw new Error(outcomes[0]!.wrong.join('; '))
    model.told = right.told
  }

  toString(): string {
    return this.acts
      .map(({ window, act, order }) => `${'AB'[window]}.${act}(${order.made},${order.choice})`)
      .join(' & ')
  }
}

async function openWindows(browser: Browser, origin: string, windows: Pick<Windows, 'count'>) {
  const { context, page } = await openPage(browser, origin, { viewport: { width: 1100, height: 700 } })
  const team = await fieldTeam()
  const other = await openWindow(context)
  const desk = async (page: Page, window: 0 | 1): Promise<Desk> => {
    await page.goto(`${origin}#/data`)
    await inForce(page).waitFor()
    return { page, window, origin, team }
  }
  const desks = [await desk(page, 0), await desk(other, 1)] as const
  return { real: { ...windows, desks }, close: () => context.close() }
}

/**
 * Has two windows of one browser do random acts, `count` times, and checks after each that everything reported is true.
 * A story in which something is lost is shrunk, which takes many runs, unless `shorten` is false.
 */
export async function fuzzWindows(options: {
  readonly count: number
  readonly seed: number
  readonly commands: number
  readonly shorten?: boolean
}): Promise<WindowReport> {
  const site = await serveSmallSite()
  // Without 3D APIs the map only shows a message; drawing it would take most of the time.
  const browser = await launch(['--disable-3d-apis'])
  const acts: Partial<Record<WindowAct, { done: number; not: number }>> = {}
  let [runs, commands] = [0, 0]
  const count = (act: WindowAct, done: boolean) => {
    acts[act] ??= { done: 0, not: 0 }
    acts[act][done ? 'done' : 'not']++
    commands++
  }
  const someActs = fc
    .uniqueArray(oneAct, { minLength: 1, maxLength: 2, selector: ({ window }) => window })
    .map((all) => new Acts(all))
  const stories = fc.commands([someActs], { maxCommands: options.commands, size: 'max' })
  const property = fc.asyncProperty(stories, async (story) => {
    runs++
    const { real, close } = await openWindows(browser, site.origin, { count })
    try {
      await fc.asyncModelRun(() => ({ model: { told: NOTHING_REPORTED }, real }), story)
    } finally {
      await close()
    }
  })
  const endOnFailure = options.shorten === false
  const checked = fc.check(property, { numRuns: options.count, seed: options.seed, unbiased: true, endOnFailure })
  const result = await checked.finally(async () => {
    await browser.close()
    await site.close()
  })
  const losses = result.failed ? [`${result.counterexample}`, String(result.errorInstance)] : []
  return { runs, commands, acts, losses }
}
