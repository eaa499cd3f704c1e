import type { PaperPicture } from './papers'
import type { WordPicture } from './word-template'

/** A picture for a field of an office's document, scaled to a width in pixels at 96 dpi. */
export const wordPicture = (picture: PaperPicture, width: number, altText: string): WordPicture => ({
  _type: 'image',
  source: picture.bytes.slice().buffer,
  format: picture.format === 'jpg' ? 'image/jpeg' : 'image/png',
  width,
  height: Math.round((width * picture.height) / picture.width),
  altText,
})
