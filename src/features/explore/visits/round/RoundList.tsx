import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { roundProgress } from '@/domain/field/round-order'
import { ROUNDS_FILE, writeRoundOrders } from '@/io/field/round-order-file'
import { writerOf } from '@/ledger/device'
import type { RoundStanding } from '@/ledger/rounds'
import { finishedCases } from '@/store/cases/assigned-case'
import { useChentu } from '@/store/chentu'
import { useRoundOrders } from '@/store/device/round-orders'
import { useLedger } from '@/store/ledger'
import { withUncheckedCount } from '@/store/words/inspection-line'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import panel from '@/ui/panel.module.css'
import { saveFile } from '@/ui/save-file'
import { GiveRound } from './GiveRound'
import classes from './RoundDialog.module.css'
import { useRoundStandings } from './use-round-standings'

const MAX_SHOWN = 20

/** Rounds that were given out or reported by tablets: number of stops per state and, when opened, each stop's state. */
export function RoundList() {
  const { t } = useTranslation()
  const standings = useRoundStandings()
  const orders = useRoundOrders((kept) => kept.orders)
  /** All rounds; the latest one also lists the cases that are done by now. */
  const all = () => {
    const done = finishedCases(useLedger.getState().cases, orders, '')
    return orders.map((order, i) => (i === 0 && done.length > 0 ? { ...order, done } : order))
  }
  return (
    <section aria-label={t('orders.list')}>
      <p className={panel.heading}>{t('orders.list')}</p>
      <div className={panel.chips}>
        <GiveRound />
        {orders.length > 0 && (
          <Button
            title={t('orders.saveAllHelp')}
            onClick={() => saveFile(new Blob([writeRoundOrders(all())], { type: 'application/json' }), ROUNDS_FILE)}
          >
            {t('orders.saveAll')}
          </Button>
        )}
      </div>
      {standings.length === 0 && <p className="quiet">{t('orders.noRounds')}</p>}
      {standings.slice(0, MAX_SHOWN).map((each) => (
        <Round key={JSON.stringify([each.day, each.team, each.name, each.told[0]?.device])} standing={each} />
      ))}
    </section>
  )
}

function Round({ standing }: { readonly standing: RoundStanding }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const { name, team, day, from, told, stops } = standing
  const counts = roundProgress(stops.map(({ state }) => state))
  const last = [...told].sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  const who = [...new Set(told.map(writerOf))].join(t('ui.comma'))
  return (
    <details className={classes.round}>
      <summary>
        {[day, name || t('orders.own'), from === 'desk' ? team || t('orders.allTeams') : who].join(DOT)}
        <small>{t('orders.progress', { ...counts, count: stops.length })}</small>
      </summary>
      <p className="quiet">
        {last
          ? t(last.body.ended ? 'orders.toldEnded' : 'orders.told', { who, at: localMinute(last.at) })
          : t('orders.untold')}
      </p>
      <ol>
        {stops.map(({ stop, name: called, state, unseen, reason, by }) => (
          <li key={`${stop.kind}/${stop.code}/${stop.nth ?? ''}`} data-state={state}>
            <Button
              weight="quiet"
              onClick={() => {
                const { name: _, ...key } = stop
                setView({ selected: key })
              }}
            >
              {called}
            </Button>{' '}
            <b>
              {state === 'skipped'
                ? t('orders.skippedFor', { reason, who: by ? writerOf(by) : '' })
                : withUncheckedCount(t, t(`orders.state.${state}`), unseen)}
            </b>
          </li>
        ))}
      </ol>
    </details>
  )
}
