import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { displayedText, words } from './displayed-text'
import type { OnDisk } from './on-disk'
import type { serveSmallSite } from './small-site'
import type { fieldTeam } from './team'

/** The environment of a campaign: the site, the team that brings bundles, and what has happened so far. */
export interface Office {
  readonly site: Awaited<ReturnType<typeof serveSmallSite>>
  readonly team: Awaited<ReturnType<typeof fieldTeam>>
  readonly random: () => number
  /** Number of the round, which gives each generated file its own mark. */
  round: number
  /** Receipts that the browser has saved. */
  readonly receipts: string[]
  /** Whether the service worker was being updated when the browser was killed. */
  updated?: boolean
}

/** An act about to begin, and what must hold after it. */
export interface StartedAct {
  /** Resolves once the screen reports that it is done. */
  run(): Promise<void>
  /** The head when the act begins, if a preparing step changed it; null for the delivered package. */
  readonly from?: string | null
  /** The head after the act; undefined if the act does not change it. */
  readonly head?: string | null
  readonly version?: string
  readonly events?: readonly string[]
}

/** The list of versions. */
export const versionsOf = (page: Page) => page.getByRole('region', { name: words.data.versions })
/** The version that the screen shows as the head. */
export const inForce = (page: Page) => versionsOf(page).locator('[aria-current="true"]')

/** Opens the data screen; returns the label of the version shown as the head, or null for the delivered package. */
export async function openDesk(page: Page, origin: string): Promise<string | null> {
  await page.goto(`${origin}#/data`)
  const label = (await inForce(page).locator('b').textContent()) ?? ''
  return label === words.data.delivered ? null : label
}

/** Whether the app starts from its service worker without a network, if there is a service worker at all. */
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

/** A file of a few sources with a mark. */
export function fileOf(kind: keyof typeof HEADINGS, made: number) {
  const rows = [1, 2, 3].map((i) => `A${made}-${i},标记${made}号,秦都区,108.7${i},34.34,是,否`)
  const name = `${kind} 标记${made}.csv`
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${[HEADINGS[kind], ...rows].join('\n')}\n`) }
}

/** Imports what was read, once there is something to import. */
export const takeOverButton = (page: Page) =>
  page.getByRole('button', { name: displayedText(words.data.takeOver, { count: 1 }) })

/** The button that restores a version. */
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

/** The acts at a desk during which a browser can be killed. */
export const ACTS = {
  /** Reads a file, without changing anything. */
  async import(page, { round }) {
    return { run: () => read(page, fileOf('construction-site', round)) }
  },
  async takeOver(page, { round }) {
    const file = fileOf('construction-site', round)
    await read(page, file)
    const run = async () => {
      await takeOverButton(page).click()
      await page.getByText(displayedText(words.data.taken, { count: 1 })).waitFor()
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
      await page.getByText(displayedText(words.check.received)).waitFor()
    }
    return { run, events }
  },
  /** Restores any kept version, or the delivered package. */
  async restore(page, { random }, { versions, head }) {
    const others = [null, ...versions.map(({ label }) => label)].filter((label) => label !== (head?.label ?? null))
    const label = others[Math.floor(random() * others.length)]!
    return { run: () => restore(page, label), head: label }
  },
  /** The folder provides another package and another app: both are fetched and stored, and the new app is activated. */
  async update(page, office, { head }) {
    const { folder } = office.site
    if (head) await restore(page, null)
    // At the very first start there is nothing to update.
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
      // Not a reload: the address refers to the former data, and the message about that would cover the awaited one.
      await page.goto('about:blank')
      await page.goto(`${office.site.origin}#/data`)
      await page.evaluate(() => navigator.serviceWorker.ready)
      if (!isKept) return
      const reloaded = page.waitForEvent('load')
      // A kill may come before this is awaited.
      reloaded.catch(() => undefined)
      await page.getByRole('button', { name: words.update.now, exact: true }).click()
      await reloaded
      await inForce(page).waitFor()
    }
    return { run, from: null }
  },
} satisfies Record<string, (page: Page, office: Office, disk: OnDisk) => Promise<StartedAct>>
export type ActName = keyof typeof ACTS
