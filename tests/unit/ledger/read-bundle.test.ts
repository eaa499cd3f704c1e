import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { BUNDLE_FORMAT, EVENTS, MANIFEST, photoPath, SUM_LETTERS } from '@/ledger/bundle-schema'
import { newDevice } from '@/ledger/device'
import { canonical } from '@/ledger/event-chain'
import { NO_HELD_RECORDS, readBundle } from '@/ledger/read-bundle'
import { publicKey } from '@/ledger/signature'
import { container } from '../../fixtures/old-workbooks'
import { chainOf, inspection, photoOf } from './records'

const hex = (bytes: Uint8Array) => bytesToHex(sha256(bytes))
const photo = photoOf(7)
const tablet = await newDevice()
const events = await chainOf(tablet, [inspection({ photos: [photo.ref] }), inspection({ note: '二' })])
const LINES = utf8ToBytes(events.map((event) => `${canonical(event)}\n`).join(''))
const MANIFEST_SAID = {
  format: BUNDLE_FORMAT,
  device: tablet.id,
  made: '',
  keys: { [tablet.id]: bytesToHex(await publicKey(tablet.keys!)) },
  events: 2,
  eventsHash: hex(LINES),
  photos: [{ hash: photo.ref.hash, bytes: photo.bytes.length }],
}
type Files = Parameters<typeof zipSync>[0]
const json = (said: unknown) => utf8ToBytes(canonical(said))
const FILES: Files = {
  [photoPath(photo.ref.hash)]: photo.bytes,
  [EVENTS]: LINES,
  [MANIFEST]: json(MANIFEST_SAID),
}

/** A bundle of some files, with the checksum of all its bytes at its end; `change` is applied before. */
function pack(files: Files = FILES, change: (zip: Uint8Array) => void = () => undefined): Blob {
  const zip = zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>
  change(zip)
  new DataView(zip.buffer).setUint16(zip.length - 2, SUM_LETTERS, true)
  return new Blob([zip, hex(zip)])
}
async function faults(files: Files, change?: (zip: Uint8Array) => void) {
  const read = await readBundle(pack(files, change), NO_HELD_RECORDS)
  return 'faults' in read ? read.faults : []
}
/** States another size for a file in the archive's directory. */
const stating = (name: string, bytes: number) => (zip: Uint8Array) => {
  const text = new TextDecoder('latin1').decode(zip)
  const entry = text.lastIndexOf(name) - 46
  expect(text.slice(entry, entry + 4)).toBe('PK\u0001\u0002')
  new DataView(zip.buffer).setUint32(entry + 24, bytes, true)
}
const withEvents = (lines: Uint8Array, count = 2): Files => ({
  ...FILES,
  [EVENTS]: lines,
  [MANIFEST]: json({ ...MANIFEST_SAID, events: count, eventsHash: hex(lines) }),
})

describe('a bundle packed by another program', () => {
  it('is read if everything is valid', async () => {
    const read = await readBundle(pack(), NO_HELD_RECORDS)
    if (!('bundle' in read)) throw new Error(JSON.stringify(read.faults))
    expect(read.bundle).toMatchObject({ hash: hex(json(MANIFEST_SAID)), device: tablet.id, events, late: [] })
    const original = await read.bundle.photo(photo.ref.hash)
    expect([original.type, new Uint8Array(await original.arrayBuffer())]).toEqual(['image/jpeg', photo.bytes])
  })

  it('is refused if a photo is missing, differs, or has another size', async () => {
    const path = photoPath(photo.ref.hash)
    const { [path]: _, ...without } = FILES
    expect(await faults(without)).toEqual([{ fault: 'photo-missing', photo: photo.ref.hash }])
    const altered = [{ fault: 'photo-altered', photo: photo.ref.hash }]
    expect(await faults({ ...FILES, [path]: photo.bytes.with(0, 99) })).toEqual(altered)
    const photos = [{ hash: photo.ref.hash, bytes: photo.bytes.length + 1 }]
    expect(await faults({ ...FILES, [MANIFEST]: json({ ...MANIFEST_SAID, photos }) })).toEqual(altered)
  })

  it('is read only with stored files: a compressed file, or one larger than the bundle, could grow without limit', async () => {
    const path = photoPath(photo.ref.hash)
    const missing = [{ fault: 'photo-missing', photo: photo.ref.hash }]
    expect(await faults({ ...FILES, [path]: [photo.bytes, { level: 9 }] })).toEqual(missing)
    expect(await faults({ ...FILES, [MANIFEST]: [json(MANIFEST_SAID), { level: 9 }] })).toEqual([
      { fault: 'unreadable' },
    ])
    expect(await faults(FILES, stating(path, 2 ** 31))).toEqual(missing)
  })

  it('is invalid without its manifest or its events', async () => {
    for (const name of [EVENTS, MANIFEST]) {
      const { [name]: _, ...without } = FILES
      expect(await faults(without)).toEqual([{ fault: 'unreadable' }])
    }
    expect(await faults({ ...FILES, [MANIFEST]: utf8ToBytes('{') })).toEqual([{ fault: 'unreadable' }])
    expect(await faults({ ...FILES, [MANIFEST]: json({}) })).toEqual([{ fault: 'unreadable' }])
  })

  it('is refused if its events differ from the manifest', async () => {
    const other = utf8ToBytes(`${new TextDecoder().decode(LINES)}\n`)
    expect(await faults({ ...FILES, [EVENTS]: other })).toEqual([{ fault: 'events-altered' }])
    expect(await faults(withEvents(LINES, 3))).toEqual([{ fault: 'events-altered' }])
    // A blank line is ignored.
    expect(await faults(withEvents(other))).toEqual([])
  })

  it('is refused if a line is not an event, or contains bytes that are not text', async () => {
    const lines = (...said: string[]) => utf8ToBytes(said.join('\n'))
    expect(await faults(withEvents(lines('{', '{}')))).toEqual([{ fault: 'events-altered' }])
    expect(await faults(withEvents(lines('null', 'null')))).toEqual([{ fault: 'events-altered' }])
    const at = LINES.findIndex((byte) => byte > 0x7f)
    expect(await faults(withEvents(LINES.with(at, 0xff)))).toEqual([{ fault: 'events-altered' }])
  })

  it('is distinguished from a truncated file and from an unrelated one', async () => {
    const whole = pack()
    const fault = async (file: Blob) => {
      const read = await readBundle(file, NO_HELD_RECORDS)
      return 'faults' in read && read.faults
    }
    expect(await fault(whole.slice(0, -1))).toEqual([{ fault: 'damaged' }])
    expect(await fault(whole.slice(0, 20))).toEqual([{ fault: 'damaged' }])
    expect(await fault(new Blob(['PK']))).toEqual([{ fault: 'damaged' }])
    expect(await fault(new Blob([]))).toEqual([{ fault: 'unreadable' }])
    expect(await fault(whole.slice(1))).toEqual([{ fault: 'unreadable' }])
    // A correct checksum over something that is not an archive.
    expect(await fault(new Blob(['PK', hex(utf8ToBytes('PK'))]))).toEqual([{ fault: 'unreadable' }])
  })

  it('of a device with a key is refused without the key', async () => {
    const { keys: _, ...said } = MANIFEST_SAID
    expect(await faults({ ...FILES, [MANIFEST]: json({ ...said, keys: {} }) })).toContainEqual({
      fault: 'signature',
      device: tablet.id,
    })
    // An empty key is refused too.
    expect(await faults({ ...FILES, [MANIFEST]: json({ ...said, keys: { [tablet.id]: '' } }) })).toContainEqual({
      fault: 'signature',
      device: tablet.id,
    })
  })
})

describe('an office file chosen by mistake', () => {
  const chosen = async (files: Files, bytes?: number) => {
    const read = await readBundle(
      new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]).slice(0, bytes),
      NO_HELD_RECORDS,
    )
    return 'faults' in read ? read.faults : []
  }
  const XML = utf8ToBytes('<xml/>'.repeat(40))

  it.each([
    ['xl/workbook.xml', 'workbook'],
    ['xl/workbook.bin', 'workbook'],
    ['word/document.xml', 'document'],
    ['ppt/presentation.xml', 'slides'],
  ])('is named as what it is by its %s', async (name, fault) => {
    expect(await chosen({ '[Content_Types].xml': XML, [name]: XML })).toEqual([{ fault }])
  })

  it('is named as what it is if it is of the older form', async () => {
    const old = async (stream: string) => {
      const read = await readBundle(new Blob([container(stream)]), NO_HELD_RECORDS)
      return 'faults' in read ? read.faults : []
    }
    expect(await old('Workbook')).toEqual([{ fault: 'workbook' }])
    expect(await old('EncryptedPackage')).toEqual([{ fault: 'encrypted' }])
    expect(await old('Catalog')).toEqual([{ fault: 'unreadable' }])
  })

  it('is not what a bundle without its checksum, another archive, or half a workbook is called', async () => {
    expect(await chosen(FILES)).toEqual([{ fault: 'damaged' }])
    expect(await chosen({ 'document.xml': XML })).toEqual([{ fault: 'unreadable' }])
    expect(await chosen({ 'xl/workbook.xml': XML }, 80)).toEqual([{ fault: 'damaged' }])
  })
})
