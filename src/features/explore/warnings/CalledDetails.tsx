import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CALL_STANDINGS } from '@/domain/warnings/standing'
import type { Warning } from '@/domain/warnings/warning'
import type { CalledGroup } from '@/questions/warnings/warning-overview'
import { useAnswer } from '@/store/answers/use-answer'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { Skeleton } from '@/ui/states/Skeleton'
import { CalledLine } from './CalledLine'
import type { Called } from './use-called'
import classes from './WarningsPanel.module.css'

/** Number of lines shown at first; each press adds MORE. */
const FIRST = 30
const MORE = 100

interface Props {
  readonly name: string
  readonly group: CalledGroup
  readonly warning: Warning
  readonly called: Called
  /** Whether it starts unfolded. */
  readonly unfolds: boolean
}

/** A foldable group of sources that have to respond: a summary and, when open, each source, the most urgent first. */
export function CalledDetails({ name, group, warning, called, unfolds }: Props) {
  const { t } = useTranslation()
  // Filter hits are unfolded; if the user folds the group, it stays folded until that default changes.
  const [folded, setFolded] = useState<{ readonly of: boolean; readonly isOpen: boolean }>({ of: false, isOpen: false })
  const isOpen = folded.of === unfolds ? folded.isOpen : unfolds
  const setOpen = (isOpen: boolean) => setFolded({ of: unfolds, isOpen })
  const [count, setCount] = useState(FIRST)
  const { roles, counts, lines, key } = group
  const said = [
    ...CALL_STANDINGS.flatMap((each) =>
      counts[each] === 0 ? [] : t('warning.count', { what: t(`warning.answer.${each}`), count: counts[each] }),
    ),
    ...(['voluntary', 'unclear', 'finished'] as const).flatMap((role) =>
      roles[role] === 0 ? [] : t('warning.count', { what: t(`warning.${role}Mark`), count: roles[role] }),
    ),
  ]
  const isPart = lines < Object.values(roles).reduce((sum, count) => sum + count, 0)
  return (
    <details className={classes.group} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{name}</b>
        <span>{roles.asked}</span>
        <small>{said.join(DOT)}</small>
        {isPart && <small>{t('warning.filter.left', { count: lines })}</small>}
      </summary>
      {isOpen && <Lines group={key} count={count} warning={warning} called={called} />}
      {isOpen && lines > count && (
        <Button onClick={() => setCount(count + MORE)}>
          {t('warning.showMore', { count: Math.min(MORE, lines - count), left: lines - count })}
        </Button>
      )}
    </details>
  )
}

function Lines({
  group,
  count,
  warning,
  called,
}: Omit<Props, 'group' | 'name' | 'unfolds'> & { group: string; count: number }) {
  const { request, again, standingOf } = called
  const lines = useAnswer(
    async (worker) => worker.warningLines(request, group, count),
    `${request.code} ${request.by} ${group}`,
    [...again, count],
  )
  if (lines === null) return <Skeleton lines={6} />
  return (
    <ul>
      {lines.map((source) => (
        <CalledLine key={source.source} source={source} state={standingOf(source)} warning={warning} />
      ))}
    </ul>
  )
}
