import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp, origin, roomOnDisk, STILL_MAP } from './app'
import { accessibilityFaults, launch, openPage, openWindow } from './chromium'
import { serveFolder } from './dav-server'
import {
  codeOf,
  download,
  filmOf,
  openCheck as openCheckAt,
  PHOTO,
  pinByCode,
  record,
  startBrowser,
  TABLET,
} from './field-work'

const openCheck = (page: Page) => openCheckAt(page, origin)

describe('a check in the field', () => {
  it('is saved with its photo, goes to the office in a bundle, and its original goes only after the receipt', async () => {
    const tablet = await openApp(TABLET)
    const name = await openCheck(tablet.page)
    await record(tablet.page, '裸土未覆盖')
    await tablet.page
      .getByRole('region', { name: '历次检查' })
      .getByText(/裸土未覆盖/)
      .waitFor()
    await tablet.page.getByRole('button', { name: '返回' }).click()
    const handOver = tablet.page.getByRole('region', { name: '交给内勤' })
    await handOver.getByText(/本机有 1 条检查记录/).waitFor()
    const bundle = await download(tablet.page, () =>
      handOver.getByRole('button', { name: '生成巡查包（.zip）' }).click(),
    )
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(bundle)))).sort()).toEqual([
      'events.ndjson',
      'manifest.json',
      expect.stringMatching(/^photos\/[0-9a-f]{64}$/),
    ])

    const office = await openApp()
    await office.page.goto(`${origin}#/data`)
    const changed = readFileSync(bundle)
    changed[200] = changed[200]! ^ 1
    const damaged = bundle.replace('.zip', '-damaged.zip')
    writeFileSync(damaged, changed)
    await office.page.getByTestId('bundles').setInputFiles(damaged)
    await office.page.getByText(/传输中损坏，没有收下任何内容/).waitFor()
    const receipt = await download(office.page, () => office.page.getByTestId('bundles').setInputFiles(bundle))
    await office.page.getByText(/新增 1 条，照片 1 张/).waitFor()
    // The same bundle again changes nothing.
    await office.page.getByTestId('bundles').setInputFiles(bundle)
    await office.page.getByText(/新增 0 条/).waitFor()

    // Who asks at the desk sees what was found, by whom, with the photo.
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
    expect(await handOver.getByRole('button', { name: '删除内勤已收到的原图' }).count()).toBe(0)
    // Signed, but the tablet was not told yet whose signature to believe: the code is read aloud, once.
    await tablet.page.getByTestId('receipt').setInputFiles(receipt)
    await handOver.getByText(/本机还没有核对过内勤电脑.*没有删除任何东西/).waitFor()
    expect(await handOver.getByRole('button', { name: '删除内勤已收到的原图' }).count()).toBe(0)
    await office.page.goto(`${origin}#/data`)
    await pinByCode(tablet.page, await codeOf(office.page))
    await handOver.getByText('内勤已收到 1 条记录、1 张照片。').waitFor()
    await handOver.getByRole('button', { name: '删除内勤已收到的原图' }).click()
    await handOver.getByText(/已删除 1 张原图/).waitFor()
    await tablet.page.reload()
    expect(await openCheck(tablet.page)).toBe(name)
    await tablet.page
      .getByRole('region', { name: '历次检查' })
      .getByText(/裸土未覆盖/)
      .waitFor()
    expect([...tablet.faults, ...office.faults]).toEqual([])
    await tablet.context.close()
    await office.context.close()
  })

  it('keeps what was not saved yet, through a reload', async () => {
    const { context, page } = await openApp(TABLET)
    await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByRole('button', { name: '符合', exact: true }).first().click()
    await region.getByLabel('情况说明').fill('正在写')
    await page.goto(`${origin}#/field`)
    await page.reload()
    const unfinished = page.getByRole('region', { name: '没写完的检查' })
    await unfinished.getByRole('button', { name: '渭阳路改造二标' }).click()
    await region.getByLabel('情况说明').waitFor()
    expect(await region.getByLabel('情况说明').inputValue()).toBe('正在写')
    expect(await region.getByRole('button', { name: '符合', exact: true }).first().getAttribute('aria-pressed')).toBe(
      'true',
    )
    await context.close()
  })

  it('goes on with a check of a source that the data has no more', async () => {
    const { context, page, faults } = await openApp(TABLET)
    await page.goto(`${origin}#/field?source=construction-site/GD-0001`)
    await page
      .getByRole('region', { name: '检查 GD-0001' })
      .getByText(/当前数据中没有建筑工地 GD-0001/)
      .waitFor()
    await record(page, '已搬走的工地')
    await page
      .getByRole('region', { name: '历次检查' })
      .getByText(/已搬走的工地/)
      .waitFor()
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByText(/本机有 1 条检查记录/).waitFor()
    expect(await page.getByRole('region', { name: '没写完的检查' }).count()).toBe(0)
    await page.goto(`${origin}#/explore?source=construction-site/GD-0001`)
    const said = page.getByRole('alert').filter({ hasText: '当前数据中没有建筑工地 GD-0001' })
    await said.getByRole('button', { name: '知道了' }).click()
    await said.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await context.close()
  })

  it('plans a round from here, drops a stop, and ticks off what was checked', async () => {
    const { context, page } = await openApp(TABLET)
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByRole('button', { name: '3 公里' }).click()
    await page.getByText('生成今天的路线').click()
    await page.getByRole('button', { name: '前 5 个' }).click()
    await page.getByText(/今天的路线：已查 0 \/ 5，余下约 [\d.]+ 公里/).waitFor()
    await page
      .getByRole('button', { name: /^从路线去掉./ })
      .first()
      .click()
    await page.getByText(/已查 0 \/ 4/).waitFor()
    // One that nobody proposed goes in by hand.
    await page.locator('main ol > li > button[data-status]').nth(8).click()
    await page.getByRole('button', { name: '加入今天的路线' }).click()
    await page.getByRole('button', { name: '从路线去掉' }).waitFor()
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByText(/已查 0 \/ 5/).waitFor()
    await page.locator('details li button').first().click()
    await record(page, '路线第一站')
    await page.getByRole('button', { name: '返回' }).click()
    await page.reload()
    await page.getByText(/已查 1 \/ 5/).waitFor()
    await context.close()
  })

  it('follows the tablet, says when the position drifts, and keeps the last one with its age', async () => {
    const { context, page } = await openApp({ ...TABLET, ...STILL_MAP })
    await page.clock.install()
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByText(/精度 ±12 米/).waitFor()
    await page.getByRole('button', { name: '3 公里' }).click()
    const card = page.getByRole('button', { name: /渭阳路改造二标/ })
    const metres = async () => Number(/(\d+)米$/.exec((await card.textContent())!.replace(/\s/g, ''))![1])
    const before = await metres()
    await page.getByRole('button', { name: '地图', exact: true }).click()
    await page.locator('.maplibregl-marker').waitFor()
    // A kilometre to the north in a moment: nobody can.
    await context.setGeolocation({ longitude: 108.7089, latitude: 34.3386, accuracy: 12 })
    await page.getByText('位置突然跳动').waitFor()
    await page.getByText('108.70890，34.33860').waitFor()
    expect(await metres()).not.toBe(before)
    await context.setGeolocation({ longitude: 108.7089, latitude: 34.3386, accuracy: 200 })
    await page.getByText('误差可达 200 米').waitFor()
    await page.getByRole('button', { name: '停止定位' }).click()
    await page.clock.fastForward('12:00')
    await page.getByText('12 分钟前的位置').waitFor()
    // In the list of another day it is still there, and still old.
    await page.reload()
    await page.getByText('108.70890，34.33860').waitFor()
    await page.getByText('12 分钟前的位置').waitFor()
    await context.close()
  })

  it('marks a source that nobody knew, with its size, and the desk takes it over', async () => {
    const { context, page } = await openApp({ ...TABLET, ...STILL_MAP })
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '使用当前位置' }).click()
    await page.getByText(/精度 ±12 米/).waitFor()
    await page.getByRole('button', { name: '登记新污染源' }).click()
    const found = page.getByRole('region', { name: '登记新污染源' })
    // Around a square of a thousandth of a degree: 91.9 m by 110.9 m there.
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]) {
      const [longitude, latitude] = [108.7089 + dx! / 1000, 34.3296 + dy! / 1000]
      await context.setGeolocation({ longitude, latitude, accuracy: 5 })
      await page.getByText(`${longitude.toFixed(5)}，${latitude.toFixed(5)} 起`).waitFor()
      await found.getByRole('button', { name: /记一个角点/ }).click()
    }
    const said = (await found.getByText(/平方米/).textContent())!
    const area = /约 ([\d,]+) 平方米/.exec(said)![1]!.replace(',', '')
    expect(Math.abs(Number(area) - 91.97 * 110.93)).toBeLessThan(20)
    await page.getByTestId('photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
    await found.getByRole('img', { name: /^照片/ }).waitFor()
    await found.getByLabel('情况说明').fill('无人看管')
    await found.getByRole('button', { name: '保存新污染源' }).click()
    // The form gives way to the list, where nobody will register it a second time; the map marks it too.
    await found.waitFor({ state: 'detached' })
    await page
      .getByRole('status')
      .getByText(/^已保存到本机：新发现物料堆场/)
      .waitFor()
    await page
      .getByRole('region', { name: '已登记的新污染源' })
      .getByText(/无人看管/)
      .waitFor()
    await page.getByRole('button', { name: '地图', exact: true }).click()
    await page.getByTitle(/^新发现物料堆场/).waitFor()
    // The desk of the same machine: the panel names it, and its file is taken over as any other.
    await page.goto(`${origin}#/explore?panel=visits`)
    const desk = page.getByRole('region', { name: '登记的新污染源' })
    await desk.getByText(/无人看管/).waitFor()
    const path = await download(page, () => desk.getByRole('button', { name: /堆场（.geojson/ }).click())
    await page.goto(`${origin}#/data`)
    await page.getByTestId('files').setInputFiles(path)
    const review = page.getByRole('article', { name: /登记的新污染源-物料堆场/ })
    expect(await review.locator('[data-count="taken"] dd').textContent()).toBe('1')
    await context.close()
  })

  it('closes a finding by what was seen, once the as-of date has come to it, and fills the report of the day', async () => {
    const { context, page } = await openApp(TABLET)
    const name = await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    for (const yes of await region.getByRole('button', { name: '符合', exact: true }).all()) await yes.click()
    await region.getByRole('button', { name: /^保存记录/ }).click()
    await region.getByText('已保存到本机').waitFor()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${origin}#/explore?panel=visits`)
    const panel = page.getByRole('region', { name: '巡查情况', exact: true })
    await panel.getByRole('button', { name, exact: true }).click()
    const card = page.getByRole('article')
    await card
      .getByText(/逾期|不符合|缺数据/)
      .first()
      .waitFor()
    await panel.getByRole('button', { name: /^截至日期改为/ }).click()
    // All that is asked of it is met.
    await card.getByText(/^\d+ 项：\d+ 符合$/).waitFor()
    const path = await download(page, () => panel.getByRole('button', { name: '巡查日报 .xlsx' }).click())
    const sheet = Buffer.from(unzipSync(new Uint8Array(readFileSync(path)))['xl/sharedStrings.xml'] ?? []).toString()
    const inline = Buffer.from(unzipSync(new Uint8Array(readFileSync(path)))['xl/worksheets/sheet1.xml']!).toString()
    expect(sheet + inline).toContain(name)
    await context.close()
  })

  for (const sun of [false, true])
    it(`has no accessibility fault that axe can find (${sun ? 'sun' : 'indoors'})`, async () => {
      const { context, page } = await openApp(TABLET)
      await page.goto(`${origin}#/field`)
      if (sun) await page.getByRole('button', { name: '强光模式' }).click()
      await page.getByRole('button', { name: '登记新污染源' }).click()
      const faults = () => accessibilityFaults(page)
      expect(await faults()).toEqual([])
      await openCheck(page)
      await page.getByRole('button', { name: '不符合', exact: true }).first().click()
      expect(await faults()).toEqual([])
      const sizes = await page
        .locator('main button:visible')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(56)
      await context.close()
    })

  it('is pushed to a WebDAV folder, whose receipts are collected from it', async () => {
    const dav = await serveFolder('team', 'secret')
    // The folder is the one host that the user added.
    const { context, page } = await openApp({ ...TABLET, alsoAsks: [dav.url] })
    await openCheck(page)
    await record(page, '推送的')
    await page.getByRole('button', { name: '返回' }).click()
    const handOver = page.getByRole('region', { name: '交给内勤' })
    const open = () => handOver.getByText('共享文件夹（WebDAV）').click()
    await open()
    await handOver.getByLabel('地址').fill(dav.url)
    await handOver.getByLabel('用户名').fill('team')
    await handOver.getByRole('button', { name: '保存地址并重新打开' }).click()
    await open()
    await handOver.getByLabel('密码').fill('wrong')
    await handOver.getByRole('button', { name: '上传到共享文件夹' }).click()
    await handOver.getByText(/用户名或密码有误/).waitFor()
    expect(await dav.files()).toEqual([])
    await handOver.getByLabel('密码').fill('secret')
    await handOver.getByRole('button', { name: '上传到共享文件夹' }).click()
    await handOver.getByText(/已上传到共享文件夹/).waitFor()
    const [name, ...more] = await dav.files()
    expect(name).toMatch(/^chentu-\d{4}-\d\d-\d\d-\d{6}-tablet-[0-9a-f]{6}-1-1-[0-9a-f]{6}\.zip$/)
    expect(more).toEqual([])
    await handOver.getByRole('button', { name: '收取回执' }).click()
    await handOver.getByText('文件夹里没有给本机的回执').waitFor()

    const bundle = join(mkdtempSync(join(tmpdir(), 'chentu-')), name!)
    writeFileSync(bundle, await dav.read(name!))
    const office = await openApp()
    await office.page.goto(`${origin}#/data`)
    const receipt = await download(office.page, () => office.page.getByTestId('bundles').setInputFiles(bundle))
    await dav.write('回执.json', readFileSync(receipt))
    await pinByCode(page, await codeOf(office.page))
    await handOver.getByRole('button', { name: '收取回执' }).click()
    await handOver.getByText('内勤已收到 1 条记录、1 张照片。').waitFor()
    await handOver.getByRole('button', { name: '删除内勤已收到的原图' }).waitFor()
    await office.context.close()
    await context.close()
    await dav.close()
  })

  it('goes to the office by QR codes before a camera', async () => {
    const tablet = await openApp(TABLET)
    await openCheck(tablet.page)
    await record(tablet.page, '用二维码交回的')
    await tablet.page.getByRole('button', { name: '返回' }).click()
    await tablet.page.getByRole('button', { name: '用二维码出示文字记录' }).click()
    const dialog = tablet.page.getByRole('dialog', { name: '用二维码出示文字记录' })
    const shown = dialog.locator('[data-part]')
    const count = Number(/:(\d+):[A-Z2-7]+$/.exec((await shown.getAttribute('data-part'))!)![1])
    const parts = new Set<string>()
    while (parts.size < count) {
      parts.add((await shown.getAttribute('data-part'))!)
      await dialog.getByRole('button', { name: '下一个' }).click()
    }
    await tablet.context.close()

    const camera = join(mkdtempSync(join(tmpdir(), 'chentu-camera-')), 'codes.y4m')
    writeFileSync(camera, filmOf([...parts]))
    const office = await launch([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
    ])
    const { page, faults } = await openPage(office, origin, { map: false, permissions: ['camera'] })
    await page.goto(`${origin}#/data`)
    const receipt = await download(page, () => page.getByRole('button', { name: '扫二维码' }).click())
    await page.getByText(/新增 1 条，照片 0 张/).waitFor()
    expect(JSON.parse(readFileSync(receipt, 'utf8')).photos).toEqual([])
    await page.goto(`${origin}#/explore?panel=visits`)
    await page.getByText(/用二维码交回的/).waitFor()
    expect(faults).toEqual([])
    await office.close()
  })

  it('two windows that record at once both keep what they saved, one after the other', async () => {
    const { context, page } = await openApp(TABLET)
    const other = await openWindow(context)
    await openCheck(page)
    await openCheck(other)
    await Promise.all([record(page, '第一个窗口'), record(other, '第二个窗口')])
    await page.reload()
    await openCheck(page)
    const history = page.getByRole('region', { name: '历次检查' })
    await history.getByText(/第一个窗口/).waitFor()
    await history.getByText(/第二个窗口/).waitFor()
    // One chain: the bundle of it is whole.
    await page.getByRole('button', { name: '返回' }).click()
    const bundle = await download(page, () => page.getByRole('button', { name: '生成巡查包（.zip）' }).click())
    const lines = Buffer.from(unzipSync(new Uint8Array(readFileSync(bundle)))['events.ndjson']!).toString()
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).sequence),
    ).toEqual([1, 2])
    await context.close()
  })

  it('says that nothing was saved where the disk is full, keeps the words, and saves them once there is room', async () => {
    const { context, page } = await openApp(TABLET)
    await roomOnDisk(page, 1)
    await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByRole('button', { name: '不符合', exact: true }).first().click()
    await region.getByLabel('情况说明').fill('磁盘满时写的')
    await region.getByRole('button', { name: /^保存记录/ }).click()
    await region.getByText(/没有保存/).waitFor()
    expect(await region.getByText('已保存到本机').count()).toBe(0)
    expect(await region.getByLabel('情况说明').inputValue()).toBe('磁盘满时写的')
    await roomOnDisk(page)
    await region.getByRole('button', { name: /^保存记录/ }).click()
    await region.getByText('已保存到本机').waitFor()
    await page
      .getByRole('region', { name: '历次检查' })
      .getByText(/磁盘满时写的/)
      .waitFor()
    await context.close()
  })

  it('says so where another window keeps the records shut, and goes on when it lets them go', async () => {
    const { context, page } = await openApp(TABLET)
    await openCheck(page)
    const other = await openWindow(context)
    await other.goto(`${origin}manifest.webmanifest`)
    // What a newer version in another window does while it puts its records in order; it gives that up, since what it has put
    // in order is its own alone.
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
    await region.getByRole('button', { name: /^保存记录/ }).click()
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
    await context.close()
  })

  it('keeps the order of records when the clock is set back', async () => {
    const { context, page } = await openApp(TABLET)
    await page.clock.setFixedTime('2022-10-31T08:00:00Z')
    await openCheck(page)
    await record(page, '先写的')
    await page.clock.setFixedTime('2020-01-01T00:00:00Z')
    await record(page, '后写的')
    await page.getByRole('button', { name: '返回' }).click()
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
    // What was written later stands, whatever the clock said.
    expect(events[1].body.supersedes).toEqual([events[0].id])
    await context.close()
  })

  it('every record that was shown as saved is there, whole, after the browser was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chentu-profile-'))
    const saved: string[] = []
    const look = async (page: Page) => {
      await openCheck(page)
      for (const note of saved) await page.getByRole('region', { name: '历次检查' }).getByText(note).waitFor()
    }
    for (let round = 0; round < 2; round++) {
      const { page, kill } = await startBrowser(folder)
      await look(page)
      const note = `第${round}轮`
      await record(page, note)
      saved.push(note)
      // As a dead battery would: no goodbye to anything.
      kill()
    }
    const { page, kill } = await startBrowser(folder)
    await look(page)
    kill()
  })
})
