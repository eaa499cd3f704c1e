import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SearchBox.module.css'
import { type Hit, useHits } from './use-hits'

/** Search by name, code, county or pinyin initials, clauses and commands too; arrows and Enter choose. */
export function SearchBox() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const hits = useHits(query)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at its first hit
  useEffect(() => setActive(0), [query])

  /** Empties the box and lets go of the keyboard, so that single keys are commands again. */
  function leave() {
    setQuery('')
    input.current?.blur()
  }

  function choose(hit: Hit | undefined) {
    if (!hit) return
    hit.run()
    leave()
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'Escape') leave()
    if (hits === null) return
    if (event.key === 'Enter') choose(hits[active])
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + hits.length) % Math.max(1, hits.length))
    }
  }

  const open = hits !== null
  return (
    <div className={classes.search}>
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open && hits.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t('search.placeholder')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <IconSearch size={18} aria-hidden="true" />
      <span className={classes.keys} aria-hidden="true">
        {'Ctrl K'}
      </span>
      <div id={id} role="listbox" aria-label={t('search.label')} className={classes.results} hidden={!open}>
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
    </div>
  )
}
