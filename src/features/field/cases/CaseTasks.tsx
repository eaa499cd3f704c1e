import { useTranslation } from 'react-i18next'
import type { Origin } from '@/features/field/around/use-origin'
import { type CameCase, givenCases, useGivenRounds } from '@/store/device/given-rounds'
import { useLedger } from '@/store/ledger'
import { CaseTask } from './CaseTask'
import classes from './CaseTasks.module.css'

/** The cases that the desk gave to this team, those that are still to be reported first: none goes with the round that it came with. */
export function CaseTasks({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation()
  const { orders, team } = useGivenRounds()
  const records = useLedger((state) => state.cases)
  const given = givenCases(orders, team)
  if (given.length === 0) return null
  /** What was done here since it was given. */
  const ownOf = ({ id, knows }: CameCase) =>
    (records.get(id)?.standing.steps ?? []).filter((step) => !knows.includes(step.id))
  const isDone = (of: CameCase) => ownOf(of).some(({ step }) => step === 'reported')
  const open = given.filter((each) => !isDone(each))
  const done = given.filter(isDone)
  const task = (of: CameCase) => <CaseTask key={of.id} of={of} own={ownOf(of)} origin={origin} />
  return (
    <section aria-label={t('cases.field.title')} className={classes.tasks}>
      <h2>{t('cases.field.title')}</h2>
      <p role="status">{t('cases.field.count', { count: open.length })}</p>
      {open.map(task)}
      {done.length > 0 && (
        <details>
          <summary>{t('cases.field.done', { count: done.length })}</summary>
          {done.map(task)}
        </details>
      )}
    </section>
  )
}
