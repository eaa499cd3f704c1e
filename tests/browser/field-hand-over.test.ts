import { readFileSync, writeFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { inTown } from './app'
import { codeOf, download, openCheck as openCheckAt, openTab, pinByCode, recordCheck, TABLET } from './field-work'

const { openEmptied, origin } = inTown

const openCheck = (page: Page) => openCheckAt(page, origin)

describe('a hand-over of a team', () => {
  it('is saved with its photo and goes to the office in a bundle; the original is deleted only after the receipt', async () => {
    const tablet = await openEmptied(TABLET)
    const name = await openCheck(tablet.page)
    await recordCheck(tablet.page, '裸土未覆盖')
    await tablet.page
      .getByRole('region', { name: '历次检查' })
      .getByText(/裸土未覆盖/)
      .waitFor()
    await tablet.page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(tablet.page, '交内勤')
    const handOver = tablet.page.getByRole('region', { name: '交给内勤' })
    await handOver.getByText(/本机写下 1 条记录：检查 1 条；污染源 1 处/).waitFor()
    const bundle = await download(tablet.page, () =>
      handOver.getByRole('button', { name: '生成巡查包（.zip）' }).click(),
    )
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(bundle)))).sort()).toEqual([
      'events.ndjson',
      'manifest.json',
      expect.stringMatching(/^photos\/[0-9a-f]{64}$/),
    ])

    const office = await openEmptied()
    await office.page.goto(`${origin}#/data`)
    const changed = readFileSync(bundle)
    changed[200] = changed[200]! ^ 1
    const damaged = bundle.replace('.zip', '-damaged.zip')
    writeFileSync(damaged, changed)
    await office.page.getByTestId('bundles').setInputFiles(damaged)
    await office.page.getByText(/传输中损坏，没有收下任何内容/).waitFor()
    const receipt = await download(office.page, () => office.page.getByTestId('bundles').setInputFiles(bundle))
    await office.page.getByText(/新增 1 条（检查 1 条），新增照片 1 张/).waitFor()
    // Importing the same bundle again changes nothing.
    await office.page.getByTestId('bundles').setInputFiles(bundle)
    await office.page.getByText(/新增 0 条，新增照片 0 张/).waitFor()

    // At the desk the record shows the finding, the team and the photo.
    const { kind, code } = JSON.parse(
      Buffer.from(unzipSync(new Uint8Array(readFileSync(bundle)))['events.ndjson']!).toString(),
    ).body.target
    await office.page.goto(`${origin}#/explore?source=${kind}/${code}`)
    const seen = office.page.getByRole('region', { name: '历次检查' })
    await seen.getByText(/裸土未覆盖/).waitFor()
    await seen.getByRole('img', { name: /^照片/ }).waitFor()

    const wrong = receipt.replace('.json', '-wrong.json')
    writeFileSync(wrong, readFileSync(receipt, 'utf8').replace('"at":"2', '"at":"3'))
    await tablet.page.getByTestId('receipt').setInputFiles(wrong)
    await handOver.getByText(/没有删除任何东西/).waitFor()
    expect(await handOver.getByRole('button', { name: '删除内勤已收到的原图和语音' }).count()).toBe(0)
    // Signed, but the tablet has no trusted desk yet: the code is read aloud, once.
    await tablet.page.getByTestId('receipt').setInputFiles(receipt)
    await handOver.getByText(/本机还没有核对过内勤电脑.*没有删除任何东西/).waitFor()
    expect(await handOver.getByRole('button', { name: '删除内勤已收到的原图和语音' }).count()).toBe(0)
    await office.page.goto(`${origin}#/data`)
    await pinByCode(tablet.page, await codeOf(office.page))
    await handOver.getByText('内勤已收到 1 条记录、1 张照片。').waitFor()
    await handOver.getByRole('button', { name: '删除内勤已收到的原图和语音' }).click()
    const asked = tablet.page.getByRole('dialog', { name: '删除内勤已收到的原图和语音' })
    await asked.getByText(/^将删除：1 张原图，共 \d.* B。/).waitFor()
    await asked.getByRole('button', { name: '删除 1 张原图' }).click()
    await handOver.getByText(/已删除 1 张原图/).waitFor()
    await tablet.page.reload()
    expect(await openCheck(tablet.page)).toBe(name)
    await tablet.page
      .getByRole('region', { name: '历次检查' })
      .getByText(/裸土未覆盖/)
      .waitFor()
    expect([...tablet.faults, ...office.faults]).toEqual([])
  })

  it('to itself confirms nothing: the tablet refuses its own code, and gives its own bundle no receipt', async () => {
    const { page, faults } = await openEmptied(TABLET)
    await openCheck(page)
    await recordCheck(page, '裸土未覆盖')
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const handOver = page.getByRole('region', { name: '交给内勤' })
    const bundle = await download(page, () => handOver.getByRole('button', { name: '生成巡查包（.zip）' }).click())
    await page.goto(`${origin}#/data`)
    await page.getByTestId('bundles').setInputFiles(bundle)
    await page.getByText(/新增 0 条.*本机生成的巡查包，记录本来就在本机，不出回执/).waitFor()
    expect(await page.getByRole('button', { name: '用二维码出示回执' }).count()).toBe(0)
    const code = await codeOf(page)
    await page.goto(`${origin}#/field`)
    await openTab(page, '交内勤')
    await handOver.getByLabel('20 位数字').fill(code)
    await handOver.getByRole('button', { name: '核对并保存' }).click()
    await handOver.getByText('这是本机的核验码，请向内勤要内勤电脑上的核验码。没有作任何改动。').waitFor()
    await handOver.getByText(/还没有核对内勤核验码/).waitFor()
    expect(faults).toEqual([])
  })
})
