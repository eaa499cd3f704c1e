/** `createSyncAccessHandle` exists only in workers; Safari before 26 has no other way to write. */
type OwnFile = Partial<Pick<FileSystemFileHandle, 'createSyncAccessHandle'>> &
  Omit<FileSystemFileHandle, 'createSyncAccessHandle'>

/**
 * A folder in the browser's private file system; null if there is none, as on plain HTTP and in some private windows.
 */
export async function ownFolder(name: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage?.getDirectory?.()
    return (await root?.getDirectoryHandle(name, { create: true })) ?? null
  } catch {
    return null
  }
}

/** How often the files are asked for, in milliseconds. */
const ASK_EVERY = 4 * 60_000

let asking = false

/**
 * Asks for the private files from time to time, as long as this thread lives. Chromium forgets those of a private window
 * ten minutes after their last use, though the window is open and its database still lists them.
 */
export function keepFilesInUse(): void {
  if (asking) return
  asking = true
  const ask = async () => (await navigator.storage.getDirectory()).keys().next()
  setInterval(() => ask().catch(() => undefined), ASK_EVERY)
}

/** Writes a file; when it resolves, the file is on disk. @throws if there is no space. */
export async function writeOwnFile(folder: FileSystemDirectoryHandle, name: string, bytes: ArrayBuffer): Promise<void> {
  const file: OwnFile = await folder.getFileHandle(name, { create: true })
  if (file.createSyncAccessHandle) {
    const access = await file.createSyncAccessHandle()
    try {
      access.truncate(0)
      if (access.write(bytes, { at: 0 }) !== bytes.byteLength) throw new DOMException('no space', 'QuotaExceededError')
      access.flush()
    } finally {
      access.close()
    }
    return
  }
  const stream = await file.createWritable()
  await stream.write(bytes)
  await stream.close()
}

/** Removes a file, if it is there. */
export async function removeOwnFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  })
}

/** Removes all files but these: leftovers written before a page closed and before they were listed. */
export async function removeOthers(folder: FileSystemDirectoryHandle, names: ReadonlySet<string>): Promise<void> {
  const others: string[] = []
  for await (const name of folder.keys()) if (!names.has(name)) others.push(name)
  for (const name of others) await removeOwnFile(folder, name)
}
