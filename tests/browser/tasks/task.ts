import type { Page } from 'playwright-core'
import { sourceList } from '../pages'
import type { TaskUser } from './hand'

/** One of the twelve tasks of the usability test. */
export interface Task {
  readonly name: string
  /** Address at which it starts. */
  readonly address: string
  /** Does it, and checks the result. If it has several steps, `part` starts the next one. */
  act(page: Page, hand: TaskUser, part: () => void): Promise<void>
}

export const list = (page: Page) => sourceList(page).getByRole('listitem')
export const details = (page: Page) => page.getByRole('article', { name: '详情' })
export const board = (page: Page) => page.getByRole('region', { name: '问题', exact: true })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The button of the rail that opens a panel; on a sheet it brings the panel to the front. */
export const onRail = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '面板' }).getByRole('button', { name, exact: true })

/** Opens a panel if it is closed. */
export async function open(page: Page, hand: TaskUser, name: string): Promise<void> {
  const opens = onRail(page, name)
  await opens.waitFor()
  if ((await opens.getAttribute('aria-pressed')) === 'false') await hand.press(opens)
}
