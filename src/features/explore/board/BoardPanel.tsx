import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { STATUS_NAMES } from '@/domain/rules/status'
import { countyName } from '@/domain/sources/county'
import type { Filters } from '@/domain/sources/view/filters'
import { BOARD_GROUPS, type BoardGroup } from '@/questions/board'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import panel from '@/ui/panel.module.css'
import { TallyBar } from '@/ui/TallyBar'
import classes from './BoardPanel.module.css'
import { DeadlineLine } from './DeadlineLine'

/** Worst first, as everywhere. */
const WORST_FIRST = [...STATUS_NAMES].reverse()

/** A line's name, and what stands under it. */
function useNames(group: BoardGroup) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { dataset } = useOpened()
  return (key: string): { title: string; under: string } => {
    if (group === 'counties')
      return { title: key === '' ? t('filters.noCounty') : countyName(dataset, key, i18n.language), under: '' }
    if (group === 'kinds') return { title: kindTexts.title(key), under: '' }
    if (group === 'leads') return { title: key, under: '' }
    const clause = dataset.clauses.find(({ number }) => String(number) === key)
    const title = `${t('plan.clause', { number: key })} ${clause ? inLanguage(clause.title, i18n.language) : ''}`
    const last = clause?.deadlines.at(-1)?.day
    return {
      title,
      under: [clause?.lead.join('、'), last && t('board.until', { day: last })].filter(Boolean).join(' · '),
    }
  }
}

/** All requirements of the as-of date, met and missed, by clause, county, department or kind; every line filters. */
export function BoardPanel() {
  const { t } = useTranslation()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const [group, setGroup] = useState<BoardGroup>('clauses')
  const board = useAnswer((worker) => worker.board(group), group)
  const nameOf = useNames(group)

  const chosen = filters[group].map(String)
  const choose = (change: Partial<Filters>) => setView({ filters: { ...filters, ...change } })
  const flip = (key: string) => {
    const keys = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]
    choose({ [group]: group === 'clauses' ? keys.map(Number) : keys })
  }

  return (
    <>
      <h2 className={panel.title}>{t('board.title')}</h2>
      <DeadlineLine />
      <div className={classes.groups} role="radiogroup" aria-label={t('board.by')}>
        {BOARD_GROUPS.map((each) => (
          <label key={each}>
            <input type="radio" name="board-group" checked={group === each} onChange={() => setGroup(each)} />
            <span>{t(`board.group.${each}`)}</span>
          </label>
        ))}
      </div>
      <p className="quiet">{t('board.unit')}</p>
      {board?.length === 0 && <p>{t('findings.empty')}</p>}
      <ul className={classes.rows}>
        {board?.map(({ key, tally }) => {
          const { title, under } = nameOf(key)
          const parts = WORST_FIRST.map((name) => ({ name, count: tally[name] }))
          return (
            <li key={key}>
              <button
                type="button"
                className={classes.row}
                aria-pressed={chosen.includes(key)}
                onClick={() => flip(key)}
              >
                <b>{title}</b>
                {under !== '' && <small className="quiet">{under}</small>}
                <TallyBar parts={parts} />
              </button>
              <p className={classes.counts}>
                {parts.map(
                  ({ name, count }) =>
                    count > 0 && (
                      <button
                        key={name}
                        type="button"
                        data-status={name}
                        onClick={() =>
                          choose({
                            [group]: group === 'clauses' ? [Number(key)] : [key],
                            statuses: name === 'fine' ? [] : [name],
                          })
                        }
                      >
                        {t(`status.${name}`)} {count.toLocaleString('en')}
                      </button>
                    ),
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
