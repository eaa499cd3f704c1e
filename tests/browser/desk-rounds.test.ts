import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeBundle } from '@/ledger/bundle'
import { type Device, newDevice } from '@/ledger/device'
import type { LedgerEvent } from '@/ledger/event'
import { publicKey } from '@/ledger/signature'
import { chainOf, inspection } from '../unit/ledger/records'
import { inTown } from './app'
import { download, openTab, saveCheck, TABLET } from './field-work'

const { openEmptied, origin } = inTown

const panelOf = (page: Page) => page.getByRole('region', { name: '巡查情况', exact: true })

describe('a round', () => {
  it('goes from the desk to a tablet, and returns with finished stops and reasons for skipped ones', async () => {
    const office = await openEmptied()
    const { page: desk } = office
    await desk.goto(`${origin}#/explore?panel=visits`)
    await panelOf(desk)
      .getByRole('button', { name: /^下达巡查路线/ })
      .click()
    const dialog = desk.getByRole('dialog', { name: '下达巡查路线' })
    await dialog.getByLabel('最多列入处数（取靠前的）').fill('2')
    await dialog.getByLabel('路线名称').fill('北线')
    await dialog.getByText(/^共 2 处，已排成较短的路线/).waitFor()
    const order = await download(desk, () => dialog.getByRole('button', { name: '保存路线文件（.json）' }).click())
    await dialog.getByRole('button', { name: '关闭' }).click()

    const tablet = await openEmptied(TABLET)
    const { page } = tablet
    await page.goto(`${origin}#/field`)
    await openTab(page, '交内勤')
    // By the same button as receipts: the file contains its type.
    await page.getByTestId('receipt').setInputFiles(order)
    await page.getByText(/\.json 是巡查路线。已读入内勤下达的路线“北线”.*2 处/).waitFor()
    await openTab(page, '路线')
    const stops = page.getByRole('region', { name: '路线', exact: true }).getByRole('listitem')
    await stops.nth(1).getByRole('button', { name: '跳过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '大门锁闭' }).click()
    await stops
      .nth(1)
      .getByText(/已跳过.*大门锁闭/)
      .waitFor()
    await stops.first().getByRole('button').first().click()
    const check = page.getByRole('region', { name: /^检查 / })
    const met = check.getByRole('button', { name: '符合', exact: true })
    await met.first().waitFor()
    for (const each of await met.all()) await each.click()
    await saveCheck(page)
    await check.getByText('已保存到本机').waitFor()
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const bundle = await download(page, () => page.getByRole('button', { name: '生成巡查包（.zip）' }).click())

    await desk.goto(`${origin}#/data`)
    await desk.getByTestId('bundles').setInputFiles(bundle)
    // The check, and the state of the round.
    await desk.getByText(/新增 2 条/).waitFor()
    await desk.goto(`${origin}#/explore?panel=visits`)
    const round = panelOf(desk)
      .getByRole('group')
      .filter({ hasText: /北线.*全部巡查组/ })
    await round.getByText('已查 1，部分核查 0，已退回 0，跳过 1，未到 0，共 2 处').click()
    await round.getByText(/跳过（大门锁闭，.*报）/).waitFor()
    expect([...office.faults, ...tablet.faults]).toEqual([])
  })
})

describe('conflicts between tablets at the desk', () => {
  /** A file of all these tablets, as one of them forwards the records of the others. */
  async function give(page: Page, of: readonly (readonly [Device, readonly LedgerEvent[]])[]) {
    const keys = await Promise.all(of.map(async ([{ id, keys }]) => [id, await publicKey(keys!)] as const))
    const events = of.flatMap(([, own]) => own)
    const bundle = await writeBundle({
      device: of[0]![0].id,
      events,
      keys: new Map(keys),
      made: '2022-10-31T18:00:00Z',
    })
    const path = join(mkdtempSync(join(tmpdir(), 'chentu-')), '巡查包.zip')
    writeFileSync(path, Buffer.from(await bundle.arrayBuffer()))
    await page.getByTestId('bundles').setInputFiles(path)
  }
  async function sign(page: Page, reason: string, act: string) {
    const form = page.getByRole('form')
    await form.getByRole('button', { name: reason }).click()
    await form.getByLabel('经办人').fill('王内勤')
    await form.getByRole('button', { name: act }).click()
  }

  it('two versions of each of two tablets are decided one after the other, and imported together', async () => {
    const [one, two] = [await newDevice(), await newDevice()]
    const first = await chainOf(one, [inspection({ note: '甲一' }), inspection({ note: '甲旧' })])
    const second = await chainOf(two, [inspection({ note: '乙一' }), inspection({ note: '乙旧' })])
    const { page, faults } = await openEmptied()
    await page.goto(`${origin}#/data`)
    await give(page, [
      [one, first],
      [two, second],
    ])
    await page.getByText(/新增 4 条/).waitFor()
    await give(page, [
      [one, [first[0]!, ...(await chainOf(one, [inspection({ note: '甲新' })], first[0]!))]],
      [two, [second[0]!, ...(await chainOf(two, [inspection({ note: '乙新' })], second[0]!))]],
    ])
    const fork = page.getByRole('region', { name: /第 2 条起有两份记录/ })
    await page.getByText(/2 台平板要逐台选定，现为第 1 台/).waitFor()
    await fork.getByRole('button', { name: '以这次带来的为准' }).click()
    await sign(page, '另一份系冒用', '以这次带来的为准')
    await page.getByText(/2 台平板要逐台选定，现为第 2 台/).waitFor()
    await fork.getByRole('button', { name: '以已收到的为准' }).click()
    await sign(page, '已向使用人核实', '以已收到的为准')
    await page.getByText(/新增 1 条/).waitFor()
    await page.getByText('平板与处置').click()
    await page.getByText('搁置的记录（2，不计入）').click()
    const aside = page.getByRole('listitem').filter({ hasText: '第 2 条 检查：' })
    const notes = async () => (await aside.allTextContents()).map((line) => /[甲乙][旧新]/.exec(line)?.[0]).sort()
    await expect.poll(notes).toEqual(['乙新', '甲旧'])
    await page.goto(`${origin}#/explore?panel=visits`)
    const panel = panelOf(page)
    await panel.getByText(/甲新/).waitFor()
    await panel.getByText(/乙旧/).waitFor()
    expect(await panel.getByText(/甲旧|乙新/).count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('late records of a lost tablet wait until a named person accepts them, and the tablet stays closed', async () => {
    const tablet = await newDevice()
    const events = await chainOf(tablet, [inspection({ note: '丢失前' }), inspection({ note: '迟交的' })])
    const { page, faults } = await openEmptied()
    await page.goto(`${origin}#/data`)
    await give(page, [[tablet, events.slice(0, 1)]])
    await page.getByText(/新增 1 条/).waitFor()
    await page.getByText('平板与处置').click()
    await page.getByRole('button', { name: /^挂失平板/ }).click()
    await sign(page, '平板丢失', '挂失')
    await give(page, [[tablet, events]])
    const late = page.getByRole('region', { name: /已停止接收，又交来第 2 条起的记录/ })
    await late.getByText(/这次带来的 1 条/).click()
    await late.getByText(/检查：.*迟交的/).waitFor()
    await late.getByRole('button', { name: '收下这些记录' }).click()
    await sign(page, '写于丢失之前，已核实', '收下这些记录')
    await page.getByText(/新增 1 条/).waitFor()
    await page.getByText('处置记录（2）').click()
    await page.getByText(/王内勤 收下已停止接收的平板 .*第 2 至 2 条：写于丢失之前，已核实/).waitFor()
    await page.getByText('已挂失：第 2 条以后须由人核实决定').waitFor()
    await page.goto(`${origin}#/explore?panel=visits`)
    await panelOf(page)
      .getByText(/迟交的/)
      .waitFor()
    expect(faults).toEqual([])
  })
})
