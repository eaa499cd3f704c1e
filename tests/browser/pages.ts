import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** The first whole number of a text. */
export const numberIn = (text: string | null) => Number(text!.replaceAll(',', '').match(/\d+/)![0])

/** What the browser saves when something is done. */
export async function download(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [got] = await Promise.all([page.waitForEvent('download'), act()])
  return readFileSync(await got.path())
}
