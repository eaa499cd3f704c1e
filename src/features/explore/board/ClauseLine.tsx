import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { BoardRow } from '@/questions/plan/board'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { TallyBar } from '@/ui/TallyBar'
import classes from './BoardPanel.module.css'
import { RequirementLine } from './RequirementLine'
import { StandingCounts } from './StandingCounts'
import { tallySegments } from './worst-first'

/** The date text of a clause: the oldest missed deadline, else the next one from the as-of date on. */
function useDate({ key, oldestMissed }: BoardRow): string {
  const { t } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const parts = (day: string) => ({
    day,
    year: day.slice(0, 4),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8)),
  })
  if (oldestMissed !== null) return t('board.missed', parts(oldestMissed))
  const days = dataset.clauses.find(({ number }) => String(number) === key)?.deadlines.map(({ day }) => day) ?? []
  const next = days.filter((day) => day >= evaluation.asOf).sort()[0]
  return next === undefined ? '' : t('board.until', parts(next))
}

/** A clause; unfolded, it lists its requirements. */
export function ClauseLine({ row, openAtFirst }: { readonly row: BoardRow; readonly openAtFirst: boolean }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const isAsked = row.requirements.some(({ key, items }) =>
    [key, ...items.map((item) => item.key)].some((each) => filters.requirements.includes(each)),
  )
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? (openAtFirst || isAsked)
  const number = Number(row.key)
  const clause = dataset.clauses.find((each) => each.number === number)
  const title = `${t('plan.clause', { number })} ${clause ? inLanguage(clause.title, i18n.language) : ''}`
  const { glossed, word, list } = useDataWords()
  const leads = clause?.lead ?? []
  const date = useDate(row)
  const only = { clauses: [number], requirements: [] }
  return (
    <li>
      <button type="button" className={classes.row} aria-expanded={open} onClick={() => setChosen(!open)}>
        <span className={classes.clause}>
          <b>{title}</b>
          <small title={list(leads.map(glossed))}>
            {leads.length > 1 ? t('board.leads', { count: leads.length }) : word(leads[0] ?? '')}
          </small>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </span>
        <TallyBar parts={tallySegments(row.tally)} />
      </button>
      <StandingCounts of={title} tally={row.tally} only={only} />
      {date !== '' && <small className={classes.date}>{date}</small>}
      {open && (
        <ul className={classes.requirements}>
          {row.requirements.map((requirement) => (
            <RequirementLine key={requirement.key} requirement={requirement} />
          ))}
        </ul>
      )}
    </li>
  )
}
