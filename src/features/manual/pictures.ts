import { windowOf } from './picture-size'

const addresses = import.meta.glob<string>('/docs/manual/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})

export interface PictureFile {
  readonly address: string
  /** What it shows in CSS pixels, in its ratio of width to height: room is left for it before it is there. */
  readonly width: number
  readonly height: number
}

/** The app's file of a picture that a page names by its path, as `../images/check.zh-CN.webp`; undefined where there is none. */
export function pictureOf(path: string): PictureFile | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const address = addresses[`/docs/manual/images/${file}`]
  return address === undefined ? undefined : { address, ...windowOf(file.slice(0, file.indexOf('.'))) }
}
