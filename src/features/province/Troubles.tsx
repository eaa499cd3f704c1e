import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { useProvinceAsking } from '@/store/province/province-worker'
import { Button } from '@/ui/controls/Button'
import { ProblemLine, type ShownProblem } from '@/ui/ProblemLine'
import classes from './Province.module.css'

/** Lists what could not be read and the effect, with a retry button; renders nothing if all was read. */
export function Troubles({ problems }: { readonly problems: readonly ShownProblem[] }) {
  const { t } = useTranslation()
  const tryAgain = useProvinceAsking((state) => state.tryAgain)
  if (problems.length === 0) return null
  return (
    <div className={classes.troubles} role="alert">
      <ul>
        {problems.map((problem) =>
          problem.code === 'kept-copy' && problem.seen ? (
            <li key={problem.code}>{t('province.kept', { at: localMinute(problem.seen) })}</li>
          ) : (
            <ProblemLine key={JSON.stringify(problem)} problem={problem} />
          ),
        )}
      </ul>
      <Button onClick={tryAgain}>{t('app.retry')}</Button>
    </div>
  )
}
