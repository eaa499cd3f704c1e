import { useTranslation } from 'react-i18next'
import { type KindId, kindWithId } from '@/domain/sources/kinds/kind'
import form from '@/features/field/field-form.module.css'
import { useKinds } from '@/store/words/kinds'
import { type WholeSite, wholeSitesOf } from '@/store/words/whole-site'
import { Button } from '@/ui/controls/Button'

interface Props {
  readonly kind: KindId
  onChoose(site: WholeSite): void
}

/** One press for a site that is finished, stopped, or could not be entered: it answers all items still open. */
export function WholeSiteButtons({ kind, onChoose }: Props) {
  const { t } = useTranslation()
  const kinds = useKinds()
  return (
    <fieldset className="plain">
      <legend className="quiet">{t('check.whole')}</legend>
      <div className={form.choices}>
        {wholeSitesOf(kindWithId(kinds, kind)).map((site) => (
          <Button key={site} onClick={() => onChoose(site)}>
            {t(`check.wholeSite.${site}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
