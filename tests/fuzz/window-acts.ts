import type { Page } from 'playwright-core'
import { choose, fileOf, inForce, takeOverButton, versionsOf } from './desk'
import { displayedText, words } from './displayed-text'
import { MARK, onDisk } from './on-disk'
import type { fieldTeam } from './team'
import { type Effect, putInForce, type Slot, undone, versionMade } from './window-state'

/** A window of the office's browser, and what it works with. */
export interface Desk {
  readonly page: Page
  readonly window: 0 | 1
  readonly origin: string
  readonly team: Awaited<ReturnType<typeof fieldTeam>>
}

/** The parameters of an act: one number for what it creates, another for what it chooses. */
export interface ActParameters {
  readonly made: number
  readonly choice: number
}

/**
 * Performs an act; returns its effect if it was reported as done, null if it was refused with a message or not offered.
 */
export type Act = (desk: Desk, order: ActParameters) => Promise<Effect | null>

/** Time that a window may take to report the result of an act, even on a busy computer. */
const SAID_WITHIN_MS = 20_000

const markOf = (made: number) => `标记${made}`

/**
 * Whether the app reports the act as done; false if refused. If something changed elsewhere, the window then reloads or
 * shows it.
 */
async function outcome({ page }: Desk, { choice }: ActParameters, done: ReturnType<Page['locator']>): Promise<boolean> {
  const refused = page.locator('[data-kind="refused"]')
  await done.or(refused).first().waitFor({ timeout: SAID_WITHIN_MS })
  if ((await refused.count()) === 0) return true
  if (choice % 2 === 0) {
    await page.reload()
    await inForce(page).waitFor()
    return false
  }
  const look = page.getByRole('button', { name: words.notice.look }).first()
  await look.click({ timeout: SAID_WITHIN_MS })
  await look.waitFor({ state: 'detached' })
  await page.locator('progress').waitFor({ state: 'detached' })
  const files = page.getByRole('button', { name: displayedText(words.data.remove) })
  for (let left = await files.count(); left > 0; left--) await files.first().click()
  return false
}

async function goTo({ page, origin }: Desk, screen: string): Promise<void> {
  await page.goto(`${origin}#/${screen}`)
}

/** Opens the menu of the saved views. */
async function savedViews(desk: Desk) {
  await goTo(desk, 'explore')
  await desk.page.getByRole('button', { name: words.views.menu, exact: true }).click()
  const menu = desk.page.getByRole('menu', { name: words.views.menu })
  await menu.waitFor()
  return (name: string) => menu.getByRole('menuitem', { name, exact: true })
}

const takeOver =
  (slot: Exclude<Slot, 'agenda'>): Act =>
  async (desk, order) => {
    const { page, window } = desk
    const { made } = order
    await goTo(desk, 'data')
    await page.getByTestId('files').setInputFiles(fileOf(slot, made))
    await takeOverButton(page).click()
    const done = page.getByText(displayedText(words.data.taken, { count: 1 }))
    if (await outcome(desk, order, done)) return versionMade(window, slot, markOf(made))
    return null
  }

/** The acts of a window, each through its screen. */
export const WINDOW_ACTS = {
  takeSites: takeOver('construction-site'),
  takeStockpiles: takeOver('stockpile'),

  async undo(desk, order) {
    const { page, window } = desk
    await goTo(desk, 'data')
    const button = page.getByRole('status').getByRole('button', { name: words.data.undo, exact: true })
    if (!(await button.isVisible())) return null
    await button.click()
    return (await outcome(desk, order, page.getByText(words.data.undone))) ? undone(window) : null
  },

  async restore(desk, order) {
    const { page } = desk
    await goTo(desk, 'data')
    await inForce(page).waitFor()
    const labels = await versionsOf(page).getByRole('listitem').locator('b').allTextContents()
    const current = await inForce(page).locator('b').textContent()
    const others = labels.filter((each) => each !== current && (each === words.data.delivered || each.match(MARK)))
    const label = others[order.choice % others.length]
    if (label === undefined) return null
    await choose(page, label).click()
    const shown = inForce(page).getByText(label, { exact: true })
    return (await outcome(desk, order, shown)) ? putInForce(label.match(MARK)?.[0] ?? null) : null
  },

  async saveAgenda(desk, { made }) {
    const { page, window } = desk
    await goTo(desk, 'meeting')
    const controls = page.getByRole('navigation', { name: words.meeting.controls })
    await controls.getByRole('button', { name: words.meeting.agenda, exact: true }).dispatchEvent('click')
    const dialog = page.getByRole('dialog', { name: words.meeting.agenda })
    await dialog.getByRole('textbox').first().fill(markOf(made))
    await dialog.getByRole('button', { name: words.meeting.keepAgenda }).click()
    const refused = dialog.getByRole('alert')
    const closed = dialog.waitFor({ state: 'hidden', timeout: SAID_WITHIN_MS })
    await Promise.race([closed, refused.waitFor({ timeout: SAID_WITHIN_MS })])
    if ((await refused.count()) === 0) return versionMade(window, 'agenda', markOf(made))
    await page.reload()
    return null
  },

  async addView(desk, { made }) {
    const { page } = desk
    const entry = await savedViews(desk)
    await entry(words.views.keepThis).click()
    const dialog = page.getByRole('dialog', { name: words.views.save })
    await dialog.getByRole('textbox', { name: words.views.name }).fill(markOf(made))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached', timeout: SAID_WITHIN_MS })
    return (told) => ({ ...told, views: new Set(told.views).add(markOf(made)) })
  },

  async removeView(desk, { choice }) {
    const { page } = desk
    const entry = await savedViews(desk)
    if ((await entry(words.views.manage).count()) === 0) {
      await page.keyboard.press('Escape')
      return null
    }
    await entry(words.views.manage).click()
    const views = page.getByRole('dialog', { name: words.views.title })
    const names = await views
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((each) => Reflect.get(each, 'value')))
    const mark = String(names[choice % names.length]).match(MARK)?.[0]
    if (mark === undefined) {
      await page.keyboard.press('Escape')
      return null
    }
    const item = views.getByRole('button', { name: displayedText(words.views.forget, { name: mark }), exact: true })
    await item.click()
    await item.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    return (told) => ({ ...told, views: new Set([...told.views].filter((each) => each !== mark)) })
  },

  async addBasemap(desk, { made }) {
    const { page, origin } = desk
    await goTo(desk, 'explore?panel=layers')
    await page.getByRole('button', { name: words.basemap.add, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: words.basemap.add })
    await dialog.getByLabel(words.basemap.name, { exact: true }).fill(markOf(made))
    await dialog.getByLabel(words.basemap.template).fill(`${origin}tiles/{z}/{x}/{y}.png`)
    await dialog.getByRole('button', { name: words.basemap.save, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    return (told) => ({ ...told, basemaps: new Set(told.basemaps).add(markOf(made)) })
  },

  async draft(desk, { made, choice }) {
    const form = await openCheck(desk, choice)
    const unseen = await write(form, markOf(made))
    if (!unseen) return null
    return (told) => {
      const seen = unseen(told)
      return { ...seen, drafts: new Map(seen.drafts).set(form.key, markOf(made)) }
    }
  },

  async saveCheck(desk, { made, choice }) {
    const form = await openCheck(desk, choice)
    const unseen = await write(form, markOf(made))
    if (!unseen) return null
    await form.region.getByRole('group').first().getByRole('button').first().click()
    await form.region.getByRole('button', { name: displayedText(words.check.save) }).click()
    await form.region.locator('[data-state="saved"]').waitFor({ timeout: SAID_WITHIN_MS })
    return (told) => {
      const { checks, drafts, ...others } = unseen(told)
      const left = new Map([...drafts].filter(([key]) => key !== form.key))
      return { ...others, checks: new Set(checks).add(markOf(made)), drafts: left }
    }
  },

  async receive(desk, { made }) {
    const { page, team } = desk
    await goTo(desk, 'data')
    const { bytes, events } = await team.bundle(markOf(made))
    const name = `巡查包${made}.zip`
    await page.getByTestId('bundles').setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
    await page.getByText(displayedText(words.check.received, { file: name })).waitFor({ timeout: SAID_WITHIN_MS })
    return (told) => ({ ...told, events: new Set([...told.events, ...events]) })
  },

  async reload({ page, window }) {
    await page.reload()
    // No undo is offered any more.
    return (told) => {
      const undoable: [string | null, string | null] = [...told.undoable]
      undoable[window] = null
      return { ...told, undoable }
    }
  },
} satisfies Record<string, Act>
export type WindowAct = keyof typeof WINDOW_ACTS

const SOURCES = ['DC2022-0001', 'DC2022-0002']

/** Opens the check of one of two sources, or stays if it is open already. */
async function openCheck(desk: Desk, choice: number) {
  const { page } = desk
  const code = SOURCES[choice % SOURCES.length]!
  await goTo(desk, `field?source=stockpile/${code}`)
  const region = page.getByRole('region', { name: displayedText(words.check.title) })
  await region.getByLabel(words.check.note).waitFor({ timeout: SAID_WITHIN_MS })
  return { region, key: `stockpile/${code}` }
}

/**
 * Writes into the note of a check and waits until it is saved; earlier text must have been visible. Returns null if the
 * app reports that another window has written.
 */
async function write({ region, key }: Awaited<ReturnType<typeof openCheck>>, text: string): Promise<Effect | null> {
  const note = region.getByLabel(words.check.note)
  const shown = await note.inputValue()
  await note.fill(text)
  const begun = performance.now()
  for (;;) {
    if ((await region.getByRole('alert').count()) > 0) return null
    if (performance.now() - begun > SAID_WITHIN_MS) throw new Error(`nothing came of "${text}" in the note of ${key}`)
    const { drafts } = await onDisk(region.page())
    if (drafts.some((each) => each.key === key && (each.draft as { note?: string }).note === text)) break
  }
  return (before) => {
    const written = before.drafts.get(key) ?? ''
    if (written === '' || shown === written) return before
    return { ...before, wrong: [...before.wrong, `"${written}" of ${key} was written over unseen by "${text}"`] }
  }
}
