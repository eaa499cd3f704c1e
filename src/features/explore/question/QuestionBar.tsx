import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useChentu, useOpened } from '@/store/chentu'
import { redo, undo } from '@/store/view/address'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { IconButton } from '@/ui/controls/IconButton'
import { Actions } from './Actions'
import classes from './QuestionBar.module.css'
import { useChips } from './use-chips'

/** What is asked of the data, over the map: all that narrows, how many sources are left, and what one does next. */
export function QuestionBar() {
  const { t } = useTranslation()
  const { shown } = useOpened()
  const setView = useChentu((state) => state.setView)
  const { chips, clear } = useChips()
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
      <div className={classes.chips}>
        {chips.length > 0 && (
          <ChipList label={t('frame.question')}>
            {chips.map(({ key, label, remove }) => (
              <Chip key={key} text={label} onRemove={remove} />
            ))}
          </ChipList>
        )}
        <button type="button" className={classes.add} onClick={() => setView({ panel: 'filters' })}>
          <IconPlus size={14} aria-hidden="true" />
          {t('frame.add')}
        </button>
        {chips.length > 1 && (
          <Button weight="quiet" onClick={clear}>
            {t('frame.clear')}
          </Button>
        )}
      </div>
      <p className={classes.count} role="status">
        {shown.total === 0 ? (
          t('frame.none')
        ) : (
          <>
            <b>{t('frame.count', { count: shown.total })}</b>{' '}
            {shown.unplaced > 0 && <span>{t('frame.unplaced', { count: shown.unplaced })}</span>}
          </>
        )}
      </p>
      <Actions />
    </section>
  )
}
