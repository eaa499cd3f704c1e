import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { zipFolder } from '../../scripts/release/zip'
import { filesOf } from '../../scripts/single/files-of'

/** Browser storage belongs to an origin, so the address must be the same again. */
export const STORED_PORT = 47_117

/** Where Chromium keeps the storage of pages inside its profile folder. */
const STORES = ['IndexedDB', 'Local Storage', 'File System'].map((name) => join('Default', name))

/** The storage in a profile folder, as one .zip. */
export function packStored(profile: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-stored-'))
  for (const store of STORES)
    if (existsSync(join(profile, store))) cpSync(join(profile, store), join(folder, store), { recursive: true })
  const files = [...filesOf(folder)].filter(([path]) => !/\/(?:LOCK|LOG|LOG\.old)$/.test(path))
  rmSync(folder, { recursive: true })
  return zipFolder('profile', new Map(files))
}

/** Unpacks stored data into the profile folder with which a browser is then started. */
export function unpackStored(zip: string, profile: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const file = join(profile, path.replace('profile/', ''))
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }
}
