import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import { Button } from '@/ui/controls/Button'
import { WHOLE_SITES, type WholeSite } from './whole-site'

/** One press for a site that is finished, stopped, or could not be entered: it answers all items still open. */
export function WholeSiteButtons({ onChoose }: { onChoose(site: WholeSite): void }) {
  const { t } = useTranslation()
  return (
    <fieldset className="plain">
      <legend className="quiet">{t('check.whole')}</legend>
      <div className={form.choices}>
        {WHOLE_SITES.map((site) => (
          <Button key={site} onClick={() => onChoose(site)}>
            {t(`check.wholeSite.${site}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
