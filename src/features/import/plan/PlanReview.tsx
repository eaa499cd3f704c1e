import { type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftClause } from '@/domain/plan/draft'
import { useOpened } from '@/store/chentu'
import { carried, nextClauses, openClauses, usePlanDesk } from '@/store/plan'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { AdoptPlan } from './AdoptPlan'
import { ClauseReview } from './ClauseReview'
import classes from './PlanReview.module.css'
import { PlanText } from './PlanText'

/** So much of the head of another plan is quoted. */
const QUOTED = 24

/** Whether a key is meant for a field of text. */
const isTyping = ({ target }: KeyboardEvent) => target instanceof Element && target.matches('input, textarea, select')

function moveFocus(list: HTMLElement, step: 1 | -1): boolean {
  const heads = [...list.querySelectorAll<HTMLElement>('[data-field-head]')]
  const at = heads.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : heads[at + step]
  next?.focus()
  return next !== undefined
}

/** The first field behind a place that nobody has decided; from the start again where there is none. */
function nextOpen(drafts: readonly DraftClause[], clause: number, field: string | null) {
  const open = drafts
    .filter(({ number }) => openClauses(drafts).includes(number))
    .flatMap(({ number, fields }) =>
      fields.map(({ id, decision }, place) => ({ number, id, place, isOpen: decision === 'open' })),
    )
  const current = drafts.find(({ number }) => number === clause)?.fields.findIndex(({ id }) => id === field) ?? -1
  const wanted = open.filter(({ isOpen }) => isOpen)
  return wanted.find(({ number, place }) => number > clause || (number === clause && place > current)) ?? wanted[0]
}

/** The plan that was read: its text with marks beside its clauses, each to be accepted, changed or left out. */
export function PlanReview() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { proposal, name, drafts, links, clause, field, setName, look, drop } = usePlanDesk()
  const now = useMemo(() => nextClauses({ drafts, links }, dataset), [drafts, links, dataset])
  const rules = useMemo(() => carried({ drafts, links }, dataset, now), [drafts, links, dataset, now])
  const from = useMemo(() => new Map([...links].map(([earlier, to]) => [to, earlier])), [links])
  if (!proposal) return null
  const fields = drafts.filter(({ isKept }) => isKept).flatMap((draft) => draft.fields)
  const open = fields.filter(({ decision }) => decision === 'open').length
  const near = `${name.year}-06-30`

  function toNextOpen() {
    const next = nextOpen(drafts, clause, field)
    if (next) look(next.number, next.id)
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step !== null && !moveFocus(event.currentTarget, step)) return
    if (step === null && event.key.toLowerCase() !== 'n') return
    if (step === null) toNextOpen()
    event.preventDefault()
  }

  const counts = { clauses: drafts.length, fields: fields.length, open }
  return (
    <article className={classes.review} aria-label={t('planReader.review')}>
      <header className={classes.head}>
        <h2>{t('planReader.review')}</h2>
        <div className={classes.line}>
          <label className={classes.title}>
            <span>{t('planReader.name')}</span>
            <input value={name.title} maxLength={120} onChange={({ target }) => setName({ title: target.value })} />
          </label>
          <label>
            <span>{t('planReader.number')}</span>
            <input value={name.number} maxLength={60} onChange={({ target }) => setName({ number: target.value })} />
          </label>
          <DatePicker
            label={t('planReader.day')}
            value={name.day}
            near={`${name.year}-01-01`}
            onChange={(day) => setName({ day })}
          />
          <label>
            <span>{t('planReader.year')}</span>
            <input
              value={name.year || ''}
              inputMode="numeric"
              size={5}
              maxLength={4}
              onChange={({ target }) => setName({ year: Number(target.value.replace(/\D/g, '')) })}
            />
          </label>
        </div>
        <div className={classes.line}>
          <p role="status">{t(open > 0 ? 'planReader.counted' : 'planReader.countedDone', counts)}</p>
          {open > 0 && <Button onClick={toNextOpen}>{t('planReader.nextOpen')}</Button>}
          <Button onClick={drop}>{t('planReader.giveUp')}</Button>
        </div>
        {proposal.next !== null && (
          <p className={classes.another}>
            {t('planReader.another', { words: proposal.text.slice(proposal.next, proposal.next + QUOTED) })}
          </p>
        )}
        <p className="quiet">{t('planReader.keys')}</p>
      </header>
      <div className={classes.panes}>
        <PlanText />
        {/* Keys move between the buttons in it, each of which is reached without them, too. */}
        <ol className={classes.clauses} aria-label={t('planReader.clauses')} onKeyDown={keys}>
          {drafts.map((draft) => (
            <ClauseReview
              key={draft.number}
              draft={draft}
              isCurrent={draft.number === clause}
              clauses={dataset.clauses}
              earlier={dataset.clauses.find(({ number }) => number === from.get(draft.number)) ?? null}
              rules={draft.number === clause ? rules.filter((rule) => rule.clause === clause) : NO_RULES}
              near={near}
            />
          ))}
        </ol>
      </div>
      <AdoptPlan clauses={now} />
    </article>
  )
}

const NO_RULES: ReturnType<typeof carried> = []
