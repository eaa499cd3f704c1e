import type { Language } from '@/store/device/preferences'
import { type Page, readPage } from './read-page'

/** Each language is a chunk of its own; only the one in use is loaded. */
const TEXTS: Record<Language, () => Promise<{ readonly texts: Record<string, string> }>> = {
  'zh-CN': () => import('./zh-pages'),
  en: () => import('./en-pages'),
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length)

const loaded = new Map<Language, Promise<ReadonlyMap<string, Page>>>()

/** All pages of the manual in a language, by name. A failed load is tried again on the next call. */
export function loadPages(language: Language): Promise<ReadonlyMap<string, Page>> {
  const known = loaded.get(language)
  if (known) return known
  const pages = TEXTS[language]().then(
    ({ texts }) =>
      new Map(Object.entries(texts).map(([path, text]) => [nameOf(path), readPage(nameOf(path), text)] as const)),
  )
  loaded.set(language, pages)
  pages.catch(() => loaded.delete(language))
  return pages
}
