import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { useCity } from '@/store/city'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import classes from './App.module.css'
import { ProblemList } from './ProblemList'
import { packageAddress, packageUrl } from './package-url'

const NewCity = lazyPart(() => import('@/features/import/city/NewCity'))

/** Why the package can't be shown; who has none yet makes one. */
export function Broken() {
  const { t } = useTranslation()
  const problems = useChentu((state) => state.problems)
  const draft = useCity((state) => state.draft)
  const resume = useCity((state) => state.resume)
  const begin = useCity((state) => state.begin)
  const [setsUp, setSetsUp] = useState(false)
  useEffect(() => void resume(), [resume])
  // What is made is kept under the package's own address, which must be one of this site.
  const mayMake = packageUrl()?.origin === location.origin
  if (setsUp && draft)
    return (
      <main className={classes.setUp}>
        <Suspense fallback={null}>
          <NewCity onLeave={() => setSetsUp(false)} />
        </Suspense>
      </main>
    )
  return (
    <main className={classes.broken}>
      <h1>{t('app.brokenTitle')}</h1>
      <p>{t('app.brokenHelp', { url: packageAddress() })}</p>
      <ProblemList problems={problems} />
      <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>
      {mayMake && (
        <section aria-label={t('city.title')} className={classes.make}>
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
      )}
    </main>
  )
}
