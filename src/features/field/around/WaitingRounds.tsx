import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areAllIncluded, type RoundOrder } from '@/domain/field/round-order'
import { useTakeRounds } from '@/features/field/round/use-take-rounds'
import { useReceivedRounds, waitingOrders } from '@/store/device/received-rounds'
import { isDeskRound, mergesWholeRound, useRound } from '@/store/device/round'
import { useToday } from '@/store/device/today'
import { reportFailure } from '@/store/page/failure'
import { Button } from '@/ui/controls/Button'
import classes from './RoundTab.module.css'

/**
 * Rounds from the desk for this team or for all that this tablet has not begun. A round for a case counts as begun with
 * the round it joined; if that is undone, it waits again.
 */
export function useWaitingOrders() {
  const { orders, team } = useReceivedRounds()
  const round = useRound()
  const today = useToday()
  const hasJoined = (order: RoundOrder) =>
    mergesWholeRound(round, order, team) && areAllIncluded(order.stops, round.stops)
  return waitingOrders(
    orders.filter((order) => !isDeskRound(round, order) && !hasJoined(order)),
    team,
    today,
  )
}

interface Props {
  /** Whether beginning the first one is the main action. */
  readonly isPrimary: boolean
}

/** Rounds from the desk for this team or for all that are not begun; a button begins one. */
export function WaitingRounds({ isPrimary }: Props) {
  const { t } = useTranslation()
  const { team, setTeam } = useReceivedRounds()
  const { begin } = useTakeRounds()
  const [said, setSaid] = useState('')
  const waiting = useWaitingOrders()
  const today = useToday()
  if (waiting.length === 0 && said === '') return null
  return (
    <section aria-label={t('given.title')} className={classes.waiting}>
      {waiting.length > 0 && <h3>{t('given.title')}</h3>}
      <ul className="plain">
        {waiting.map((order, i) => (
          <li key={JSON.stringify([order.name, order.team, order.day])}>
            <span>
              <b>{order.name}</b>
              <small>
                {t('given.line', {
                  day: order.day === today ? t('given.today') : order.day,
                  team: order.team || t('given.allTeams'),
                  count: order.stops.length,
                })}
              </small>
            </span>
            <Button
              weight={isPrimary && i === 0 ? 'primary' : 'secondary'}
              aria-label={t('given.beginNamed', { name: order.name })}
              onClick={() => void begin(order).then(setSaid, reportFailure)}
            >
              {t('given.begin')}
            </Button>
          </li>
        ))}
      </ul>
      {team !== '' && (
        <p>
          {t('given.ownTeam', { team })}{' '}
          <Button weight="quiet" onClick={() => setTeam('')}>
            {t('given.otherTeams')}
          </Button>
        </p>
      )}
      <p role="status">{said}</p>
    </section>
  )
}
