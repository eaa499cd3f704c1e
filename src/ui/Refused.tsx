import { useTranslation } from 'react-i18next'
import { ProblemLine, type ShownProblem } from './ProblemLine'

/** Problems after which it is unknown how much of the step was done. */
const UNSURE: readonly ShownProblem['code'][] = ['worker-stopped', 'step-failed']
const MAX_LINES = 20

/** Explains why a step was refused; renders nothing without problems. */
export function Refused({ problems }: { readonly problems: readonly ShownProblem[] }) {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <div role="alert">
      <p>{t(problems.some(({ code }) => UNSURE.includes(code)) ? 'data.unfinished' : 'data.refused')}</p>
      <ul>
        {problems.slice(0, MAX_LINES).map((problem) => (
          <ProblemLine key={JSON.stringify(problem)} problem={problem} />
        ))}
      </ul>
    </div>
  )
}
