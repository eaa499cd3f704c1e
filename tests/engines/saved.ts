import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from './engine'

/** A file that the page saved. */
export interface SavedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** In the page: keeps files that it would save in memory instead, until it is reloaded. */
export const KEEP_SAVED = `(() => {
  if (window.saved) return
  const blobs = new Map()
  const addressOf = URL.createObjectURL
  URL.createObjectURL = (blob) => {
    const address = addressOf.call(URL, blob)
    blobs.set(address, blob)
    return address
  }
  window.saved = []
  const press = HTMLAnchorElement.prototype.click
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) window.saved.push({ name: this.download, blob: blobs.get(this.href) })
    else press.call(this)
  }
})()`

/** Removes and returns the first file kept in the page. */
export async function takeSaved(engine: Engine): Promise<SavedFile> {
  const { name, data } = await engine.ask<{ name: string; data: string }>(`new Promise((done, fail) => {
    const { name, blob } = window.saved.shift()
    const reader = new FileReader()
    reader.onload = () => done({ name, data: reader.result.split(',')[1] })
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(blob)
  })`)
  return { name, bytes: new Uint8Array(Buffer.from(data, 'base64')) }
}

/** Writes the file into a folder under its name; returns its path. */
export function writeSaved({ name, bytes }: SavedFile, folder: string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
