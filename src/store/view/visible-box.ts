import { create } from 'zustand'
import { boxValue } from './link-values'
import type { Box } from './view'

/** The window of the map of 一张图 when it last came to rest; null before that. */
export const useVisibleBox = create<{ readonly box: Box | null }>()(() => ({ box: null }))

/** Not part of the view: a link opens at its camera in any window size, while a picture shows what was seen. */
const KEY = 'seen'

/** The address of a saved view, with the map window seen at that time. */
export const withVisibleBox = (address: string, box: Box | null): string =>
  box ? `${address}${address.includes('?') ? '&' : '?'}${KEY}=${boxValue.write(box)}` : address

/** The map window when a view was saved; null for views saved by earlier versions, and for the whole city. */
export function visibleBoxOf(address: string): Box | null {
  const text = new URLSearchParams(address.split('?')[1] ?? '').get(KEY)
  return text === null ? null : (boxValue.read(text) ?? null)
}
