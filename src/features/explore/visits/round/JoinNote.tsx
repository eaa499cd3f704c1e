import { useTranslation } from 'react-i18next'
import type { RoundOrder } from '@/domain/field/round-order'
import type { CaseView } from '@/store/cases/case-view'

interface Props {
  readonly of: CaseView
  /** The round that the team was given for the day already; undefined where it was given none. */
  readonly before: RoundOrder | undefined
  /** How many stops are put to it. */
  readonly added: number
}

/** What giving a case out will do with what the team holds for the day already, said before it is done. */
export function JoinNote({ of, before, added }: Props) {
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
