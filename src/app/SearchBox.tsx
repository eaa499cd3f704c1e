import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu, useOpened } from '@/store/chentu'
import { countyName } from '@/store/names'
import { datasetWorker } from '@/workers/client'
import type { SourceSummary } from '@/workers/source-summary'
import classes from './SearchBox.module.css'

const RESULTS = 12

/** Search by name, code, county or pinyin initials; arrows and Enter choose. */
export function SearchBox() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<{ query: string; rows: SourceSummary[] }>({ query: '', rows: [] })
  const [active, setActive] = useState(0)
  const id = useId()

  useEffect(() => {
    let stale = false
    if (query.trim() === '') return
    void datasetWorker()
      .search(query, RESULTS)
      .then((rows) => {
        if (stale) return
        setFound({ query, rows })
        setActive(0)
      })
    return () => {
      stale = true
    }
  }, [query])

  function choose(row: SourceSummary | undefined) {
    if (!row) return
    setView({ selected: { kind: row.kind, code: row.code } })
    setQuery('')
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'Enter') choose(found.rows[active])
    else if (event.key === 'Escape') setQuery('')
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + found.rows.length) % Math.max(1, found.rows.length))
    }
  }

  const open = query.trim() !== '' && found.query === query
  return (
    <div className={classes.search}>
      <input
        type="search"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open && found.rows.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t('search.placeholder')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={t('search.label')} className={classes.results} hidden={!open}>
        {found.rows.map((row, i) => (
          <button
            key={row.source}
            id={`${id}-${i}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onClick={() => choose(row)}
          >
            <strong>{row.name}</strong>
            <span>
              {countyName(dataset, row.county, i18n.language)} {row.code}
            </span>
          </button>
        ))}
        {found.rows.length === 0 && <p>{t('search.none', { query: found.query })}</p>}
      </div>
    </div>
  )
}
