import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChentu, useOpened } from '@/store/chentu'
import { redo, undo } from '@/store/view/address'
import { countedText } from '@/store/words/counted'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { Actions } from './Actions'
import { Chips } from './Chips'
import classes from './QuestionBar.module.css'

/** Bar over the map: active filters, number of sources left, a button to zoom to them, and the next actions. */
export function QuestionBar({ onZoom }: { onZoom(): void }) {
  const { t } = useTranslation()
  const shown = useOpened((opened) => opened.shown)
  const { counties, area } = useChentu((state) => state.view.filters)
  const isOfPlaces = counties.length > 0 || area.length > 0
  return (
    <section id="question" tabIndex={-1} className={classes.bar} aria-label={t('frame.question')}>
      <div className={classes.steps}>
        <IconButton label={t('keys.undo')} onClick={undo}>
          <IconArrowBackUp size={18} aria-hidden="true" />
        </IconButton>
        <IconButton label={t('keys.redo')} onClick={redo}>
          <IconArrowForwardUp size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <Chips />
      <p
        className={classes.count}
        role="status"
        title={shown.total === 0 ? undefined : countedText(t, shown.total, shown)}
      >
        {shown.total === 0 ? (
          t('frame.none')
        ) : (
          <>
            <b>{countedText(t, shown.total, shown)}</b>{' '}
            {shown.unplaced > 0 && <span>{t('frame.unplaced', { count: shown.unplaced })}</span>}
          </>
        )}
      </p>
      {isOfPlaces && shown.total > shown.unplaced && (
        <Button weight="quiet" className={classes.zoom} onClick={onZoom}>
          {t('frame.zoom')}
        </Button>
      )}
      <Actions />
    </section>
  )
}
