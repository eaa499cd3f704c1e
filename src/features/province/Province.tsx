import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { useOutcome } from '@/store/answers/use-promise'
import { usePreferences } from '@/store/device/preferences'
import { failureOf } from '@/store/page/failure'
import { provinceFolder, provinceUrl } from '@/store/province/province-address'
import { provinceWorker } from '@/store/province/province-worker'
import { Button } from '@/ui/controls/Button'
import { Part } from '@/ui/Part'
import { ProblemLine } from '@/ui/ProblemLine'
import classes from './Province.module.css'
import { ProvinceHead } from './ProvinceHead'
import { ProvinceScreen } from './ProvinceScreen'

/** The screen of a province: a page of its own, which opens no city's package. */
export default function Province() {
  const { t } = useTranslation()
  const { language, theme } = usePreferences()
  const folder = provinceFolder(location.search) ?? ''
  const url = provinceUrl(folder, document.baseURI)?.href ?? null
  const { found, error } = useOutcome(
    async () =>
      url === null
        ? { value: null, problems: [{ code: 'other-origin', file: folder, expected: location.origin }] as Problem[] }
        : provinceWorker().open(url),
    url,
  )
  const name = found?.value ? (language === 'en' ? found.value.index.name.en : found.value.index.name.zh) : ''
  useEffect(() => {
    if (name) document.title = `${name} · ${t('app.name')}`
  }, [name, t])
  const problems = error === null ? (found?.problems ?? []) : [failureOf(error)]
  return (
    <div className={classes.page}>
      <ProvinceHead name={name} index={found?.value?.index ?? null} />
      <main className={classes.main}>
        {found?.value && url ? (
          <Part>
            <Suspense fallback={<p className={classes.loading}>{t('province.loading')}</p>}>
              <ProvinceScreen {...found.value} url={url} folder={folder} theme={theme} problems={problems} />
            </Suspense>
          </Part>
        ) : found || error ? (
          <div className={classes.broken} role="alert">
            <h1>{t('province.brokenTitle')}</h1>
            <p>{t('province.brokenHelp', { url: url ?? folder })}</p>
            <ul>
              {problems.map((problem) => (
                <ProblemLine key={JSON.stringify(problem)} problem={problem} />
              ))}
            </ul>
            <Button onClick={() => location.reload()}>{t('notice.reload')}</Button>
          </div>
        ) : (
          <p className={classes.loading} role="status">
            {t('province.loading')}
          </p>
        )}
      </main>
    </div>
  )
}
