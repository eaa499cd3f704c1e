import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { Contents } from './Contents'
import classes from './Manual.module.css'
import { PageText } from './PageText'
import { PAGE_NAMES, pageNamed } from './page-names'
import { SearchResults } from './SearchResults'
import type { Place } from './search-pages'
import { useManualPages } from './use-manual-pages'

interface Props {
  /** Name of the page; null for the first. */
  readonly name: string | null
  /** Whether the contents are beside the page; otherwise they are collapsed above it. */
  readonly wide: boolean
  onPage(name: string): void
}

/** Contents, search and one page of the manual. */
export function Reader({ name, wide, onPage }: Props) {
  const { t } = useTranslation()
  const pages = useManualPages()
  const [query, setQuery] = useState('')
  /** The chosen search result; its words stay marked while its page is shown. */
  const [chosen, setChosen] = useState<Place | null>(null)
  const wanted = pageNamed(name)
  const page = wanted && pages?.get(wanted)
  const at = chosen?.page.name === wanted ? chosen : null
  const isSearched = query.trim() !== ''

  const shown = useRef<HTMLDivElement>(null)
  const read = useRef(wanted)
  useEffect(() => {
    if (read.current === wanted) return
    read.current = wanted
    // The pressed link may now be collapsed with the contents; without focus here, keys would go to the screen behind.
    shown.current?.focus({ preventScroll: true })
  }, [wanted])

  function choose(place: Place) {
    setChosen(place)
    setQuery('')
    onPage(place.page.name)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || query === '') return
    // Only the next Escape leaves the manual.
    event.preventDefault()
    event.stopPropagation()
    setQuery('')
  }

  const contents = <Contents current={wanted} />
  return (
    <div className={classes.reader} data-wide={wide}>
      <div className={classes.ways}>
        <input
          type="search"
          aria-label={t('manual.search')}
          placeholder={t('manual.search')}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {wide ? (
          contents
        ) : (
          // The key collapses it again when a page is chosen.
          <details key={wanted}>
            <summary>{t('manual.contents')}</summary>
            {contents}
          </details>
        )}
      </div>
      <div key={wanted} ref={shown} tabIndex={-1} className={classes.page}>
        {!pages && <Skeleton lines={10} />}
        {pages && isSearched && (
          <SearchResults pages={PAGE_NAMES.flatMap((each) => pages.get(each) ?? [])} query={query} onChoose={choose} />
        )}
        {pages && !isSearched && page && <PageText page={page} query={at?.words ?? ''} section={at?.section ?? 0} />}
        {pages && !isSearched && !page && <EmptyState message={t('manual.gone')} />}
      </div>
    </div>
  )
}
