import { create } from 'zustand'
import { boxValue } from './link-values'
import type { Box } from './view'

/** What the map of 一张图 showed when it last came to rest; null before that. */
export const useSeenBox = create<{ readonly box: Box | null }>()(() => ({ box: null }))

/** No part of the view: a link opens at its camera in whatever window there is, a picture shows what was seen. */
const KEY = 'seen'

/** The address of a view that is kept, with what of the map was seen then. */
export const withSeen = (address: string, box: Box | null): string =>
  box ? `${address}${address.includes('?') ? '&' : '?'}${KEY}=${boxValue.write(box)}` : address

/** What of the map was seen when a view was kept; null where earlier versions kept it, and of the whole city. */
export function seenOf(address: string): Box | null {
  const text = new URLSearchParams(address.split('?')[1] ?? '').get(KEY)
  return text === null ? null : (boxValue.read(text) ?? null)
}
