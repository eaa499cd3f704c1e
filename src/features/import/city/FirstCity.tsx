import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { applyChange } from '@/store/steps/step'
import { Button } from '@/ui/controls/Button'
import { FileButton } from '@/ui/controls/FileButton'
import { lazyPart } from '@/ui/lazy-part'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import classes from './FirstCity.module.css'

const NewCity = lazyPart(() => import('./NewCity'))

/** The page for setting up a city or opening a backup while there is no package, or none that can be shown. */
export default function FirstCity() {
  const { t } = useTranslation()
  const draft = useCity((state) => state.draft)
  const resume = useCity((state) => state.resume)
  const begin = useCity((state) => state.begin)
  const [setsUp, setSetsUp] = useState(false)
  const { running, problems, attempt } = useAttempt()
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
      <p>{t('city.backupHelp')}</p>
      <FileButton
        label={t('city.openBackup')}
        accept=".zip"
        disabled={running}
        onChoose={(file) => void attempt(() => applyChange(datasetWorker().unpackWorkspace(file)))}
      />
      <Refused problems={problems} />
    </section>
  )
}
