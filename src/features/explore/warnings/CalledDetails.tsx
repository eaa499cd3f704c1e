import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grouped } from '@/domain/grouped'
import type { Warning } from '@/domain/warnings/warning'
import type { CalledSource } from '@/questions/warning-duties'
import { CALL_STANDINGS, type CalledState } from '@/store/warnings/call-standing'
import { Button } from '@/ui/controls/Button'
import { CalledLine } from './CalledLine'
import type { CalledGroup } from './called-groups'
import classes from './WarningsPanel.module.css'

/** So many lines stand at first. */
const FIRST = 30

interface Props {
  readonly group: CalledGroup
  readonly warning: Warning
  standingOf(source: CalledSource): CalledState
}

/** One group of those who have to respond, folded: how they stand, and when it is opened each of them, those to act on first. */
export function CalledDetails({ group: { name, sources }, warning, standingOf }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [all, setAll] = useState(false)
  const byStanding = grouped(
    sources.map((source) => ({ source, state: standingOf(source) })),
    ({ state }) => state.standing,
  )
  const ordered = isOpen ? CALL_STANDINGS.flatMap((each) => byStanding.get(each) ?? []) : []
  const isSure = ({ role }: CalledSource) => role === 'asked'
  const others = (['voluntary', 'unclear'] as const).map(
    (role) => [role, sources.filter((source) => source.role === role).length] as const,
  )
  const counts = CALL_STANDINGS.flatMap((each) => {
    const count = byStanding.get(each)?.filter(({ source }) => isSure(source)).length ?? 0
    return count === 0 ? [] : t('warning.count', { what: t(`warning.answer.${each}`), count })
  })
  for (const [role, count] of others)
    if (count > 0) counts.push(t('warning.count', { what: t(`warning.${role}Mark`), count }))
  return (
    <details className={classes.group} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{name}</b>
        <span>{sources.filter(isSure).length}</span>
        <small>{counts.join(' · ')}</small>
      </summary>
      <ul>
        {(all ? ordered : ordered.slice(0, FIRST)).map(({ source, state }) => (
          <CalledLine key={source.source} source={source} state={state} warning={warning} />
        ))}
      </ul>
      {!all && ordered.length > FIRST && (
        <Button onClick={() => setAll(true)}>{t('warning.showAll', { count: ordered.length })}</Button>
      )}
    </details>
  )
}
