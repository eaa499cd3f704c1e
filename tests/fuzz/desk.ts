import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { OnDisk } from './on-disk'
import { said, words } from './said'
import type { serveSmallSite } from './small-site'
import type { fieldTeam } from './team'

/** Where a campaign works: the site, who brings bundles, and what has come of it so far. */
export interface Office {
  readonly site: Awaited<ReturnType<typeof serveSmallSite>>
  readonly team: Awaited<ReturnType<typeof fieldTeam>>
  readonly random: () => number
  /** Names what is made: each file has a mark of its own. */
  round: number
  /** Receipts that the browser has saved. */
  readonly receipts: string[]
  /** The service worker was being updated when the browser was killed. */
  updated?: boolean
}

/** An act that is about to begin, and what holds once it has ended. */
export interface Doing {
  /** Ends once the screen says that it is done. */
  run(): Promise<void>
  /** The version in force when it begins, where a step before it changed that; null for the delivered package. */
  readonly from?: string | null
  /** The version in force when it has ended; the same as before where it is not named. */
  readonly head?: string | null
  readonly version?: string
  readonly events?: readonly string[]
}

/** The list of versions. */
export const versionsOf = (page: Page) => page.getByRole('region', { name: words.data.versions })
/** The version that the screen shows as being in force. */
export const inForce = (page: Page) => versionsOf(page).locator('[aria-current="true"]')

/** Opens the data screen; the label of the version that it shows as being in force, or null for the delivered package. */
export async function openDesk(page: Page, origin: string): Promise<string | null> {
  await page.goto(`${origin}#/data`)
  const label = (await inForce(page).locator('b').textContent()) ?? ''
  return label === words.data.delivered ? null : label
}

/** Whether the app, as its service worker keeps it, starts without a network, where there is a service worker at all. */
export async function worksOffline(page: Page, origin: string): Promise<boolean> {
  if (!(await page.evaluate(() => navigator.serviceWorker.controller !== null))) return true
  await page.context().setOffline(true)
  try {
    await page.reload()
    await inForce(page).waitFor()
    return true
  } catch {
    return false
  } finally {
    await page.context().setOffline(false)
    await page.goto(`${origin}#/data`)
    await inForce(page).waitFor()
  }
}

const HEADINGS = {
  'construction-site': '编号,工地名称,区县,经度(WGS84),纬度(WGS84),围挡,车辆冲洗',
  stockpile: '编号,堆场名称,区县,经度(WGS84),纬度(WGS84),物料,已清零',
}

/** A file of a few sources that bears a mark. */
export function fileOf(kind: keyof typeof HEADINGS, made: number) {
  const rows = [1, 2, 3].map((i) => `A${made}-${i},标记${made}号,秦都区,108.7${i},34.34,是,否`)
  const name = `${kind} 标记${made}.csv`
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${[HEADINGS[kind], ...rows].join('\n')}\n`) }
}

/** Takes over what was read; it waits until something was. */
export const takeOverButton = (page: Page) =>
  page.getByRole('button', { name: said(words.data.takeOver, { count: 1 }) })

/** The button that puts a version in force. */
export const choose = (page: Page, label: string) =>
  versionsOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole('button', { name: words.data.restore })

async function read(page: Page, file: ReturnType<typeof fileOf>): Promise<void> {
  await page.getByTestId('files').setInputFiles(file)
  await takeOverButton(page).click({ trial: true })
}

async function restore(page: Page, label: string | null): Promise<void> {
  await choose(page, label ?? words.data.delivered).click()
  await page
    .getByRole('dialog', { name: words.data.restoreTitle })
    .getByRole('button', { name: words.data.restore, exact: true })
    .click()
  const [saidFirst] = words.data.restored.split('{{')
  await page.getByText(saidFirst!).waitFor()
}

/** What a desk does, as far as a browser can be killed in the middle of it. */
export const ACTS = {
  /** A file is read; nothing is changed by it. */
  async import(page, { round }) {
    return { run: () => read(page, fileOf('construction-site', round)) }
  },
  async takeOver(page, { round }) {
    const file = fileOf('construction-site', round)
    await read(page, file)
    const run = async () => {
      await takeOverButton(page).click()
      await page.getByText(said(words.data.taken, { count: 1 })).waitFor()
    }
    return { run, version: file.name, head: file.name }
  },
  async receive(page, { round, team, receipts }) {
    const { bytes, events } = await team.bundle(`标记${round}`)
    page.on('download', async (download) => {
      const path = await download.path().catch(() => null)
      if (path) receipts.push(readFileSync(path, 'utf8'))
    })
    const run = async () => {
      await page
        .getByTestId('bundles')
        .setInputFiles({ name: '巡查包.zip', mimeType: 'application/zip', buffer: bytes })
      await page.getByText(said(words.check.received)).waitFor()
    }
    return { run, events }
  },
  /** Any version that is kept, or the delivered package, is put in force. */
  async restore(page, { random }, { versions, head }) {
    const others = [null, ...versions.map(({ label }) => label)].filter((label) => label !== (head?.label ?? null))
    const label = others[Math.floor(random() * others.length)]!
    return { run: () => restore(page, label), head: label }
  },
  /** The folder gives another package and another app: both are fetched, kept, and the new app is let in. */
  async update(page, office, { head }) {
    const { folder } = office.site
    if (head) await restore(page, null)
    // At the very first start there is nothing to be updated.
    const isKept = await page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.active)
    const table = join(folder, 'data/construction-site.csv')
    const [heading, first] = readFileSync(table, 'utf8').split('\n')
    writeFileSync(table, `${heading}\n${first!.replace(/^[^,]*/, `标记${office.round}`)}\n`)
    const index = join(folder, 'index.html')
    writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', `<!-- ${office.round} --></head>`))
    const worker = join(folder, 'sw.js')
    const revision = /(url:"index.html",revision:")[^"]*/
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(revision, `$1${office.round}`))
    office.updated = true
    const run = async () => {
      // Not a reload: the address tells of the data as they were, and the word about that lies over the one that is wanted.
      await page.goto('about:blank')
      await page.goto(`${office.site.origin}#/data`)
      await page.evaluate(() => navigator.serviceWorker.ready)
      if (!isKept) return
      const reloaded = page.waitForEvent('load')
      // A kill may come before it is waited for.
      reloaded.catch(() => undefined)
      await page.getByRole('button', { name: words.update.now, exact: true }).click()
      await reloaded
      await inForce(page).waitFor()
    }
    return { run, from: null }
  },
} satisfies Record<string, (page: Page, office: Office, disk: OnDisk) => Promise<Doing>>
export type ActName = keyof typeof ACTS
