import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpened } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { usePlanDesk } from '@/store/plan'
import { carryOvers, nextClauses } from '@/store/plan/carrying'
import type { PlanDesk } from '@/store/plan/desk'
import { carryOverId, type OpenPlace, openDecisions, ROWS_NUMBER, rowsToPlace } from '@/store/plan/open-decisions'
import { Button } from '@/ui/controls/Button'
import { DatePicker } from '@/ui/controls/DatePicker'
import { Dialog } from '@/ui/Dialog'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { Refused } from '@/ui/Refused'
import { AdoptPlan } from './AdoptPlan'
import { ClauseReview } from './ClauseReview'
import classes from './PlanReview.module.css'
import { PlanRows } from './PlanRows'
import { PlanText } from './PlanText'

/** Number of characters quoted from the heading of another plan. */
const QUOTED = 24

/** True if the key event comes from a text field. */
const isTyping = ({ target }: KeyboardEvent) => target instanceof Element && target.matches('input, textarea, select')

function moveFocus(list: HTMLElement, step: 1 | -1): boolean {
  const heads = [...list.querySelectorAll<HTMLElement>('[data-field-head]')]
  const at = heads.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : heads[at + step]
  next?.focus()
  return next !== undefined
}

/** The next open decision after a place; wraps around to the first. */
function nextOpen(open: readonly OpenPlace[], { drafts, proposal }: PlanDesk, at: number, field: string | null) {
  const fields: readonly { readonly id: string }[] =
    at === ROWS_NUMBER ? rowsToPlace({ proposal }) : (drafts.find(({ number }) => number === at)?.fields ?? [])
  const current = field === carryOverId(at) ? fields.length : fields.findIndex(({ id }) => id === field)
  return open.find(({ clause, place }) => clause > at || (clause === at && place > current)) ?? open[0]
}

/** The plan under review: its text with marks beside its clauses, each to be accepted, changed or left out. */
export function PlanReview() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { proposal, name, drafts, links, declined, placed, confirmed, clause, field, setName, setYear, look, drop } =
    usePlanDesk()
  const [isLeaving, setLeaving] = useState(false)
  const decided = useMemo(
    () => ({ drafts, proposal, links, declined, placed }),
    [drafts, proposal, links, declined, placed],
  )
  const now = useMemo(() => nextClauses(decided, dataset), [decided, dataset])
  const overs = useMemo(() => carryOvers(decided, dataset), [decided, dataset])
  const open = useMemo(() => openDecisions(decided, overs, confirmed), [decided, overs, confirmed])
  const from = useMemo(() => new Map([...links].map(([earlier, to]) => [to, earlier])), [links])
  const { problems, attempt } = useAttempt()
  if (!proposal) return null
  const fields = drafts.filter(({ isKept }) => isKept).flatMap((draft) => draft.fields)
  const { missing, doubled } = proposal.faults
  const near = `${name.year}-06-30`

  function toNextOpen() {
    const next = nextOpen(open, usePlanDesk.getState(), clause, field)
    if (next) look(next.clause, next.id)
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step !== null && !moveFocus(event.currentTarget, step)) return
    if (step === null && event.key.toLowerCase() !== 'n') return
    if (step === null) toNextOpen()
    event.preventDefault()
  }

  const counts = { clauses: drafts.length, fields: fields.length, open: open.length }
  return (
    <article className={classes.review} aria-label={t('planReader.review')}>
      <header className={classes.head}>
        <HeadingWithHelp page="plan">
          <h2>{t('planReader.review')}</h2>
        </HeadingWithHelp>
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
              onChange={({ target }) => void attempt(() => setYear(Number(target.value.replace(/\D/g, ''))))}
            />
          </label>
        </div>
        <div className={classes.line}>
          <p role="status">{t(open.length > 0 ? 'planReader.counted' : 'planReader.countedDone', counts)}</p>
          {open.length > 0 && <Button onClick={toNextOpen}>{t('planReader.nextOpen')}</Button>}
          <Button onClick={() => setLeaving(true)}>{t('planReader.giveUp')}</Button>
        </div>
        <Refused problems={problems} />
        {isLeaving && (
          <Dialog
            title={t('planReader.giveUp')}
            closeLabel={t('planReader.goOn')}
            onClose={() => setLeaving(false)}
            actions={
              <Button weight="primary" onClick={drop}>
                {t('planReader.giveUpNow')}
              </Button>
            }
          >
            <p>{t('planReader.giveUpAsk')}</p>
          </Dialog>
        )}
        {missing.length > 0 && (
          <p className={classes.another}>{t('planReader.missing', { numbers: missing.join(t('ui.comma')) })}</p>
        )}
        {doubled.length > 0 && (
          <p className={classes.another}>{t('planReader.doubled', { numbers: doubled.join(t('ui.comma')) })}</p>
        )}
        {proposal.next !== null && (
          <p className={classes.another}>
            {t('planReader.another', { words: proposal.text.slice(proposal.next, proposal.next + QUOTED) })}
          </p>
        )}
        <p className="quiet">{t('planReader.keys')}</p>
      </header>
      <div className={classes.panes}>
        <PlanText />
        {/* Arrow keys move between the buttons inside; Tab reaches each of them as well. */}
        <ol className={classes.clauses} aria-label={t('planReader.clauses')} onKeyDown={keys}>
          {drafts.map((draft) => (
            <ClauseReview
              key={draft.number}
              draft={draft}
              isCurrent={draft.number === clause}
              next={draft.number === clause ? (now.find(({ number }) => number === clause) ?? null) : null}
              clauses={dataset.clauses}
              earlier={dataset.clauses.find(({ number }) => number === from.get(draft.number)) ?? null}
              over={draft.number === clause ? (overs.find((each) => each.clause === clause) ?? null) : null}
              open={open.filter((each) => each.clause === draft.number).length}
              near={near}
            />
          ))}
          <PlanRows />
        </ol>
      </div>
      <AdoptPlan clauses={now} open={open.length} />
    </article>
  )
}
