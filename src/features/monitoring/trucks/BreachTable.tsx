import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { BreachKind } from '@/domain/trucks/breach-kinds'
import type { BreachLine } from '@/questions/trucks/truck-card'
import { useOpened } from '@/store/chentu'
import { spanText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { BreachMark } from './BreachMark'
import { breachCounts, breachId, breachText } from './breach-words'
import { CaseOfBreach } from './CaseOfBreach'
import { FIRST_LINES, FoldedLines, MAX_LINES } from './FoldedLines'
import { BreachLegend } from './TruckLegend'
import classes from './Trucks.module.css'
import { useHidden } from './use-hidden'

interface Props {
  readonly breaches: readonly BreachLine[]
  readonly chosen: BreachLine | null
  /** Shows on the map where and when the breach happened. */
  onChoose(breach: BreachLine): void
  /** Null if all breaches are of one truck. */
  readonly onTruck: ((plate: string) => void) | null
}

/**
 * Suspected breaches with what the plan requires, by kind; pressing one shows its place on the map. A case can be opened
 * on each.
 */
export function BreachTable({ breaches, chosen, onChoose, onTruck }: Props) {
  const { t, i18n } = useTranslation()
  const settings = useOpened().dataset.trucks
  const ofPlan = ({ kind, of }: BreachLine): string => {
    const ban = kind === 'ban' ? settings?.bans.find(({ id }) => id === of) : undefined
    const clause = kind === 'ban' ? ban?.clause : settings?.[kind]?.clause
    const title = ban ? `${inLanguage(ban.title, i18n.language)} · ` : ''
    return title + (clause === undefined ? t('trucks.hint') : t('trucks.ofClause', { clause }))
  }
  const chosenId = chosen && breachId(chosen)
  const kinds = useHidden<BreachKind>()
  const shown = breaches.filter(({ kind }) => !kinds.hidden.has(kind))
  const [isOpen, setOpen] = useState(false)
  const listed = new Set(shown.slice(0, isOpen ? MAX_LINES : FIRST_LINES))
  // A breach chosen on the map is always listed, even if it is folded, beyond the maximum, or its kind is hidden.
  const lines = breaches.filter((breach) => listed.has(breach) || breachId(breach) === chosenId)
  const hasKinds = breaches.some(({ kind }) => kind !== breaches[0]!.kind)
  return (
    <>
      {hasKinds && <BreachLegend label={t('trucks.card.kinds')} counts={breachCounts(breaches)} {...kinds} />}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <tbody>
            {lines.map((breach) => {
              const isChosen = breachId(breach) === chosenId
              const time = spanText(t, breach)
              const text = breachText(t, breach)
              return (
                <tr key={breachId(breach)} data-chosen={isChosen}>
                  <td>
                    <Button
                      weight="quiet"
                      aria-current={isChosen || undefined}
                      aria-label={t('trucks.card.onMap', { day: `${breach.plate} ${time} ${text}` })}
                      onClick={() => onChoose(breach)}
                    >
                      <BreachMark kind={breach.kind} /> {time}
                    </Button>
                  </td>
                  {onTruck && (
                    <td>
                      <Button weight="quiet" onClick={() => onTruck(breach.plate)}>
                        {breach.plate}
                      </Button>
                    </td>
                  )}
                  <td>{text}</td>
                  <td className="quiet">{ofPlan(breach)}</td>
                  <td>
                    <CaseOfBreach breach={breach} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <FoldedLines count={shown.length} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
    </>
  )
}
