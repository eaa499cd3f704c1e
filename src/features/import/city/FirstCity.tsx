import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCity } from '@/store/city'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import classes from './FirstCity.module.css'

const NewCity = lazyPart(() => import('./NewCity'))

/** Where a city is set up while no package is there, or none that can be shown. */
export default function FirstCity() {
  const { t } = useTranslation()
  const draft = useCity((state) => state.draft)
  const resume = useCity((state) => state.resume)
  const begin = useCity((state) => state.begin)
  const [setsUp, setSetsUp] = useState(false)
  useEffect(() => void resume(), [resume])
  if (setsUp && draft)
    return (
      <div className={classes.alone}>
        <Suspense fallback={null}>
          <NewCity onLeave={() => setSetsUp(false)} />
        </Suspense>
      </div>
    )
  return (
    <section aria-label={t('city.title')} className={classes.first}>
      <p>{t('city.brokenHelp')}</p>
      <Button
        weight="primary"
        onClick={() => {
          if (!draft) begin(new Date().getFullYear())
          setSetsUp(true)
        }}
      >
        {draft ? t('city.goOn', { city: draft.zh || t('city.unnamed') }) : t('city.start')}
      </Button>
    </section>
  )
}
