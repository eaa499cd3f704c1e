import { originFault, plainOrigin } from '@/domain/origin'
import { z } from '@/io/zod'
import { nameForCity } from '@/ledger/records-name'
import { createPersistedStore } from './persisted-store'

interface OfficeFolder {
  /** Address of the office's WebDAV folder; empty if none. */
  readonly url: string
  readonly user: string
  set(change: { readonly url: string; readonly user: string }): void
}

/** Why a password must not be sent to an address. */
export type AddressFault = 'malformed' | 'host' | 'insecure' | 'credentials'

const LOOPBACK = new Set(['localhost', '127.0.0.1'])

function parse(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

/** What is wrong with a folder's address; null if it can be used. */
export function addressFault(url: string): AddressFault | null {
  const parsed = parse(url)
  const fault = originFault(url, globalThis.location?.origin)
  if (!parsed || fault === 'url') return 'malformed'
  if (fault) return fault
  if (parsed.username !== '' || parsed.password !== '') return 'credentials'
  // Basic authentication over plain HTTP would reveal the password to everybody on the way.
  return parsed.protocol === 'https:' || LOOPBACK.has(parsed.hostname) ? null : 'insecure'
}

/** Removes user name and password from an address. */
function cleaned({ url, user }: { readonly url: string; readonly user: string }) {
  const parsed = parse(url)
  if (!parsed || (parsed.username === '' && parsed.password === '')) return { url, user }
  const inAddress = decodeURIComponentOr(parsed.username)
  parsed.username = ''
  parsed.password = ''
  return { url: parsed.href, user: user || inAddress }
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The folder to which bundles are sent. The password is typed each time and never stored, since tablets get lost. */
export const useOfficeFolder = createPersistedStore<OfficeFolder>(
  nameForCity('chentu-office-folder'),
  { url: z.string(), user: z.string() },
  (set) => ({ url: '', user: '', set: (change) => set(cleaned(change)) }),
)

/** Removes a password that an earlier version stored within the address. */
function forgetPassword(): void {
  const { url, user, set } = useOfficeFolder.getState()
  if (cleaned({ url, user }).url !== url) set({ url, user })
}
forgetPassword()

/** The origin that the page may access for the folder. */
export function folderOrigins(url: string): string[] {
  const origin = addressFault(url) === null ? plainOrigin(url) : null
  return origin === null ? [] : [origin]
}
