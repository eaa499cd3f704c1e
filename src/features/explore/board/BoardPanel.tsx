import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FINDING_DIMENSIONS } from '@/domain/sources/view/filters'
import { HiddenKindsNotice } from '@/features/explore/layers/HiddenKindsNotice'
import { NothingFound } from '@/features/explore/side/NothingFound'
import { GiveRound } from '@/features/explore/visits/round/GiveRound'
import { BOARD_GROUPS, type BoardGroup, type BoardRow } from '@/questions/plan/board'
import { useAnswer } from '@/store/answers/use-answer'
import { isNarrowed, useChentu, useOpened } from '@/store/chentu'
import { planBasis } from '@/store/words/plan-basis'
import { SegmentedControl } from '@/ui/controls/SegmentedControl'
import panel from '@/ui/panel.module.css'
import { EmptyState } from '@/ui/states/EmptyState'
import { Skeleton } from '@/ui/states/Skeleton'
import { BoardLine } from './BoardLine'
import classes from './BoardPanel.module.css'
import { ClauseLine } from './ClauseLine'
import { DeadlineLine } from './DeadlineLine'

/** Clauses and departments count requirements; the other groups count sources. */
const isByRequirement = (group: BoardGroup) => group === 'clauses' || group === 'leads'

const isProblem = ({ tally }: BoardRow) => tally.overdue > 0 || tally.failing > 0

/** The lines of a group: those with problems, then those without, folded. The worst clause is unfolded. */
function Lines({ group, rows }: { readonly group: BoardGroup; readonly rows: readonly BoardRow[] }) {
  const { t } = useTranslation()
  const [problems, rest] = [rows.filter(isProblem), rows.filter((row) => !isProblem(row))]
  const past = rest.reduce((sum, { pastUnknown }) => sum + pastUnknown, 0)
  const lines = (some: readonly BoardRow[], openFirst: boolean) => (
    <ul className={classes.rows}>
      {some.map((row, i) =>
        group === 'clauses' ? (
          <ClauseLine key={row.key} row={row} openAtFirst={openFirst && i === 0} />
        ) : (
          <BoardLine key={row.key} group={group} row={row} />
        ),
      )}
    </ul>
  )
  return (
    <>
      {problems.length > 0 && lines(problems, true)}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>
            {t(`board.rest.${group}`, { count: rest.length })}
            {past > 0 && t(isByRequirement(group) ? 'board.restPast.items' : 'board.restPast.sources', { count: past })}
          </summary>
          {lines(rest, false)}
        </details>
      )}
    </>
  )
}

/** 问题: failed requirements by clause, county, department or kind; every name and number is a filter. */
export function BoardPanel() {
  const { t, i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  const [group, setGroup] = useState<BoardGroup>('clauses')
  const board = useAnswer((worker) => worker.boardEntries(group), group)
  const narrowed = useChentu(({ view }) => isNarrowed(view))
  const isAsked = useChentu(({ view }) => FINDING_DIMENSIONS.some((dimension) => view.filters[dimension].length > 0))
  const countedBy = isByRequirement(group) ? 'byRequirement' : isAsked ? 'byStanding' : ('bySource' as const)
  return (
    <>
      <h2 className={panel.title}>{t('board.title')}</h2>
      {planBasis(t, dataset, evaluation.asOf, i18n.language).map((line, i) => (
        <p key={line} className={i === 0 ? classes.basis : classes.later}>
          {line}
        </p>
      ))}
      <SegmentedControl<BoardGroup>
        label={t('board.by')}
        options={BOARD_GROUPS.map((value) => ({ value, label: t(`board.group.${value}`) }))}
        value={group}
        onChange={setGroup}
      />
      <p className={classes.head}>
        <span>{t(`board.${countedBy}`)}</span>
        {group === 'clauses' && (
          <>
            <span>{t('status.overdue')}</span>
            <span>{t('status.failing')}</span>
          </>
        )}
      </p>
      <HiddenKindsNotice />
      {board?.length === 0 && (narrowed ? <NothingFound short /> : <EmptyState message={t('board.none')} />)}
      {board === null && <Skeleton lines={9} />}
      {board && <Lines key={group} group={group} rows={board} />}
      <div className={panel.chips}>
        <GiveRound />
      </div>
      {/* Rendered only after the lines, which would push it down when they arrive. */}
      {board && <DeadlineLine />}
    </>
  )
}
