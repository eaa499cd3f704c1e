import { bytesToHex } from '@noble/hashes/utils.js'
import type { OfficeKind } from '@/io/formats/office-kind'
import { type Manifest, voiceFiles } from './bundle-schema'
import { checkChain } from './check-chain'
import { deviceForm, isDeviceIdOf, isSigned } from './device'
import type { LedgerEvent } from './event'
import { type FileFault, type OpenedBundle, openBundle } from './open-bundle'

/** Why a bundle is refused. */
export type BundleFault =
  /** `later`: in a format that only a later version of the app can read. */
  | { readonly fault: 'later' | 'unreadable' | 'damaged' | 'events-altered' | 'passphrase' }
  /** A file of an office program; `encrypted`: one behind a password. */
  | { readonly fault: OfficeKind }
  | FileFault
  | { readonly fault: 'signature'; readonly device: string }
  | { readonly fault: 'altered' | 'gap' | 'fork' | 'closed'; readonly event: string }

/** What is already held, to check a bundle against. */
export interface HeldRecords {
  readonly events: ReadonlyMap<string, LedgerEvent>
  /** Public keys by device. */
  readonly keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** For devices whose id was closed: the last accepted number. */
  readonly closed: ReadonlyMap<string, { readonly upTo: number }>
  /** Hashes of events that the desk set aside: if they arrive again, they are skipped. */
  readonly aside: ReadonlySet<string>
}

export const NO_HELD_RECORDS: HeldRecords = { events: new Map(), keys: new Map(), closed: new Map(), aside: new Set() }

/** A bundle in which every byte was verified. */
export interface Bundle {
  /** SHA-256 of the manifest; the receipt refers to the bundle by it. */
  readonly hash: string
  readonly device: string
  readonly events: readonly LedgerEvent[]
  /** Events of other devices beyond the last accepted number of their closed ids: verified, but not in `events`. */
  readonly late: readonly LedgerEvent[]
  /** Hashes of the photos in the bundle. */
  readonly photos: readonly string[]
  /**
   * Hashes of photos whose originals are gone and of which the bundle has a small copy: intact as sent, but covered by
   * no signature.
   */
  readonly copies: readonly string[]
  /** Public key of each device in the bundle that has one. */
  readonly keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** Hashes of the spoken notes in the bundle. */
  readonly voices: readonly string[]
  /** Reads one of the photos. */
  photo(hash: string): Promise<Blob>
  /** Reads the small copy of one of `copies`. */
  copy(of: string): Promise<Blob>
  /** Reads one of the spoken notes. */
  voice(hash: string): Promise<Blob>
}

/** A bundle, or all of its faults; `events` are its events if they could be read. */
export type BundleReading =
  | { readonly bundle: Bundle }
  | { readonly faults: readonly BundleFault[]; readonly events: readonly LedgerEvent[] }

const bytesOf = (hex: string) => new Uint8Array(hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [])

/** Reads a bundle and verifies every hash, chain and signature; any fault refuses the whole bundle. */
export async function readBundle(file: Blob, held: HeldRecords): Promise<BundleReading> {
  const opened = await openBundle(file)
  return typeof opened === 'string' ? refusedFile(opened) : checkBundle(opened, held)
}

/** The result for a file that is not a bundle. */
export const refusedFile = (fault: Exclude<Awaited<ReturnType<typeof openBundle>>, OpenedBundle>) => ({
  faults: [{ fault }],
  events: [],
})

/**
 * Checks an opened bundle against what is held: keys, chains, signatures, closed ids. Its bytes are not hashed again.
 */
export async function checkBundle(opened: OpenedBundle, held: HeldRecords): Promise<BundleReading> {
  const { manifest, hash, photo, copy, voice } = opened
  const events = opened.events.filter((event) => !held.aside.has(event.hash))
  const { keys, faults: keyFaults } = keysOf(manifest, events, held)
  const faults: BundleFault[] = [
    ...keyFaults,
    ...checkChain(events, held.events),
    ...(await signatureFaults(events, keys)),
    ...closedFaults(manifest.device, events, held),
    ...opened.faults,
  ]
  if (faults.length > 0) return { faults, events }
  const bundle: Bundle = {
    hash,
    device: manifest.device,
    events: events.filter((event) => !isLate(event, held.closed)),
    late: events.filter((event) => isLate(event, held.closed)),
    photos: manifest.photos.map((each) => each.hash),
    copies: (manifest.copies ?? []).map(({ of }) => of),
    voices: voiceFiles(manifest).map((each) => each.hash),
    keys,
    photo,
    copy,
    voice,
  }
  return { bundle }
}

/** The key of each device: the one already held, else the manifest's, which must match the device's id. */
function keysOf(manifest: Manifest, events: readonly LedgerEvent[], held: HeldRecords) {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>()
  const faults: BundleFault[] = []
  for (const device of new Set(events.map((event) => event.device))) {
    const known = held.keys.get(device)
    const brought = Object.hasOwn(manifest.keys, device) ? bytesOf(manifest.keys[device]!) : null
    if (brought && !isDeviceIdOf(device, brought)) faults.push({ fault: 'signature', device })
    else if (brought && known && bytesToHex(brought) !== bytesToHex(known)) faults.push({ fault: 'signature', device })
    const key = known ?? brought
    if (key) keys.set(device, key)
    else if (deviceForm(device) === 'keyed') faults.push({ fault: 'signature', device })
  }
  return { keys, faults }
}

/** Cache of signature checks for the events of open files, with the key used. */
const checked = new WeakMap<LedgerEvent, { readonly key: string; readonly fits: boolean }>()

/** Whether a key signed an event; computed once per event of an open file. */
async function isSignedBy(event: LedgerEvent, key: Uint8Array): Promise<boolean> {
  const name = bytesToHex(key)
  const known = checked.get(event)
  if (known?.key === name) return known.fits
  const fits = await isSigned(event, key)
  checked.set(event, { key: name, fits })
  return fits
}

/** A device with a key must sign every event, even if a manifest omits the key; one without a key must sign none. */
async function signatureFaults(events: readonly LedgerEvent[], keys: Bundle['keys']): Promise<BundleFault[]> {
  const faults: BundleFault[] = []
  for (const event of events) {
    const key = keys.get(event.device)
    if (key ? !(await isSignedBy(event, key)) : event.signature !== '')
      faults.push({ fault: 'altered', event: event.id })
  }
  return faults
}

/** Whether an event is beyond the last number accepted from its closed device. */
export const isLate = ({ device, sequence }: LedgerEvent, closed: HeldRecords['closed']): boolean =>
  sequence > (closed.get(device)?.upTo ?? Number.POSITIVE_INFINITY)

/** A closed device may not hand over new events itself; other devices may pass on what it wrote. */
const closedFaults = (from: string, events: readonly LedgerEvent[], { closed }: HeldRecords): BundleFault[] =>
  events.flatMap((event) =>
    event.device === from && isLate(event, closed) ? [{ fault: 'closed', event: event.id }] : [],
  )
