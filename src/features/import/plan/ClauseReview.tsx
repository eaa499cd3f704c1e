import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { DraftClause, DraftField } from '@/domain/plan/draft'
import { placeOfRow } from '@/domain/plan/draft-rows'
import { coveringRequirement, taskKindOf } from '@/domain/plan/named-tasks'
import { spansOverlap } from '@/domain/plan/plan-text'
import type { Clause } from '@/domain/rules/clause'
import { useOpened } from '@/store/chentu'
import { usePlanDesk } from '@/store/plan'
import { type CarryOver, continuingRules, undecidedRules } from '@/store/plan/carrying'
import { rowsToPlace } from '@/store/plan/open-decisions'
import { uncheckedClauses } from '@/store/plan/unchecked'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { scrollWithin } from '@/ui/scroll-within'
import { CarriedOver } from './CarriedOver'
import classes from './ClauseReview.module.css'
import { FieldLine } from './FieldLine'
import { EMPTY_FIELDS, useRowName } from './field-words'

interface Props {
  readonly draft: DraftClause
  readonly isCurrent: boolean
  /** The clause as it would come into force, with what it continues; null while closed or if left out. */
  readonly next: Clause | null
  /** The clauses in force, and the one among them that this clause continues. */
  readonly clauses: readonly Clause[]
  readonly earlier: Clause | null
  /** What it carries over from `earlier`; null while the clause is closed or if it carries over nothing. */
  readonly over: CarryOver | null
  /** Number of open decisions in the clause. */
  readonly open: number
  readonly near: string
}

const NONE = 'none'

/** One clause of the new plan: a line in the list; when opened, everything that was read from it. */
export const ClauseReview = memo(function ClauseReview({ draft, isCurrent, open, ...rest }: Props) {
  const { t } = useTranslation()
  const look = usePlanDesk((state) => state.look)
  const { number, title, mark, isKept } = draft
  const isSeen = usePlanDesk((state) => state.seen.has(number))
  const state = !isKept
    ? t('planReader.left')
    : open > 0
      ? t('planReader.openCount', { count: open })
      : t(isSeen ? 'planReader.allDecided' : 'planReader.unseen')
  return (
    <li className={classes.clause} data-current={isCurrent || undefined} data-clause={number}>
      <button
        type="button"
        className={classes.line}
        aria-expanded={isCurrent}
        title={mark}
        onClick={() => look(isCurrent ? 0 : number)}
      >
        <b>{t('planReader.clause', { number })}</b>
        <span>{title}</span>
        <span className={classes.state} data-open={isKept && open > 0}>
          {state}
        </span>
      </button>
      {isCurrent && <Opened draft={draft} open={open} {...rest} />}
    </li>
  )
})

function Opened({ draft, next, open, clauses, earlier, over, near }: Omit<Props, 'isCurrent'>) {
  const { t, i18n } = useTranslation()
  const { changeClause, acceptClause, addField, link } = usePlanDesk.getState()
  const { proposal, placed, drafts, rules: choices, confirmed } = usePlanDesk()
  const { dataset } = useOpened()
  const nameOfRow = useRowName()
  const hasTaskList = taskKindOf(dataset.kinds) !== undefined
  const { number, title, gist, isKept, fields, parts } = draft
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const line = element.current?.closest('li')
    if (line) scrollWithin(line, 'start')
  }, [])
  const goingOn = continuingRules(over?.rules ?? [], choices)
  // What requires the user's choice is not accepted together with the rest.
  const isForPerson = over !== null && confirmed.get(number) !== over.sign && undecidedRules(choices, over).length > 0
  const rest = isForPerson ? open - 1 : open
  const isUnchecked =
    next !== null && uncheckedClauses({ proposal, drafts, placed }, [next], goingOn, dataset).length > 0
  const own = rowsToPlace({ proposal }).filter((row) => placeOfRow(row, placed, drafts) === number)
  // For a department: the paragraphs it takes part in. For a day: that it becomes a named task, or the requirement
  // that already asks for it.
  function noteOf({ value, spans }: DraftField): string {
    if (value.kind === 'body' && parts.length > 0 && spans.length > 0) {
      const of = parts.flatMap((part, i) => (spans.some((span) => spansOverlap(span, part)) ? [i + 1] : []))
      return t('planReader.ofPart', { parts: of.join(t('ui.comma')) })
    }
    if (value.kind !== 'deadline' || !hasTaskList) return ''
    const asked = coveringRequirement(number, value, goingOn)
    return asked
      ? t('planReader.dayAsked', { title: inLanguage(asked.earlier.title, i18n.language) })
      : t('planReader.dayIsTask')
  }
  const named = (clause: Clause) =>
    t('planReader.earlierOf', { number: clause.number, title: inLanguage(clause.title, i18n.language) })
  return (
    <div ref={element} className={classes.opened}>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={isKept}
          onChange={({ target }) => changeClause(number, { isKept: target.checked })}
        />
        {t('planReader.keepClause')}
      </label>
      <label className={classes.wide}>
        <span>{t('planReader.clauseTitle')}</span>
        <input value={title} maxLength={80} onChange={({ target }) => changeClause(number, { title: target.value })} />
      </label>
      <label className={classes.wide}>
        <span>{t('planReader.gist')}</span>
        <textarea
          rows={2}
          value={gist}
          maxLength={300}
          onChange={({ target }) => changeClause(number, { gist: target.value })}
        />
      </label>
      <h3>{t('planReader.fields')}</h3>
      <ul className={classes.fields}>
        {fields.map((field) => (
          <FieldLine key={field.id} clause={number} field={field} near={near} note={noteOf(field)} />
        ))}
      </ul>
      {own.length > 0 && (
        <ul className={classes.fields}>
          {own.map((row) => (
            <li key={row.id}>{[nameOfRow(row), row.what, row.day ?? t('planReader.noDay')].join(' ')}</li>
          ))}
        </ul>
      )}
      {isUnchecked && <p className="quiet">{t('planReader.unchecked')}</p>}
      <div className={classes.buttons}>
        {rest > 0 && (
          <Button onClick={() => acceptClause(number, over)}>{t('planReader.acceptAll', { count: rest })}</Button>
        )}
        <span>{t('planReader.add')}</span>
        {EMPTY_FIELDS.map((empty) => (
          <Button key={empty.kind} weight="quiet" onClick={() => addField(number, empty)}>
            {t(`planReader.kind.${empty.kind}`)}
          </Button>
        ))}
      </div>
      {clauses.length > 0 && (
        <>
          <Select
            label={t('planReader.earlier')}
            value={earlier ? String(earlier.number) : NONE}
            options={[
              { value: NONE, label: t('planReader.noEarlier') },
              ...clauses.map((clause) => ({ value: String(clause.number), label: named(clause) })),
            ]}
            onChange={(chosen) => link(number, chosen === NONE ? null : Number(chosen))}
          />
          {earlier && (
            <>
              <small className="quiet">{t('planReader.likeness')}</small>
              <details className={classes.earlier}>
                <summary>{t('planReader.earlierText')}</summary>
                <p>{inLanguage(earlier.gist, i18n.language)}</p>
                <p className="quiet">
                  {[...new Set([...earlier.lead, ...earlier.support, ...earlier.carriedOutBy])].join(t('ui.comma'))}
                </p>
              </details>
              {over ? <CarriedOver over={over} near={near} /> : <p className="quiet">{t('planReader.noRules')}</p>}
            </>
          )}
        </>
      )}
    </div>
  )
}
