import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOpened } from './focus-opened'
import classes from './SearchBox.module.css'
import { type SearchHit, useSearchHits } from './use-search-hits'

/**
 * Search by name, code, county or pinyin, and by combined conditions; also for clauses and commands. Arrows
 * and Enter choose. ARIA combobox pattern: the focus stays in the field, and the list is open while it has the focus.
 */
export function SearchBox() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [isIn, setIn] = useState(false)
  const found = useSearchHits(query)
  const hits = found?.hits ?? null
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the query changes: the first hit becomes active again
  useEffect(() => setActive(0), [query])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after the active hit has been rendered
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, hits])

  /** Empties and blurs the field, so that single keys are commands again. */
  function leave() {
    setQuery('')
    input.current?.blur()
  }

  function choose(hit: SearchHit | undefined) {
    if (!hit) return
    hit.run()
    // A dialog returns the focus to the field when it closes.
    if (hit.lands === 'dialog') setQuery('')
    else leave()
    focusOpened(hit.lands)
  }

  function onKeyDown(event: React.KeyboardEvent) {
    // The Enter that ends an input method's composition must not choose a hit.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      leave()
      focusOpened('screen')
    }
    if (hits === null) return
    if (event.key === 'Enter') {
      // Otherwise Enter would press whatever has the focus by then.
      event.preventDefault()
      choose(hits[active])
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + hits.length) % Math.max(1, hits.length))
    }
  }

  const open = isIn && hits !== null
  return (
    <div className={classes.search}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open && hits.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onFocus={() => setIn(true)}
        onBlur={() => setIn(false)}
        onKeyDown={onKeyDown}
      />
      <IconSearch size={18} aria-hidden="true" />
      <span className={classes.keys} aria-hidden="true">
        {'Ctrl K'}
      </span>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('search.label')}
        className={classes.results}
        hidden={!open}
        // A press in the list must leave the focus in the field.
        onMouseDown={(event) => event.preventDefault()}
      >
        {open &&
          hits.map((hit, i) => (
            <button
              key={hit.key}
              id={`${id}-${i}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onClick={() => choose(hit)}
            >
              <strong>{hit.title}</strong>
              <span>{hit.under}</span>
            </button>
          ))}
        {open && hits.length === 0 && <p>{t('search.none', { query })}</p>}
      </div>
      <span role="status" className="unseen">
        {open && hits.length > 0 && t(found?.hasMore ? 'search.foundFirst' : 'search.found', { count: hits.length })}
      </span>
    </div>
  )
}
