import { MAX_ORDERS, type RoundOrder } from '@/domain/field/round-order'
import { addToRoundOrders, ROUNDS_FILE, writeRoundOrders } from '@/io/field/round-order-file'

/** Why a folder did not accept a bundle, or returned no receipts. */
export type PushFault =
  | 'unauthorised'
  | 'unreachable'
  | 'incomplete'
  | 'silent'
  | 'moved'
  | 'full'
  | 'taken'
  | 'foreign-rounds'
  | 'refused'

/** A WebDAV folder of the office (RFC 4918). */
export interface OfficeFolderAccess {
  readonly url: string
  readonly user: string
  readonly password: string
}

/** Timeout for small requests; after that the server counts as not responding. */
const ANSWER_MS = 20_000
/** Additional time per byte: 10 kB/s, a poor signal. */
const MS_PER_BYTE = 0.1
/** Upper limit for a receipt, more than one covering years. */
const MAX_RECEIPT_BYTES = 8 << 20
/** Upper limit for a listing, enough for a hundred thousand files. */
const MAX_LISTING_BYTES = 64 << 20
const DAV = 'DAV:'
const SIZE_ASKED =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getcontentlength/><getetag/><resourcetype/></prop></propfind>'

class DavError extends Error {
  constructor(readonly fault: PushFault) {
    super(fault)
  }
}

const faultOfStatus = (status: number): PushFault => {
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 412) return 'taken'
  if (status === 507 || status === 413) return 'full'
  return status === 404 || status === 409 ? 'unreachable' : 'refused'
}

function faultOf(error: unknown): PushFault {
  if (error instanceof DavError) return error.fault
  // Chromium before 124 reports a timeout as an abort; nothing else aborts here.
  const isLate = error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name)
  return isLate ? 'silent' : 'unreachable'
}

const folderOf = (url: string) => `${url.replace(/\/+$/, '')}/`
const addressOf = ({ url }: OfficeFolderAccess, name: string) => `${folderOf(url)}${encodeURIComponent(name)}`

async function ask(
  { user, password }: OfficeFolderAccess,
  address: string,
  method: string,
  { headers = {}, body, ms = ANSWER_MS }: { headers?: Record<string, string>; body?: BodyInit; ms?: number } = {},
): Promise<Response> {
  const letters = Array.from(new TextEncoder().encode(`${user}:${password}`), (byte) => String.fromCharCode(byte))
  const response = await fetch(address, {
    method,
    headers: { Authorization: `Basic ${btoa(letters.join(''))}`, ...headers },
    body: body ?? null,
    // Do not follow redirects: the password goes only to the address that the user typed.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(ms),
  })
  if (response.type === 'opaqueredirect') throw new DavError('moved')
  if (!response.ok) throw new DavError(faultOfStatus(response.status))
  return response
}

/** A file in a folder, as listed by the server. */
export interface FolderFile {
  readonly name: string
  /** Null if the server does not report it. */
  readonly bytes: number | null
  /** Changes with the file; empty if the server does not report it. */
  readonly tag: string
}

/** Files in a PROPFIND response, without folders. Only names are used, never addresses. */
export function readListing(xml: string, parser: Pick<DOMParser, 'parseFromString'>): FolderFile[] {
  const document = parser.parseFromString(xml, 'application/xml')
  return [...document.getElementsByTagNameNS(DAV, 'response')].flatMap((response): FolderFile[] => {
    const first = (name: string) => response.getElementsByTagNameNS(DAV, name)[0]
    if (first('collection')) return []
    const path = first('href')?.textContent.trim().split(/[?#]/)[0] ?? ''
    const bytes = first('getcontentlength')?.textContent.trim()
    const tag = first('getetag')?.textContent.trim() ?? ''
    const name = decoded(path.slice(path.lastIndexOf('/') + 1))
    return name === '' ? [] : [{ name, bytes: bytes && /^\d+$/.test(bytes) ? Number(bytes) : null, tag }]
  })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

async function list(access: OfficeFolderAccess, address: string, depth: '0' | '1'): Promise<FolderFile[]> {
  const headers = { Depth: depth, 'Content-Type': 'application/xml; charset=utf-8' }
  const response = await ask(access, address, 'PROPFIND', { headers, body: SIZE_ASKED })
  return readListing(await textOf(response, MAX_LISTING_BYTES), new DOMParser())
}

/**
 * Writes a bundle into the folder, under a temporary name until it is complete, so that the desk never picks up half a
 * file. Returns null if it arrived; only a receipt tells what the office did with it.
 */
export async function pushBundle(access: OfficeFolderAccess, name: string, bundle: Blob): Promise<PushFault | null> {
  const part = addressOf(access, `${name}.part`)
  try {
    await putWhole(access, part, bundle)
    await ask(access, part, 'MOVE', { headers: { Destination: addressOf(access, name), Overwrite: 'F' } })
    return null
  } catch (error) {
    return faultOf(error)
  }
}

/** Writes a file. @throws {DavError} if not all of it arrived. */
async function putWhole(access: OfficeFolderAccess, address: string, body: Blob): Promise<void> {
  await ask(access, address, 'PUT', { body, ms: ANSWER_MS + Math.ceil(body.size * MS_PER_BYTE) })
  const [there] = await list(access, address, '0')
  if (there && there.bytes !== null && there.bytes !== body.size) throw new DavError('incomplete')
}

/** Text of a response. @throws {DavError} if it exceeds `most` bytes, whatever length the server announced. */
async function textOf(response: Response, most: number, beyond: PushFault = 'refused'): Promise<string> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let read = 0
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    read += part.value.length
    if (read > most) {
      // Otherwise the server would go on sending.
      await reader.cancel()
      throw new DavError(beyond)
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

/** Texts from a folder, and the number of files that could not be read. */
export interface FetchedReceipts {
  readonly receipts: readonly string[]
  readonly unread: number
}

/**
 * Texts in the folder that may be receipts; the caller determines whether they are, and for whom. Returns a fault only
 * if the folder itself cannot be read.
 */
export async function fetchReceipts(
  access: OfficeFolderAccess,
): Promise<FetchedReceipts | { readonly fault: PushFault }> {
  const receipts: string[] = []
  let left: readonly FolderFile[]
  try {
    left = (await list(access, folderOf(access.url), '1')).filter(({ name }) => name.endsWith('.json'))
  } catch (error) {
    return { fault: faultOf(error) }
  }
  for (const { name, bytes } of left) {
    if ((bytes ?? 0) > MAX_RECEIPT_BYTES) continue
    try {
      receipts.push(await textOf(await ask(access, addressOf(access, name), 'GET'), MAX_RECEIPT_BYTES))
    } catch (error) {
      // Do not wait as long for each of the remaining files.
      if (faultOf(error) === 'silent') return { receipts, unread: left.length - receipts.length }
    }
  }
  return { receipts, unread: left.length - receipts.length }
}

/** Number of attempts to merge rounds when another desk writes at the same time. */
const MAX_TRIES = 3

/**
 * Adds rounds to those in the folder, in the one file from which tablets read them; a round that is already there is
 * replaced. A file that cannot be read is left unchanged. Returns null if the rounds arrived.
 */
export async function uploadRounds(
  access: OfficeFolderAccess,
  orders: readonly RoundOrder[],
): Promise<PushFault | null> {
  // A random name, since another desk may be writing at the same time.
  const part = addressOf(access, `${ROUNDS_FILE}.${Math.random().toString(36).slice(2)}.part`)
  try {
    for (let tries = 1; ; tries++) {
      const done = await giveOnce(access, part, orders).catch((error: unknown) => {
        if (faultOf(error) !== 'taken') throw error
        return false
      })
      if (done) return null
      if (tries === MAX_TRIES) throw new DavError('taken')
    }
  } catch (error) {
    // The temporary file would stay for good; if it cannot be deleted, nothing reads it.
    await ask(access, part, 'DELETE').catch(() => undefined)
    return faultOf(error)
  }
}

/** Merges the rounds into the folder's file; returns false if another desk changed the file meanwhile. */
async function giveOnce(access: OfficeFolderAccess, part: string, orders: readonly RoundOrder[]): Promise<boolean> {
  const address = addressOf(access, ROUNDS_FILE)
  const before = (await list(access, folderOf(access.url), '1')).find(({ name }) => name === ROUNDS_FILE)
  const there = before ? await textOf(await ask(access, address, 'GET'), MAX_RECEIPT_BYTES, 'foreign-rounds') : ''
  const text = there === '' ? writeRoundOrders(orders) : addToRoundOrders(there, orders, MAX_ORDERS)
  if (text === null) throw new DavError('foreign-rounds')
  await putWhole(access, part, new Blob([text]))
  // `If-Match` on MOVE would apply to the moved file, not to the one it overwrites, so the target's ETag is checked
  // just before.
  if (before && before.tag !== '') {
    const [now] = await list(access, address, '0')
    if (now && now.tag !== before.tag) return false
  }
  await ask(access, part, 'MOVE', { headers: { Destination: address, Overwrite: before ? 'T' : 'F' } })
  return true
}
