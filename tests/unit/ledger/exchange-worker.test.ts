import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChainReader } from '@/ledger/chain'
import { pinDesk, readPin } from '@/ledger/confirmation'
import { deskQr } from '@/ledger/desk-key'
import type { ExchangeApi } from '@/ledger/exchange.main'
import { Ledger } from '@/ledger/ledger'
import { type Bundle, NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { receiveBundle } from '@/ledger/reception'
import { isSealed } from '@/ledger/seal'
import { publicKey } from '@/ledger/signature'
import { inspection, photoOf } from './records'
import { QUICK_LOG_N } from './small-bundle'

const exposed = vi.hoisted(() => ({ api: null as unknown }))
vi.mock('comlink', async (original) => ({
  ...(await original<object>()),
  expose: (api: unknown) => {
    exposed.api = api
  },
}))

const AT = '2022-10-31T19:00:00Z'
const photo = photoOf(3)
let worker: ExchangeApi
let ledger: Ledger

beforeEach(async () => {
  // As with plain HTTP: no locks.
  vi.stubGlobal('navigator', {})
  await import('@/ledger/exchange.main')
  worker = exposed.api as ExchangeApi
  ledger = new Ledger()
  await Promise.all(ledger.database.tables.map((table) => table.clear()))
  const shown = { hash: photo.ref.hash, original: photo.blob, shown: photo.blob }
  await ledger.append(inspection({ note: '一', photos: [photo.ref] }), [shown], null, AT)
  await ledger.append(inspection({ note: '二' }), [], null, AT)
})

afterEach(() => {
  ledger.close()
  vi.unstubAllGlobals()
})

const bundleOf = async (file: Blob) => {
  const read = await readBundle(file, NO_HELD_RECORDS)
  if ('faults' in read) throw new Error(read.faults.map(({ fault }) => fault).join())
  return read.bundle
}
const notesOf = ({ events }: Bundle) => events.map(({ body }) => ('note' in body ? body.note : ''))

describe('the exchange worker', () => {
  it('packs everything on the device, with the originals that are still there, and seals it with a passphrase', async () => {
    const file = (await worker.bundle(AT, '')).file
    const bundle = await bundleOf(file)
    expect(notesOf(bundle)).toEqual(['一', '二'])
    expect(bundle.photos).toEqual([photo.ref.hash])
    const sealed = (await worker.bundle(AT, '咸阳')).file
    expect([await isSealed(sealed), await isSealed(file)]).toEqual([true, false])
    await ledger.database.photos.update(photo.ref.hash, { original: null })
    const later = await worker.bundle(AT, '')
    const without = await bundleOf(later.file)
    expect([without.photos, without.copies]).toEqual([[], [photo.ref.hash]])
    expect(later).toMatchObject({ upTo: 2, lacking: [{ name: '煤堆', copies: 1, missing: 0 }] })
  })

  it('imports a bundle, sealed or not, and reports a wrong passphrase', async () => {
    const file = (await worker.bundle(AT, '')).file
    await ledger.database.events.clear()
    await ledger.database.photos.clear()
    expect(await worker.receive(file, AT, '', [])).toMatchObject({ fresh: 2, photos: 1 })
    await ledger.database.events.clear()
    const { seal } = await import('@/ledger/seal')
    const sealed = await seal(file, '咸阳', QUICK_LOG_N)
    expect(await worker.receive(sealed, AT, '西安', [])).toEqual({ faults: [{ fault: 'passphrase' }], forks: [] })
    expect(await ledger.all()).toEqual([])
    expect(await worker.receive(sealed, AT, '咸阳', [])).toMatchObject({ fresh: 2 })
  })

  it('lets one window import at a time if the browser has locks', async () => {
    const asked: string[] = []
    const request = async (name: string, work: () => Promise<unknown>) => {
      asked.push(name)
      return work()
    }
    const file = (await worker.bundle(AT, '')).file
    vi.stubGlobal('navigator', { locks: { request } })
    expect(await worker.receive(file, AT, '', [])).toMatchObject({ fresh: 0 })
    expect(asked).toEqual(['chentu-reception'])
  })

  it('shows as QR codes what no receipt names yet, without photos; a receipt releases originals', async () => {
    const read = async (parts: readonly string[]) => {
      const chain = new ChainReader()
      for (const part of parts) chain.add(part)
      return readBundle(new Blob([chain.file()!]), { ...NO_HELD_RECORDS, events: new Map() })
    }
    const whole = (await read((await worker.chain(AT, null)).parts)) as { bundle: Bundle }
    expect([notesOf(whole.bundle), whole.bundle.photos]).toEqual([['一', '二'], []])
    const office = new Ledger(`office-${Math.random()}`)
    const came = await receiveBundle(office, (await worker.bundle(AT, '')).file, AT)
    const receipt = 'receipt' in came ? came.receipt! : ''
    expect(await worker.confirm(receipt)).toEqual({ state: 'unpinned' })
    const desk = await publicKey((await office.deskKeys())!)
    await office.database.delete()
    await pinDesk(ledger, readPin(deskQr(desk))!, { replaced: null, reason: '', at: AT })
    expect(await worker.confirm(receipt)).toEqual({ state: 'confirmed', events: 2, photos: 1, voices: 0, returned: 0 })
    const [none, one] = [
      { photos: 0, voices: 0 },
      { photos: 1, voices: 0 },
    ]
    expect(await worker.releasable()).toMatchObject({ going: one, staying: none, gone: none, goneAt: '' })
    expect(await worker.release(AT)).toEqual(one)
    expect(await worker.releasable()).toMatchObject({ going: none, bytes: 0, gone: one, goneAt: AT })
    await ledger.append(inspection({ note: '三' }), [], null, AT)
    const rest = await read((await worker.chain(AT, null)).parts)
    expect('events' in rest && rest.events.map(({ sequence }) => sequence)).toEqual([3])
    // A desk that has none of the records gets all, whatever another one confirmed.
    const again = await worker.chain(AT, 1)
    expect(again).toMatchObject({ from: 1, upTo: 3, left: 0 })
    expect(notesOf(((await read(again.parts)) as { bundle: Bundle }).bundle)).toEqual(['一', '二', '三'])
  })

  it('gives no receipt for what this device made itself', async () => {
    const { id } = await ledger.device()
    expect(await worker.receive((await worker.bundle(AT, '')).file, AT, '', [])).toMatchObject({ receipt: null })
    expect(await worker.answer(id, AT)).toBeNull()
  })

  it('reads the QR code in a picture and closes the picture; null without a code', async () => {
    const { default: encodeQR } = await import('qr')
    const picture = (text: string | null) => {
      const modules = text === null ? [] : encodeQR(text, 'raw', { border: 4, scale: 4 })
      const side = Math.max(modules.length, 40)
      const data = new Uint8ClampedArray(side * side * 4).fill(255)
      modules.forEach((row, y) => {
        row.forEach((dark, x) => {
          if (dark) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
        })
      })
      return { width: side, height: side, data, close: vi.fn() }
    }
    type Picture = ReturnType<typeof picture>
    class Canvas {
      private drawn: Picture | null = null
      constructor(
        readonly width: number,
        readonly height: number,
      ) {}
      getContext = () => ({
        drawImage: (image: Picture) => {
          this.drawn = image
        },
        getImageData: (x: number, y: number, width: number, height: number) => {
          expect([x, y, width, height]).toEqual([0, 0, this.width, this.height])
          return this.drawn!
        },
      })
    }
    vi.stubGlobal('OffscreenCanvas', Canvas)
    const coded = picture('CT:1')
    expect(worker.readCode(coded as unknown as ImageBitmap)).toBe('CT:1')
    expect(coded.close).toHaveBeenCalled()
    expect(worker.readCode(picture(null) as unknown as ImageBitmap)).toBeNull()
  })

  it('answers a ping', () => expect(worker.ping()).toBe(true))
})
