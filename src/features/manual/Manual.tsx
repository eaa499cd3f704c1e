import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import classes from './Manual.module.css'
import { Reader } from './Reader'

/** The manual as a separate screen, at `#/help`. */
export default function Manual() {
  const { t } = useTranslation()
  const name = useChentu((state) => state.view.manual)
  const setView = useChentu((state) => state.setView)
  return (
    <div className={classes.screen}>
      <h1 className="unseen">{t('manual.title')}</h1>
      <Reader name={name} wide onPage={(manual) => setView({ manual })} />
    </div>
  )
}
