import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textAt } from '@/domain/table/column'
import { useChentu, useOpened } from '@/store/chentu'
import { countyName } from '@/store/names'
import { keyOf } from '@/store/source-key'
import { datasetWorker } from '@/workers/client'
import classes from './SearchBox.module.css'

const RESULTS = 12

/** Search by name, code, county or pinyin initials; arrows and Enter choose. */
export function SearchBox() {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<{ query: string; rows: number[] }>({ query: '', rows: [] })
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

  function choose(row: number | undefined) {
    if (row === undefined) return
    setView({ selected: keyOf(dataset.sources, row) })
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
            key={row}
            id={`${id}-${i}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onClick={() => choose(row)}
          >
            <strong>{textAt(dataset.sources, 'name', row)}</strong>
            <span>
              {countyName(dataset, textAt(dataset.sources, 'county', row), i18n.language)}{' '}
              {textAt(dataset.sources, 'code', row)}
            </span>
          </button>
        ))}
        {found.rows.length === 0 && <p>{t('search.none', { query: found.query })}</p>}
      </div>
    </div>
  )
}
