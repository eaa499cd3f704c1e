import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Problem } from '@/domain/problem'
import { useOutcome } from '@/store/answers/use-promise'
import { usePreferences } from '@/store/device/preferences'
import { failureOf } from '@/store/page/failure'
import { provinceFolder, provinceUrl } from '@/store/province/province-address'
import { askProvince, useProvinceAsking } from '@/store/province/province-worker'
import { ScreenPart } from '@/ui/ScreenPart'
import classes from './Province.module.css'
import { ProvinceHead } from './ProvinceHead'
import { ProvinceScreen } from './ProvinceScreen'
import { Troubles } from './Troubles'

/** The province page, which opens no city's package. `notices` are shown below its header. */
export default function Province({ notices }: { readonly notices: ReactNode }) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { theme } = usePreferences()
  const { round, isAnew, isGivenUp } = useProvinceAsking()
  const folder = provinceFolder(location.search) ?? ''
  const url = provinceUrl(folder, document.baseURI)?.href ?? null
  const { found, error } = useOutcome(
    async () =>
      url === null
        ? { value: null, problems: [{ code: 'other-origin', file: folder, expected: location.origin }] as Problem[] }
        : askProvince((worker) => worker.open(url, isAnew)),
    url,
    [round],
  )
  const opened = found?.value ?? null
  const name = opened ? inLanguage(opened.index.name, language) : ''
  useEffect(() => {
    if (name) document.title = `${name} · ${t('app.name')}`
  }, [name, t])
  useEffect(() => {
    if (opened && url) useProvinceAsking.setState({ opened: { url } })
  }, [opened, url])
  const problems = isGivenUp
    ? [{ code: 'worker-stopped' as const, file: folder }]
    : error === null
      ? (found?.problems ?? [])
      : [failureOf(error, folder)]
  return (
    <div className={classes.page}>
      <ProvinceHead name={name} index={opened?.index ?? null} />
      {notices}
      <main className={classes.main}>
        {opened && url ? (
          <ScreenPart>
            <Suspense fallback={<p className={classes.loading}>{t('province.loading')}</p>}>
              <ProvinceScreen {...opened} url={url} folder={folder} theme={theme} problems={problems} />
            </Suspense>
          </ScreenPart>
        ) : problems.length > 0 ? (
          <div className={classes.broken}>
            <h1>{t('province.brokenTitle')}</h1>
            <p>{t('province.brokenHelp', { url: url ?? folder })}</p>
            <Troubles problems={problems} />
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
