import { useEffect, useState } from 'react'
import { usePageLanguage } from '@/store/device/page-language'
import { reportFailure } from '@/store/page/failure'
import { loadPages } from './load-pages'
import type { Page } from './read-page'

/** The pages in the screen's language; null until they are loaded. */
export function useManualPages(): ReadonlyMap<string, Page> | null {
  const { language } = usePageLanguage()
  const [pages, setPages] = useState<ReadonlyMap<string, Page> | null>(null)
  useEffect(() => {
    let isLeft = false
    loadPages(language).then((loaded) => isLeft || setPages(loaded), reportFailure)
    return () => {
      isLeft = true
    }
  }, [language])
  return pages
}
