import { createClient, type WebDAVClient } from 'webdav'

/** Why a folder did not take a bundle, or gave no receipts. */
export type PushFault = 'unauthorised' | 'unreachable' | 'incomplete'

/** A WebDAV folder of the office. */
export interface OfficeFolderAccess {
  readonly url: string
  readonly user: string
  readonly password: string
}

const clientOf = ({ url, user, password }: OfficeFolderAccess): WebDAVClient =>
  createClient(url, { username: user, password })

const faultOf = (error: unknown): PushFault => {
  const status = (error as { readonly status?: number }).status
  return status === 401 || status === 403 ? 'unauthorised' : 'unreachable'
}

/** Sends a file as it lies on the disk; the client would hold all of it in memory. */
async function put({ url, user, password }: OfficeFolderAccess, name: string, file: Blob): Promise<void> {
  const letters = Array.from(new TextEncoder().encode(`${user}:${password}`), (byte) => String.fromCharCode(byte))
  const headers = { Authorization: `Basic ${btoa(letters.join(''))}` }
  const address = `${url.replace(/\/$/, '')}/${encodeURIComponent(name)}`
  const response = await fetch(address, { method: 'PUT', headers, body: file })
  if (!response.ok) throw Object.assign(new Error(response.statusText), { status: response.status })
}

/**
 * Writes a bundle into the folder: under another name until all of it is there, so that nobody at the desk picks up half.
 * Null where it arrived; that says nothing yet about what the office did with it, only a receipt does.
 */
export async function pushBundle(access: OfficeFolderAccess, name: string, bundle: Blob): Promise<PushFault | null> {
  const client = clientOf(access)
  const part = `${name}.part`
  try {
    await put(access, part, bundle)
    const stat = await client.stat(`/${part}`)
    if ('size' in stat && stat.size !== bundle.size) return 'incomplete'
    await client.moveFile(`/${part}`, `/${name}`)
    return null
  } catch (error) {
    return faultOf(error)
  }
}

/** The receipts in the folder, as text; whose they are is for the reader to tell. */
export async function fetchReceipts(
  access: OfficeFolderAccess,
): Promise<{ readonly receipts: readonly string[] } | { readonly fault: PushFault }> {
  const client = clientOf(access)
  try {
    const files = (await client.getDirectoryContents('/')) as { readonly basename: string; readonly filename: string }[]
    const receipts: string[] = []
    for (const { basename, filename } of files) {
      if (basename.endsWith('.json')) receipts.push(String(await client.getFileContents(filename, { format: 'text' })))
    }
    return { receipts }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}
