import { useTranslation } from 'react-i18next'
import { ProblemLine, type ShownProblem } from './ProblemLine'

/** Why a step was not taken; nothing where there is nothing to say. */
export function Refused({ problems }: { readonly problems: readonly ShownProblem[] }) {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <div role="alert">
      <p>{t('data.refused')}</p>
      <ul>
        {problems.map((problem) => (
          <ProblemLine key={JSON.stringify(problem)} problem={problem} />
        ))}
      </ul>
    </div>
  )
}
