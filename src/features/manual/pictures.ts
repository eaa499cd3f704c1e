import { windowOf } from './picture-size'

const addresses = import.meta.glob<string>('/docs/manual/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})

export interface PictureFile {
  readonly address: string
  /** Size in CSS pixels, so that space is reserved before the picture has loaded. */
  readonly width: number
  readonly height: number
}

/**
 * The bundled file of a picture named by path in a page, such as `../images/check.zh-CN.webp`; undefined if there is
 * none.
 */
export function pictureOf(path: string): PictureFile | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const address = addresses[`/docs/manual/images/${file}`]
  return address === undefined ? undefined : { address, ...windowOf(file.slice(0, file.indexOf('.'))) }
}
