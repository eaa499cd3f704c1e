import { useTranslation } from 'react-i18next'
import type { CaseView } from '@/store/cases/case-view'
import { clockText } from '@/store/words/case-words'
import classes from './CasesScene.module.css'
import { NextStep } from './NextStep'

interface Props {
  readonly view: CaseView
  /** The moment as of which the case is shown, milliseconds since 1970. */
  readonly at: number
}

/** The clocks of a case by the package's terms: what is due next and by whom first, then the other ones. */
export function CaseClocks({ view, at }: Props) {
  const { t } = useTranslation()
  const { clocks, next } = view
  if (clocks.length === 0) return null
  return (
    <ul className={classes.clocks}>
      {next && (
        <li data-state={next.state}>
          <b>
            <NextStep view={view} at={at} />
          </b>
        </li>
      )}
      {clocks
        .filter((clock) => clock !== next)
        .map((clock) => (
          <li key={clock.step} data-state={clock.state}>
            {clockText(t, clock, at)}
          </li>
        ))}
    </ul>
  )
}
