import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import classes from './App.module.css'
import { Diagnosis } from './DiagnosisDialog'

function openApp(): void {
  location.hash = ''
  location.reload()
}

/** The diagnosis of this browser and the site, as a page of its own. */
export function DiagnosisPage() {
  const { t } = useTranslation()
  return (
    <main className={classes.broken}>
      <h1>{t('diagnosis.name')}</h1>
      <p>{t('diagnosis.help')}</p>
      <Suspense fallback={null}>
        <Diagnosis />
      </Suspense>
      <Button onClick={openApp}>{t('diagnosis.toApp')}</Button>
    </main>
  )
}
