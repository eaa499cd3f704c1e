import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Device, newDevice } from '@/ledger/device'
import type { Inspection, LedgerEvent } from '@/ledger/event'
import { writeReceipt } from '@/ledger/receipt'
import { newKeys } from '@/ledger/signature'
import { bundleOf, chainOf, inspection, photoOf } from '../unit/ledger/records'
import { inTown } from './app'
import { openPage, openWindow } from './chromium'
import { serveFolder } from './dav-server'
import {
  codeOf,
  download,
  draftStored,
  filmOf,
  keepAddress,
  launchWithCamera,
  openCheck as openCheckAt,
  openTab,
  PHOTO,
  pinByCode,
  recordCheck,
  saveCheck,
  TABLET,
} from './field-work'

const { openApp, openEmptied, origin, roomOnDisk } = inTown

const openCheck = (page: Page) => openCheckAt(page, origin)
const handOverOf = (page: Page) => page.getByRole('region', { name: '交给内勤' })
const DELETE = '删除内勤已收到的原图和语音'

/** Records a check with a photo, and opens the hand-over screen. */
async function handOverCheck(page: Page, note: string): Promise<void> {
  await openCheck(page)
  await recordCheck(page, note)
  await page.getByRole('button', { name: '返回', exact: true }).click()
  await openTab(page, '交内勤')
}

/** All codes that a dialog shows, in order. */
async function partsShown(dialog: Locator): Promise<readonly string[]> {
  const shown = dialog.locator('[data-part]')
  const count = Number(/:(\d+):[A-Z2-7]+$/.exec((await shown.getAttribute('data-part'))!)![1])
  const parts = new Set<string>()
  while (parts.size < count) {
    parts.add((await shown.getAttribute('data-part'))!)
    await dialog.getByRole('button', { name: '下一个' }).click()
  }
  return [...parts]
}

async function openDesk() {
  const office = await openEmptied()
  await office.page.goto(`${origin}#/data`)
  return office
}

/** Bytes of the originals that a page still stores. */
const originals = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const asked = indexedDB.open('chentu-ledger')
        asked.onerror = () => fail(asked.error)
        asked.onsuccess = () => {
          const all = asked.result.transaction('photos').objectStore('photos').getAll()
          all.onsuccess = () => {
            asked.result.close()
            done(all.result.reduce((sum, { original }) => sum + (original?.size ?? 0), 0))
          }
        }
      }),
  )

function eventsOf(bundle: string): LedgerEvent[] {
  const lines = Buffer.from(unzipSync(new Uint8Array(readFileSync(bundle)))['events.ndjson']!).toString()
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function fileOf(name: string, text: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'chentu-')), name)
  writeFileSync(path, text)
  return path
}

/** A bundle of a new tablet that is not opened here. */
async function bundleFile(
  bodies: readonly Inspection[] = [inspection()],
  photos: readonly ReturnType<typeof photoOf>[] = [],
): Promise<string> {
  const tablet = await newDevice()
  const file = await bundleOf(tablet, await chainOf(tablet, bodies), { photos })
  return fileOf('巡查包.zip', Buffer.from(await file.arrayBuffer()))
}

describe('a forged receipt', () => {
  it('by file or WebDAV deletes nothing: the photo stays until the trusted desk has signed', async () => {
    const dav = await serveFolder('team', 'secret')
    // The folder is the one host that the user added.
    const { context, page } = await openApp({ ...TABLET, alsoAsks: [dav.url] })
    await handOverCheck(page, '被冒领的')
    const handOver = handOverOf(page)
    const bundle = await download(page, () => handOver.getByRole('button', { name: '生成巡查包（.zip）' }).click())
    const [event] = eventsOf(bundle)
    const { photos } = event!.body as Inspection
    const said = {
      bundle: '0'.repeat(64),
      device: event!.device,
      at: '2022-10-31T19:00:00.000Z',
      events: { [event!.id]: event!.hash },
      photos: photos.map(({ hash }) => hash),
    }
    const held = await originals(page)
    expect(held).toBeGreaterThan(0)
    const office = await openDesk()
    await pinByCode(page, await codeOf(office.page))
    const [stolen, unsigned] = [await writeReceipt(said, await newKeys()), await writeReceipt(said, null)]
    const give = (text: string) => page.getByTestId('receipt').setInputFiles(fileOf('回执.json', text))
    await give(stolen)
    await handOver.getByText(/与本机核对过的内勤不符。没有删除任何东西/).waitFor()
    await give(unsigned)
    await handOver.getByText(/这份回执没有签名.*没有删除任何东西/).waitFor()
    expect([await handOver.getByRole('button', { name: DELETE }).count(), await originals(page)]).toEqual([0, held])

    // The same through the folder, which contains the uploaded records among other files.
    await handOver.getByText('共享文件夹（WebDAV）').click()
    await handOver.getByLabel('地址').fill(dav.url)
    await handOver.getByLabel('用户名').fill('team')
    await keepAddress(page)
    await handOver.getByText('共享文件夹（WebDAV）').click()
    await handOver.getByLabel('密码').fill('wrong')
    await handOver.getByRole('button', { name: '上传到共享文件夹' }).click()
    await handOver.getByText(/用户名或密码有误/).waitFor()
    expect(await dav.files()).toEqual([])
    await handOver.getByLabel('密码').fill('secret')
    await handOver.getByRole('button', { name: '上传到共享文件夹' }).click()
    await handOver.getByText(/已上传到共享文件夹/).waitFor()
    const [name, ...more] = await dav.files()
    expect(name).toMatch(/^巡查包-\d{4}-\d\d-\d\d-\d{6}-王五-[0-9a-f]{6}-1-1-[0-9a-f]{6}\.zip$/)
    expect(more).toEqual([])
    await handOver.getByRole('button', { name: '收取回执' }).click()
    await handOver.getByText('文件夹里没有给本机的回执').waitFor()
    await dav.write('settings.json', Buffer.from('{"a":1}'))
    await dav.write('stolen.json', Buffer.from(stolen))
    await handOver.getByRole('button', { name: '收取回执' }).click()
    await handOver.getByText(/与本机核对过的内勤不符。没有删除任何东西/).waitFor()
    expect([await handOver.getByRole('button', { name: DELETE }).count(), await originals(page)]).toEqual([0, held])

    const uploaded = fileOf(name!, await dav.read(name!))
    const receipt = await download(office.page, () => office.page.getByTestId('bundles').setInputFiles(uploaded))
    await dav.write('回执.json', readFileSync(receipt))
    await handOver.getByRole('button', { name: '收取回执' }).click()
    await handOver.getByText('内勤已收到 1 条记录、1 张照片。').waitFor()
    await handOver.getByRole('button', { name: DELETE }).click()
    await page.getByRole('button', { name: '删除 1 张原图' }).click()
    await handOver.getByText(/已删除 1 张原图/).waitFor()
    expect(await originals(page)).toBe(0)
    await context.close()
    await dav.close()
  })

  it('a desk is trusted, and gets records and returns its receipt, by QR codes alone', async () => {
    const camera = join(mkdtempSync(join(tmpdir(), 'chentu-camera-')), 'codes.y4m')
    // Each press to scan opens the camera again, which shows the film of that time.
    const profile = await launchWithCamera(camera)
    const office = await openPage(profile, origin, { webgl: false, permissions: ['camera'] })
    await office.page.goto(`${origin}#/data`)
    await office.page.getByRole('button', { name: '显示二维码' }).click()
    const desk = office.page.getByRole('img', { name: '内勤核验码的二维码' }).locator('[data-part]')
    const key = (await desk.getAttribute('data-part'))!
    writeFileSync(camera, filmOf([key]))
    const { page, faults } = await openPage(profile, origin, {
      ...TABLET,
      webgl: false,
      permissions: ['geolocation', 'camera'],
    })
    await handOverCheck(page, '用二维码交回的')
    const handOver = handOverOf(page)
    await handOver.getByRole('button', { name: '扫内勤二维码' }).click()
    await handOver.getByText(`已核对 ${await codeOf(office.page)}`).waitFor()

    // The text of the records first, because codes have no room for more.
    await page.getByRole('button', { name: '用二维码出示文字记录' }).click()
    const records = page.getByRole('dialog', { name: '用二维码出示文字记录' })
    writeFileSync(camera, filmOf(await partsShown(records)))
    await records.getByRole('button', { name: '关闭' }).click()
    const ofWords = await download(office.page, () => office.page.getByRole('button', { name: '扫二维码' }).click())
    await office.page.getByText(/新增 1 条（检查 1 条），新增照片 0 张/).waitFor()
    expect(JSON.parse(readFileSync(ofWords, 'utf8')).photos).toEqual([])

    const bundle = await download(page, () => handOver.getByRole('button', { name: '生成巡查包（.zip）' }).click())
    await download(office.page, () => office.page.getByTestId('bundles').setInputFiles(bundle))
    await office.page.getByRole('button', { name: /^用二维码出示回执.*巡查包-/ }).click()
    const receipt = office.page.getByRole('dialog', { name: '回执二维码' })
    writeFileSync(camera, filmOf(await partsShown(receipt)))
    await receipt.getByRole('button', { name: '关闭' }).click()
    await handOver.getByRole('button', { name: '扫内勤二维码' }).click()
    await handOver.getByText('内勤已收到 1 条记录、1 张照片。').waitFor()
    await handOver.getByRole('button', { name: DELETE }).waitFor()
    await office.page.goto(`${origin}#/explore?panel=visits`)
    await office.page.getByText(/用二维码交回的/).waitFor()
    expect([...faults, ...office.faults]).toEqual([])
    await profile.close()
  })
})

describe('a withdrawn check', () => {
  it('needs a reason, stays readable with who, when and why, on the tablet and at the desk, and counts nowhere', async () => {
    const { page, faults } = await openEmptied(TABLET)
    await openCheck(page)
    await recordCheck(page, '填错地方了')
    const history = page.getByRole('region', { name: '历次检查' })
    await history.getByRole('button', { name: /^作废/ }).click()
    const form = history.getByRole('form', { name: /^作废/ })
    const give = form.getByRole('button', { name: /^作废/ })
    expect(await give.isDisabled()).toBe(true)
    await form.getByRole('button', { name: '填错对象' }).click()
    await give.click()
    await history.getByText(/已作废：.*填错对象/).waitFor()
    expect(await history.locator('s').textContent()).toContain('填错地方了')
    expect(await history.getByRole('button', { name: /^作废/ }).count()).toBe(0)
    await page.getByRole('button', { name: '返回', exact: true }).click()
    await openTab(page, '交内勤')
    const bundle = await download(page, () =>
      handOverOf(page).getByRole('button', { name: '生成巡查包（.zip）' }).click(),
    )
    const office = await openDesk()
    await office.page.getByTestId('bundles').setInputFiles(bundle)
    await office.page.getByText(/新增 2 条/).waitFor()
    await office.page.goto(`${origin}#/explore?panel=visits`)
    const panel = office.page.getByRole('region', { name: '巡查情况', exact: true })
    await panel.getByText(/已作废：.*填错对象/).waitFor()
    expect(await panel.locator('s').textContent()).toContain('填错地方了')
    expect([...faults, ...office.faults]).toEqual([])
  })
})

describe('the desk records with a name', () => {
  const give = async (page: Page, device: Device, events: readonly LedgerEvent[]) => {
    const bytes = Buffer.from(await (await bundleOf(device, events)).arrayBuffer())
    await page.getByTestId('bundles').setInputFiles(fileOf('巡查包.zip', bytes))
  }
  const sign = async (page: Page, reason: string, act: string) => {
    const form = page.getByRole('form')
    await form.getByRole('button', { name: reason }).click()
    await form.getByLabel('经办人').fill('王内勤')
    await form.getByRole('button', { name: act }).click()
  }

  it('that a tablet is lost, and that it was found again', async () => {
    const tablet = await newDevice()
    const events = await chainOf(tablet, [inspection({ note: '丢失前' }), inspection({ note: '丢失后' })])
    const { page, faults } = await openDesk()
    await give(page, tablet, events.slice(0, 1))
    await page.getByText(/首次接收这台平板.*签名相符，回执已保存/).waitFor()
    await page.getByText('平板与处置').click()
    await page.getByRole('button', { name: /^挂失平板/ }).click()
    await sign(page, '平板被盗', '挂失')
    await page.getByText('已挂失：第 1 条以后须由人核实决定').waitFor()
    await give(page, tablet, events)
    await page.getByText(/已登记挂失或被接替，没有收下任何内容/).waitFor()
    await page.getByRole('button', { name: /^恢复接收平板/ }).click()
    await sign(page, '平板已找回', '恢复接收')
    await give(page, tablet, events)
    await page.getByText(/新增 1 条/).waitFor()
    await page.getByText('处置记录（2）').click()
    await page.getByText(/王内勤 挂失平板 .*：平板被盗/).waitFor()
    expect(faults).toEqual([])
  })

  it('which of two versions of a tablet’s chain stands', async () => {
    const tablet = await newDevice()
    const events = await chainOf(tablet, [inspection({ note: '一' }), inspection({ note: '冒名的' })])
    const other = await chainOf(tablet, [inspection({ note: '真的' })], events[0])
    const { page, faults } = await openDesk()
    await give(page, tablet, events)
    await page.getByText(/新增 2 条/).waitFor()
    await give(page, tablet, [events[0]!, ...other])
    await page.getByText(/与已收到的记录矛盾，没有收下任何内容/).waitFor()
    const fork = page.getByRole('region', { name: /第 2 条起有两份记录/ })
    await fork.getByText(/已收到的 1 条/).click()
    await fork.getByText(/冒名的/).waitFor()
    await fork.getByRole('button', { name: '以这次带来的为准' }).click()
    await sign(page, '另一份系冒用', '以这次带来的为准')
    await page.getByText(/新增 1 条/).waitFor()
    await page.getByText('平板与处置').click()
    await page.getByText('搁置的记录（1，不计入）').click()
    await page.getByText(/冒名的/).waitFor()
    await page.goto(`${origin}#/explore?panel=visits`)
    const panel = page.getByRole('region', { name: '巡查情况', exact: true })
    await panel.getByText(/真的/).waitFor()
    expect(await panel.getByText(/冒名的/).count()).toBe(0)
    expect(faults).toEqual([])
  })
})

describe('a draft', () => {
  it('that another window has changed is not overwritten: both are offered, and photos are merged', async () => {
    const { context, page } = await openEmptied(TABLET)
    await openCheck(page)
    const other = await openWindow(context)
    await openCheck(other)
    const [mine, theirs] = [page, other].map((each) => each.getByRole('region', { name: /^检查 / }))
    await theirs!.getByLabel('情况说明').fill('另一窗口写的')
    await other.getByTestId('photos').setInputFiles({
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: PHOTO,
    })
    await theirs!.getByRole('img', { name: /^照片/ }).waitFor()
    await draftStored(other, '另一窗口写的', '"photos":[{')
    await mine!.getByLabel('情况说明').fill('这边写的')
    await mine!.getByText(/已在另一个窗口改过/).waitFor()
    await mine!.getByText(/另一窗口：0 项，1 张照片，另一窗口写的/).waitFor()
    await mine!.getByRole('button', { name: '用本窗口的继续' }).click()
    await mine!.getByRole('img', { name: /^照片/ }).waitFor()
    expect(await mine!.getByLabel('情况说明').inputValue()).toBe('这边写的')
    await draftStored(page, '这边写的', '"photos":[{')
    await page.reload()
    await openCheck(page)
    await mine!.getByRole('img', { name: /^照片/ }).waitFor()
    expect(await mine!.getByLabel('情况说明').inputValue()).toBe('这边写的')
  })

  it('that could not be read is not overwritten, and opens once it can be read', async () => {
    const { page } = await openEmptied(TABLET)
    await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region.getByLabel('情况说明').fill('读不出的那份')
    await draftStored(page, '读不出的那份')
    await page.addInitScript(() => {
      const get = IDBObjectStore.prototype.get
      IDBObjectStore.prototype.get = function (query) {
        if (this.name === 'drafts' && !sessionStorage.getItem('healed')) throw new Error('disk error')
        return get.call(this, query)
      }
    })
    await page.reload()
    await openCheck(page)
    await region.getByText(/草稿没有打开.*没有被覆盖/).waitFor()
    expect(await region.getByLabel('情况说明').count()).toBe(0)
    await page.evaluate(() => sessionStorage.setItem('healed', '1'))
    await region.getByRole('button', { name: '重新打开草稿' }).click()
    await region.getByLabel('情况说明').waitFor()
    expect(await region.getByLabel('情况说明').inputValue()).toBe('读不出的那份')
  })
})

describe('if the browser can’t write', () => {
  it('a private window that refuses files is named as the cause, not the disk space', async () => {
    const { page } = await openEmptied(TABLET)
    // As in WebKit’s private windows.
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put
      const holdsFile = (value: unknown): boolean =>
        value instanceof Blob || (typeof value === 'object' && value !== null && Object.values(value).some(holdsFile))
      IDBObjectStore.prototype.put = function (value, key) {
        if (holdsFile(value))
          throw new DOMException('Error preparing Blob/File data to be stored in object store', 'UnknownError')
        return key === undefined ? put.call(this, value) : put.call(this, value, key)
      }
    })
    await page.goto(`${origin}#/field`)
    await page.getByText(/这是无痕模式窗口.*请改用普通窗口/).waitFor()
    await openCheck(page)
    const region = page.getByRole('region', { name: /^检查 / })
    await region
      .getByRole('button', { name: /^(否|不符合)$/ })
      .first()
      .click()
    await page.getByTestId('photos').setInputFiles({
      name: 'a.jpg',
      mimeType: 'image/jpeg',
      buffer: PHOTO,
    })
    await region.getByRole('img', { name: /^照片/ }).waitFor()
    await saveCheck(page)
    await region.getByText(/没有保存：这是无痕模式窗口/).waitFor()
    expect(await page.getByText(/空间不足/).count()).toBe(0)
  })

  it('a desk with a full disk reports it, imports nothing, gives no receipt, and imports once there is space', async () => {
    const photo = photoOf(1)
    const bundle = await bundleFile([inspection({ photos: [photo.ref] })], [photo])
    const { context, page } = await openApp()
    await roomOnDisk(page, 1)
    await page.goto(`${origin}#/data`)
    let receipts = 0
    page.on('download', () => receipts++)
    await page.getByTestId('bundles').setInputFiles(bundle)
    await page.getByText(/本机空间不足，没有收下任何内容，也没有出回执/).waitFor()
    expect([await page.getByText(/正在核对/).count(), receipts]).toEqual([0, 0])
    await roomOnDisk(page)
    await download(page, () => page.getByTestId('bundles').setInputFiles(bundle))
    await page.getByText(/新增 1 条（.+），新增照片 1 张/).waitFor()
    await context.close()
  })
})

describe('at the desk', () => {
  it('persistent storage is requested before the first receipt, and a refusal is shown', async () => {
    const { context, page } = await openApp()
    await page.addInitScript(() => {
      navigator.storage.persist = () => {
        document.title = document.querySelector('[role=status]')?.textContent?.includes('回执') ? 'late' : 'asked'
        return Promise.resolve(false)
      }
    })
    await page.goto(`${origin}#/data`)
    await page.getByTestId('bundles').setInputFiles(await bundleFile())
    await page.getByText(/没有承诺长期保存/).waitFor()
    await page.getByText(/新增 1 条/).waitFor()
    expect(await page.title()).toBe('asked')
    await context.close()
  })

  it('a worker that can’t start shows a message on both sides, and nothing is lost', async () => {
    const file = await bundleFile()
    const { context, page } = await openApp(TABLET)
    await context.route(/exchange\.worker/, (route) => route.abort())
    await handOverCheck(page, '后台起不来')
    await handOverOf(page).getByRole('button', { name: '生成巡查包（.zip）' }).click()
    await handOverOf(page)
      .getByText(/没有完成：.*没有删除任何东西/)
      .waitFor()
    await page.goto(`${origin}#/data`)
    await page.getByTestId('bundles').setInputFiles(file)
    await page.getByText(/不能确定是否已收下/).waitFor()
    await context.close()
  })

  it('a worker killed while working shows a message with how to check what was written', async () => {
    const file = await bundleFile()
    const { page } = await openDesk()
    // Importing bundles waits here while another window is doing it.
    await page.evaluate(
      () =>
        new Promise<void>((held) => {
          void navigator.locks.request('chentu-reception', () => {
            held()
            return new Promise(() => undefined)
          })
        }),
    )
    await page.evaluate(() => {
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options)
          window.addEventListener('kill', () => this.terminate())
        }
      }
    })
    await page.getByTestId('bundles').setInputFiles(file)
    // The worker is busy, and the page waits for its lock as for those of data and readings.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const names = (await navigator.locks.query()).pending?.map(({ name }) => name!) ?? []
          return names.includes('chentu-reception') && names.filter((name) => name.startsWith('chentu-worker-')).length
        }),
      )
      .toBe(3)
    await page.evaluate(() => void window.dispatchEvent(new Event('kill')))
    await page.getByText(/不能确定是否已收下/).waitFor()
  })
})

describe('the address of the office’s folder', () => {
  it('must be https and contain no password: an address stored with one is cleaned', async () => {
    const { page } = await openEmptied(TABLET)
    await page.addInitScript(() => {
      if (!localStorage.getItem('chentu-office-folder'))
        localStorage.setItem(
          'chentu-office-folder',
          JSON.stringify({ state: { url: 'https://team:secret@dav.example.com/field/', user: '' }, version: 0 }),
        )
    })
    await page.goto(`${origin}#/field`)
    await page.getByRole('button', { name: '交内勤' }).click()
    const handOver = handOverOf(page)
    await handOver.getByText('共享文件夹（WebDAV）').click()
    expect(await handOver.getByLabel('地址').inputValue()).toBe('https://dav.example.com/field/')
    expect(await handOver.getByLabel('用户名').inputValue()).toBe('team')
    expect(await page.evaluate(() => localStorage.getItem('chentu-office-folder'))).not.toContain('secret')
    const keep = handOver.getByRole('button', { name: '保存地址并重新打开' })
    for (const [url, said] of [
      ['http://dav.example.com/', /密码会在网络上明文传送/],
      ['https://team:secret@dav.example.com/', /地址里不能写用户名和密码/],
      ['dav.example.com', /应以 https:\/\/ 开头/],
    ] as const) {
      await handOver.getByLabel('地址').fill(url)
      await handOver.getByText(said).waitFor()
      expect(await keep.isDisabled()).toBe(true)
    }
  })
})
