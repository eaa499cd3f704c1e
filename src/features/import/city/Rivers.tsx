import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { FilesButton } from './FilesButton'
import classes from './NewCity.module.css'

/** The rivers that the map draws, read from a file. */
export function Rivers({ draft: { rivers } }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const put = useCity((state) => state.put)
  const read = useCity((state) => state.readRivers)
  const { running, problems, attempt } = useAttempt()
  return (
    <>
      <h4>{t('city.centre.rivers')}</h4>
      <p className="quiet">{t('city.centre.riversHelp')}</p>
      {rivers && <p>{t('city.centre.riversThere', { count: rivers.of.length, source: rivers.source })}</p>}
      <div className={classes.buttons}>
        <FilesButton
          label={t('city.centre.riversFile')}
          disabled={running}
          onChoose={(files) => void attempt(() => read(files))}
        />
        {rivers && (
          <Button weight="quiet" onClick={() => put({ rivers: null })}>
            {t('city.centre.riversDrop')}
          </Button>
        )}
      </div>
      <Refused problems={problems} />
    </>
  )
}
