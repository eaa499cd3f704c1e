import { IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import classes from './WholeCity.module.css'

/** Under the zoom buttons: the whole city again. The map then fits itself into its window until it is moved. */
export function WholeCity({ right }: { readonly right: number }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  return (
    <button
      type="button"
      className={classes.button}
      style={{ right: right + 10 }}
      aria-label={t('frame.wholeCity')}
      title={t('frame.wholeCity')}
      onClick={() => setView({ camera: null })}
    >
      <IconHome size={18} aria-hidden="true" />
    </button>
  )
}
