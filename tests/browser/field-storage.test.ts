import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inTown } from './app'
import { openWindow } from './chromium'
import { download, openCheck as openCheckAt, openTab, recordCheck, saveCheck, TABLET } from './field-work'

const { openApp, openEmptied, origin, roomOnDisk } = inTown

const openCheck = (page: Page) => openCheckAt(page, origin)

describe('records on the tablet', () => {
  it('of two windows that record at the same time are all kept', async () => {
    const { context, page } = await openApp(TABLET)
    const other = await openWindow(context)
    await openCheck(page)
    await openCheck(other)
    await Promise.all([recordCheck(page, '第一个窗口'), recordCheck(other, '第二个窗口')])
    await page.reload()
    await openCheck(page)
    const history = page.getByRole('region', { name: '历次检查' })
    await history.getByText(/第一个窗口/).waitFor()
    await history.getByText(/第二个窗口/).waitFor()
    // One chain: its bundle is complete.
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const bundle = await download(page, () => page.getByRole('button', { name: '生成巡查包（.zip）' }).click())
    const lines = Buffer.from(unzipSync(new Uint8Array(readFileSync(bundle)))['events.ndjson']!).toString()
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).sequence),
    ).toEqual([1, 2])
  })

  it('are not saved if the disk is full: the text stays, and is saved once there is space', async () => {
    const { context, page } = await openApp(TABLET)
    await roomOnDisk(page, 1)
    await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByRole('button', { name: '不符合', exact: true }).first().click()
    await region.getByLabel('情况说明').fill('磁盘满时写的')
    await saveCheck(page)
    await region.getByText(/没有保存/).waitFor()
    expect(await region.getByText('已保存到本机').count()).toBe(0)
    expect(await region.getByLabel('情况说明').inputValue()).toBe('磁盘满时写的')
    await roomOnDisk(page)
    await saveCheck(page)
    await region.getByText('已保存到本机').waitFor()
    await page
      .getByRole('region', { name: '历次检查' })
      .getByText(/磁盘满时写的/)
      .waitFor()
    await context.close()
  })

  it('wait with a message while another window locks the ledger, and continue when it releases the lock', async () => {
    const { context, page } = await openEmptied(TABLET)
    await openCheck(page)
    const other = await openWindow(context)
    await other.goto(`${origin}manifest.webmanifest`)
    // What a newer version in another window does while it migrates its records; here the migration is aborted, because
    // only that version could read the result.
    await other.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const asked = indexedDB.open('chentu-ledger', 1000)
          asked.onerror = () => fail(asked.error)
          asked.onupgradeneeded = () => {
            const stay = () => {
              if (document.title === 'done') return asked.transaction!.abort()
              asked.transaction!.objectStore('events').count().onsuccess = stay
            }
            stay()
            done()
          }
        }),
    )
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByRole('button', { name: '不符合', exact: true }).first().click()
    await region.getByLabel('情况说明').fill('被占用时写的')
    await saveCheck(page)
    await region.getByText(/还没有保存/).waitFor()
    expect(await region.getByText('已保存到本机').count()).toBe(0)
    await other.evaluate(() => {
      document.title = 'done'
    })
    await region.getByText('已保存到本机').waitFor()
    await page
      .getByRole('region', { name: '历次检查' })
      .getByText(/被占用时写的/)
      .waitFor()
  })

  it('keep their order when the clock is set back', async () => {
    const { context, page } = await openApp(TABLET)
    await page.clock.setFixedTime('2022-10-31T08:00:00Z')
    await openCheck(page)
    await recordCheck(page, '先写的')
    await page.clock.setFixedTime('2020-01-01T00:00:00Z')
    await recordCheck(page, '后写的')
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const bundle = await download(page, () => page.getByRole('button', { name: '生成巡查包（.zip）' }).click())
    const lines = Buffer.from(unzipSync(new Uint8Array(readFileSync(bundle)))['events.ndjson']!).toString()
    const events = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.map(({ sequence, body }) => [sequence, body.note])).toEqual([
      [1, '先写的'],
      [2, '后写的'],
    ])
    // What was written later counts, whatever the clock said.
    expect(events[1].body.supersedes).toEqual([events[0].id])
    await context.close()
  })
})
