import { useTranslation } from 'react-i18next'
import type { RoundOrder } from '@/domain/field/round-order'
import type { CaseView } from '@/store/cases/case-view'

interface Props {
  readonly of: CaseView
  /** The round that the team already has for the day; undefined if none. */
  readonly before: RoundOrder | undefined
  /** Number of stops that are added to it. */
  readonly added: number
}

/** Says in advance how assigning the case changes the round that the team already has for the day. */
export function RoundChangeNotice({ of, before, added }: Props) {
  const { t } = useTranslation()
  const { turn } = of.record.standing
  const cases = before?.cases ?? []
  const isThere = cases.some(({ id }) => id === of.id)
  const words = {
    ...{ name: before?.name, day: before?.day, team: before?.team || t('orders.allTeams') },
    ...{ stops: before?.stops.length ?? 0, cases: cases.length, added },
  }
  return (
    <>
      {before && <p role="note">{t(isThere ? 'orders.joinsAgain' : 'orders.joins', words)}</p>}
      {turn > 1 && <p role="note">{t('orders.inTurn', { turn })}</p>}
      {!of.opened?.position && <p role="note">{t('orders.noCasePlace')}</p>}
    </>
  )
}
