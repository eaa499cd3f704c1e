import { useTranslation } from 'react-i18next'
import { useCity } from '@/store/city'
import { Button } from '@/ui/controls/Button'

/** Starts the setup of a new city, or continues it. */
export function NewCityEntry({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const draft = useCity((state) => state.draft)
  const begin = useCity((state) => state.begin)
  return (
    <section aria-label={t('city.title')}>
      <h3>{t('city.title')}</h3>
      <p className="quiet">{t('city.help')}</p>
      <Button
        onClick={() => {
          if (!draft) begin(new Date().getFullYear())
          onOpen()
        }}
      >
        {draft ? t('city.goOn', { city: draft.zh || t('city.unnamed') }) : t('city.start')}
      </Button>
    </section>
  )
}
