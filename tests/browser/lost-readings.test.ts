import { expect, it } from 'vitest'
import { monitorCsv } from '../fixtures/monitor-export'
import { delivered } from './app'
import { deskOf } from './desk'

const { atDesk } = deskOf(delivered)

it('readings whose files the browser cleared are said to be lost, also beside cases, and are imported again', async () => {
  await atDesk(async (page) => {
    const show = (name: string) =>
      page.getByRole('navigation', { name: '界面' }).getByRole('button', { name }).first().click()
    const bring = () =>
      page.getByTestId('files').setInputFiles({
        ...{ name: '一周.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(monitorCsv(['YC-001'], '2022-10-20 00:00', 7 * 96)),
      })
    const kept = page.getByRole('region', { name: '已保存的监测数据' })
    await bring()
    await page.getByRole('button', { name: '保存 672 条数据' }).click()
    await kept.getByText('1 台设备 · 672 条').waitFor()
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      for await (const [name] of root as unknown as AsyncIterable<[string]>)
        if (name.startsWith('chentu-readings')) await root.removeEntry(name, { recursive: true })
    })
    await page.reload()
    await kept
      .getByRole('alert')
      .getByText(/^其中 672 条无法读取/)
      .waitFor()

    await show('一张图')
    await page
      .getByRole('button', { name: /^异常处置/ })
      .first()
      .click()
    await page.getByText('有监测数据文件无法读取，以下结果不含其中的数据：').waitFor()

    await show('数据')
    await bring()
    await page.getByText(/^本机以前保存的监测数据中，2022年10月 672 条无法读取/).waitFor()
    const save = page.getByRole('button', { name: '保存 672 条数据' })
    expect(await save.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: '同意移除无法读取的数据' }).check()
    await save.click()
    await page.getByText(/^已保存 672 条监测数据/).waitFor()
    await kept.getByText('1 台设备 · 672 条').waitFor()
    expect(await kept.getByRole('alert').count()).toBe(0)
  })
})
