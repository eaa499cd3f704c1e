import { useTranslation } from 'react-i18next'
import { useNotFound } from '@/store/chentu'
import { amendView } from '@/store/view/address'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import classes from './SidePanel.module.css'

/** Says that the open data does not have the source that a link names. */
export function NotFound() {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const gone = useNotFound()
  if (!gone) return null
  return (
    <p role="alert" className={classes.dropped}>
      {t('frame.notFound', { kind: kindTexts.title(gone.kind), code: gone.code })}
      <Button weight="quiet" onClick={() => amendView({ selected: null })}>
        {t('frame.letGo')}
      </Button>
    </p>
  )
}
