import { IconFilter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, parseDay } from '@/domain/calendar'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import type { ColumnFacts } from '@/questions/column-facts'
import type { TableColumn } from '@/questions/table-columns'
import type { TableRequest } from '@/questions/table-view'
import { useChentu } from '@/store/chentu'
import { datasetWorker } from '@/workers/client'
import classes from './ColumnFilter.module.css'

interface ColumnFilterProps {
  readonly request: TableRequest
  readonly column: TableColumn
  readonly heading: string
}

/** Columns that the filters panel narrows by. */
const ELSEWHERE = ['status', 'overdueDays', 'county', 'kind', 'dataClass']

/** Narrows by one column: a part of a text, some of its values, or a range of numbers or days. */
export function ColumnFilter({ request, column, heading }: ColumnFilterProps) {
  const { t } = useTranslation()
  const { name } = column
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const dialog = useRef<HTMLDialogElement>(null)
  const [facts, setFacts] = useState<ColumnFacts | null>(null)
  const test = filters.columns.find((each) => each.column === name)
  if (ELSEWHERE.includes(name)) return null

  const put = (next: ColumnTest | null) => {
    const others = filters.columns.filter((each) => each.column !== name)
    setView({ filters: { ...filters, columns: next ? [...others, next] : others } })
  }
  async function open() {
    setFacts(await datasetWorker().columnFacts(request, name))
    dialog.current?.showModal()
  }
  return (
    <>
      <button
        type="button"
        className={classes.open}
        data-active={test !== undefined}
        aria-label={t('table.filter', { column: heading })}
        onClick={() => void open()}
      >
        <IconFilter size={14} aria-hidden="true" />
      </button>
      <dialog ref={dialog} className={`dialog ${classes.dialog}`} aria-label={t('table.filter', { column: heading })}>
        <h2>{t('table.filter', { column: heading })}</h2>
        {facts?.type === 'text' && <TextFilter facts={facts} name={name} test={test} put={put} />}
        {facts?.type === 'range' && <RangeFilter facts={facts} name={name} test={test} put={put} />}
        <div className="buttons">
          <button
            type="button"
            className="action"
            onClick={() => {
              put(null)
              dialog.current?.close()
            }}
          >
            {t('table.clear')}
          </button>
          <button type="button" className="action" onClick={() => dialog.current?.close()}>
            {t('app.close')}
          </button>
        </div>
      </dialog>
    </>
  )
}

interface TestProps<F> {
  readonly facts: F
  readonly name: string
  readonly test: ColumnTest | undefined
  put(test: ColumnTest | null): void
}

function TextFilter({ facts, name, test, put }: TestProps<Extract<ColumnFacts, { type: 'text' }>>) {
  const { t } = useTranslation()
  const chosen = test && 'oneOf' in test ? test.oneOf : []
  const flip = (text: string) => {
    const next = chosen.includes(text) ? chosen.filter((each) => each !== text) : [...chosen, text]
    put(next.length > 0 ? { column: name, oneOf: next } : null)
  }
  return (
    <>
      <label className={classes.line}>
        <span>{t('table.contains')}</span>
        <input
          value={test && 'contains' in test ? test.contains : ''}
          onChange={(event) => put(event.target.value === '' ? null : { column: name, contains: event.target.value })}
        />
      </label>
      <ul className={classes.values}>
        {facts.common.map(([text, count]) => (
          <li key={text}>
            <label>
              <input type="checkbox" checked={chosen.includes(text)} onChange={() => flip(text)} />
              <span>{text || t('detail.absent')}</span>
              <small>{count.toLocaleString('en')}</small>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}

function RangeFilter({ facts, name, test, put }: TestProps<Extract<ColumnFacts, { type: 'range' }>>) {
  const { t } = useTranslation()
  const range = test && 'from' in test ? test : { column: name, from: null, to: null }
  const shown = (value: number | null) => (value === null ? '' : facts.day ? formatDay(value) : String(value))
  const read = (text: string) => (text === '' ? null : facts.day ? parseDay(text) : Number(text))
  const highest = Math.max(1, ...facts.bins)
  return (
    <>
      {facts.most >= facts.least && (
        <>
          <svg
            className={classes.histogram}
            viewBox={`0 0 ${facts.bins.length} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {facts.bins.map((count, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
              <rect key={i} x={i + 0.1} width="0.8" y={1 - count / highest} height={count / highest} />
            ))}
          </svg>
          <p className={classes.ends}>
            <span>{shown(facts.least)}</span>
            <span>{shown(facts.most)}</span>
          </p>
        </>
      )}
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={classes.line}>
          <span>{t(`table.${end}`)}</span>
          <input
            type={facts.day ? 'date' : 'number'}
            step="any"
            value={shown(range[end])}
            onChange={(event) => put({ ...range, [end]: read(event.target.value) })}
          />
        </label>
      ))}
    </>
  )
}
