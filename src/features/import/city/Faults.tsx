import { useTranslation } from 'react-i18next'
import type { DraftFault } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { Button } from '@/ui/controls/Button'
import classes from './NewCity.module.css'

interface Props {
  readonly faults: readonly DraftFault[]
  /** True if the faults belong to the step that is shown. */
  readonly isHere?: boolean
}

/** Problems that block creating the package, each with a link to the step that fixes it. */
export function Faults({ faults, isHere = false }: Props) {
  const { t } = useTranslation()
  const goTo = useCity((state) => state.goTo)
  if (faults.length === 0) return null
  return (
    <div role="status">
      <p>{t(isHere ? 'city.missingHere' : 'city.stillMissing')}</p>
      <ul className={classes.faults}>
        {faults.map(({ step, code, seen }) => (
          <li key={code}>
            {!isHere && (
              <Button weight="quiet" onClick={() => goTo(step)}>
                {t(`city.steps.${step}`)}
              </Button>
            )}
            <span>
              {seen ? t('city.faultSeen', { fault: t(`city.faults.${code}`), seen }) : t(`city.faults.${code}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
