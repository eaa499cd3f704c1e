import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision, DraftClause, FieldValue } from '@/domain/plan/draft'
import { placeOfRow, ROW_LEFT_OUT } from '@/domain/plan/draft-rows'
import { type Span, trimmed } from '@/domain/plan/plan-text'
import { usePlanDesk } from '@/store/plan'
import { ROWS_NUMBER, rowsToPlace } from '@/store/plan/open-decisions'
import { scrollWithin } from '@/ui/scroll-within'
import classes from './PlanText.module.css'

/** Removes empty lines between paragraphs, which would push the text out of sight. */
const closeUp = (words: string) => words.replace(/\n\s*\n/g, '\n')

interface Mark {
  readonly start: number
  readonly end: number
  readonly id: string
  readonly kind: FieldValue['kind']
  readonly decision: Decision
}

/** The text spans of a clause from which something was read, without overlaps. */
function marksOf({ fields }: DraftClause): Mark[] {
  const all = fields.flatMap(({ id, spans, value: { kind }, decision }) =>
    spans.map(({ start, end }) => ({ start, end, id, kind, decision })),
  )
  let last = 0
  return all
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const isFree = start >= last
      if (isFree) last = end
      return isFree
    })
}

/** Scrolls the selected mark into view within its own pane only. */
function useScrollTo(element: RefObject<HTMLElement | null>, field: string | null) {
  useEffect(() => {
    const mark = field === null ? null : element.current?.querySelector<HTMLElement>('[aria-current]')
    if (mark) scrollWithin(mark, 'nearest')
  }, [element, field])
}

interface ClauseWordsProps {
  readonly text: string
  readonly draft: DraftClause
  readonly isCurrent: boolean
  readonly field: string | null
}

const ClauseWords = memo(function ClauseWords({ text, draft, isCurrent, field }: ClauseWordsProps) {
  const look = usePlanDesk((state) => state.look)
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isCurrent && element.current) scrollWithin(element.current, 'nearest')
  }, [isCurrent])
  useScrollTo(element, field)
  const parts: ReactNode[] = []
  let at = draft.start
  for (const { start, end, id, kind, decision } of marksOf(draft)) {
    parts.push(closeUp(text.slice(at, start)))
    parts.push(
      <mark key={`${id} ${start}`} data-kind={kind} data-decision={decision} aria-current={field === id || undefined}>
        {/* The list of clauses offers the same by keyboard. */}
        <button type="button" tabIndex={-1} onClick={() => look(draft.number, id)}>
          {text.slice(start, end)}
        </button>
      </mark>,
    )
    at = end
  }
  parts.push(closeUp(text.slice(at, draft.end)))
  return (
    <section ref={element} className={classes.clause} data-current={isCurrent || undefined}>
      {parts}
    </section>
  )
})

/** The text after the last clause, with a mark on each table row that can be assigned to a clause. */
function RestWords({ text, span }: { readonly text: string; readonly span: Span }) {
  const { proposal, placed, drafts, field, look } = usePlanDesk()
  const element = useRef<HTMLParagraphElement>(null)
  useScrollTo(element, field)
  const rows = rowsToPlace({ proposal }).filter((row) => row.start >= span.start && row.end <= span.end)
  const parts: ReactNode[] = []
  let at = span.start
  for (const row of rows) {
    const place = placeOfRow(row, placed, drafts)
    const decision = place === null ? 'open' : place === ROW_LEFT_OUT ? 'dropped' : 'accepted'
    parts.push(closeUp(text.slice(at, row.start)))
    parts.push(
      <mark key={row.id} data-decision={decision} aria-current={field === row.id || undefined}>
        {/* The list of clauses offers the same by keyboard. */}
        <button type="button" tabIndex={-1} onClick={() => look(ROWS_NUMBER, row.id)}>
          {text.slice(row.start, row.end)}
        </button>
      </mark>,
    )
    at = row.end
  }
  parts.push(closeUp(text.slice(at, span.end)).trimEnd())
  return (
    <p ref={element} className={classes.between}>
      {parts}
    </p>
  )
}

/** The plan as published, with a mark wherever something was read. */
export function PlanText() {
  const { t } = useTranslation()
  const { proposal, drafts, clause, field } = usePlanDesk()
  const text = proposal?.text ?? ''
  const between = useMemo(
    () => drafts.map(({ start }, i) => closeUp(text.slice(i === 0 ? 0 : drafts[i - 1]!.end, start).trim())),
    [drafts, text],
  )
  const rest = trimmed(text, { start: drafts.at(-1)?.end ?? 0, end: proposal?.next ?? text.length })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.text} aria-label={t('planReader.text')} tabIndex={0}>
      {drafts.map((draft, i) => (
        <div key={draft.number}>
          {between[i] && <p className={classes.between}>{between[i]}</p>}
          <ClauseWords
            text={text}
            draft={draft}
            isCurrent={draft.number === clause}
            field={draft.number === clause ? field : null}
          />
        </div>
      ))}
      {rest.end > rest.start && <RestWords text={text} span={rest} />}
    </section>
  )
}
