import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { useRoleLabel } from '@/features/import/role-label'
import { VERSIONS_ID } from '@/features/import/workspace/Versions'
import type { Dataset } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { useImports, wasOvertakenByOtherWindow } from '@/store/imports'
import type { ImportedTable, ImportOutcome } from '@/store/imports/state'
import { notice } from '@/store/page/notices'
import { useSteps } from '@/store/steps/step'
import { useWindows } from '@/store/steps/windows'
import type { View } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { useFocusKept } from '@/ui/use-focus-kept'
import classes from './OutcomeLine.module.css'

/** The month that the ranking now shows, and how many points have no position. */
function nowShown(t: TFunction<'texts'>, { reports, dustfallPoints }: Dataset): string {
  const newest = reports.at(-1)?.month
  const open = dustfallPoints.filter(({ lon }) => Number.isNaN(lon)).length
  return [
    newest ? t('data.nowRanking', { year: newest.slice(0, 4), month: Number(newest.slice(5)) }) : '',
    open > 0 ? t('data.nowUnplaced', { count: open }) : '',
  ].join('')
}

/** View change that shows the imported kinds of sources for the whole city. */
function onlyKinds(outcome: ImportOutcome, { kinds }: Dataset): Partial<View> {
  const came = outcome.kind === 'taken' ? kinds.filter(({ id }) => outcome.roles.includes(id)) : []
  if (came.length === 0) return {}
  return {
    filters: { ...NO_FILTERS, kinds: came.map(({ id }) => id) },
    selected: null,
    point: null,
    camera: null,
    within: null,
    // The table would cover half of the map.
    table: false,
  }
}

/** What the import did to the existing rows of a kind of table, as a sentence. */
function useTableText() {
  const { t } = useTranslation()
  const label = useRoleLabel()
  return ({ role, added, changed, same, kept, removed, replaced }: ImportedTable): string => {
    const parts = [
      t('data.tables.added', { count: added }),
      changed > 0 && t('data.tables.changed', { count: changed }),
      same > 0 && t('data.tables.same', { count: same }),
      kept > 0 && t('data.tables.kept', { count: kept }),
      removed > 0 && t('data.tables.removed', { count: removed }),
      replaced > 0 && t('data.tables.replaced', { count: replaced }),
    ]
    return t('data.tables.of', { table: label(role), what: parts.filter(Boolean).join(t('ui.comma')) })
  }
}

/** That made-up data and points are no longer shown, and why; '' if there were none. */
function madeUpText(t: TFunction<'texts'>, tables: readonly ImportedTable[]): string {
  if (tables.every(({ replaced, pointsGone }) => replaced === 0 && pointsGone === 0)) return ''
  // Tables of samples and of published figures remove the same points.
  const count = Math.max(...tables.map(({ pointsGone }) => pointsGone))
  return (count > 0 ? t('data.pointsGone', { count }) : '') + t('data.madeUpGone')
}

/** The last action with an undo button, or why it failed. */
export function OutcomeLine() {
  const { t } = useTranslation()
  const outcome = useImports((state) => state.outcome)
  const { undo, undoing, versions } = useImports()
  const tableText = useTableText()
  const { elsewhere, look } = useWindows()
  const stepping = useSteps(({ running }) => running > 0)
  const setView = useChentu((state) => state.setView)
  const dataset = useChentu((state) => state.opened?.dataset)
  const asOf = useChentu((state) => state.opened?.evaluation.asOf)
  const line = useFocusKept<HTMLDivElement>(outcome)
  if (!outcome) return null
  const newest = dataset?.reports.at(-1)
  if (outcome.kind === 'refused') {
    return (
      <div className={classes.outcome} data-kind="refused">
        <Refused problems={outcome.problems} />
        {wasOvertakenByOtherWindow(outcome) && (
          <Button disabled={stepping} onClick={() => void look()}>
            {t('notice.look')}
          </Button>
        )}
      </div>
    )
  }
  if (outcome.kind === 'lost') {
    return (
      <div className={classes.outcome} role="alert" data-kind="refused">
        <p>{t('data.lost', { files: outcome.files.join(t('ui.comma')) })}</p>
      </div>
    )
  }
  const taken = outcome.kind === 'taken' ? outcome.version : null
  const overtaken = taken !== null && (taken !== versions?.head || elsewhere !== null)
  const moved = outcome.kind === 'taken' && asOf === outcome.moved?.to ? outcome.moved : null
  function toMap() {
    setView({ mode: 'explore', ...(dataset && outcome && onlyKinds(outcome, dataset)) })
    if (taken !== null) notice('taken')
  }
  const text =
    outcome.kind === 'taken'
      ? t('data.taken', { count: outcome.files, rows: outcome.rows.taken })
      : outcome.kind === 'restored'
        ? t('data.restored', { what: outcome.what })
        : t(`data.${outcome.kind}`)
  return (
    <div ref={line} tabIndex={-1} className={classes.outcome} role="status">
      <p>
        {text}
        {outcome.kind === 'taken' && outcome.rows.left > 0 && t('data.takenLeft', { count: outcome.rows.left })}
        {outcome.kind === 'taken' && outcome.tables.map(tableText).join('')}
        {outcome.kind === 'taken' && madeUpText(t, outcome.tables)}
        {dataset && nowShown(t, dataset)}
        {overtaken && t('data.overtaken')}
        {moved && t('data.asOfMoved', moved)}
        {outcome.kind !== 'taken' && asOf && t('data.nowAsOf', { day: asOf })}
        {outcome.kind === 'taken' && undoing && t('data.undoing')}
      </p>
      {moved && <Button onClick={() => setView({ asOf: moved.from })}>{t('data.asOfBack', moved)}</Button>}
      {overtaken && <Button onClick={() => document.getElementById(VERSIONS_ID)?.focus()}>{t('data.versions')}</Button>}
      {taken !== null && !overtaken && (
        <Button disabled={undoing} onClick={() => void undo(taken)}>
          {t('data.undo')}
        </Button>
      )}
      <Button onClick={toMap}>{t('data.toMap')}</Button>
      {outcome.kind === 'taken' && newest && (
        <Button onClick={() => setView({ mode: 'meeting', scene: 0, month: null })}>{t('data.toRanking')}</Button>
      )}
    </div>
  )
}
