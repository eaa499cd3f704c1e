import { useTranslation } from 'react-i18next'
import type { DraftFault } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { Button } from '@/ui/controls/Button'
import classes from './NewCity.module.css'

/** What still keeps the package from being made, each with the way to where it is put right. */
export function Faults({ faults }: { readonly faults: readonly DraftFault[] }) {
  const { t } = useTranslation()
  const goTo = useCity((state) => state.goTo)
  if (faults.length === 0) return null
  return (
    <div role="status">
      <p>{t('city.stillMissing')}</p>
      <ul className={classes.faults}>
        {faults.map(({ step, code, seen }) => (
          <li key={code}>
            <Button weight="quiet" onClick={() => goTo(step)}>
              {t(`city.steps.${step}`)}
            </Button>
            <span>
              {seen ? t('city.faultSeen', { fault: t(`city.faults.${code}`), seen }) : t(`city.faults.${code}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
