import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChentu } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'
import classes from './QuestionBar.module.css'
import { useChips } from './use-chips'
import { useFitting } from './use-fitting'

const load = () => import('./FoldedChipsPopup')
const FoldedChipsPopup = lazyPart(load)

/**
 * All active filters in one line: those that do not fit are behind a button with their number, so that the map below
 * never moves.
 */
export function Chips() {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const { chips, clear } = useChips()
  const line = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, 'dialog')
  const fitting = useFitting(line, triggerRef, chips.map(({ key, label }) => `${key} ${label}`).join('\n'))
  const folded = chips.slice(fitting)
  // When the last folded chip is removed, its button disappears as well.
  const isGone = isOpen && folded.length === 0
  useEffect(() => {
    if (!isGone) return
    close()
    add.current?.focus()
  })
  return (
    <div className={classes.chips}>
      {chips.length > 0 && (
        <div ref={line} className={classes.line}>
          <ChipList label={t('frame.question')}>
            {chips.map(({ key, label, remove }, place) => (
              <Chip key={key} text={label} hidden={place >= fitting} onRemove={remove} />
            ))}
          </ChipList>
        </div>
      )}
      {folded.length > 0 && (
        <Button {...triggerProps} className={classes.more} aria-label={t('frame.moreLabel', { count: folded.length })}>
          {t('frame.more', { count: folded.length })}
        </Button>
      )}
      {isOpen && folded.length > 0 && (
        <Popup>
          <FoldedChipsPopup
            triggerRef={triggerRef}
            label={t('frame.moreLabel', { count: folded.length })}
            chips={folded}
            onClose={close}
          />
        </Popup>
      )}
      <button ref={add} type="button" className={classes.add} onClick={() => setView({ panel: 'filters' })}>
        <IconPlus size={14} aria-hidden="true" />
        {t('frame.add')}
      </button>
      {chips.length > 1 && (
        <Button weight="quiet" className={classes.clear} onClick={clear}>
          {t('frame.clear')}
        </Button>
      )}
    </div>
  )
}
