import { Dialog as PopupDialog } from 'react-aria-components'
import type { Narrowing } from '@/store/words/narrowing'
import { Chip, ChipList } from '@/ui/controls/Chip'
import { PopupFrame } from '@/ui/popups/PopupFrame'
import type { PopupProps } from '@/ui/popups/popup-props'
import classes from './QuestionBar.module.css'

/** The filters that did not fit in the bar; each can be removed here. */
export default function FoldedChipsPopup(props: PopupProps & { readonly chips: readonly Narrowing[] }) {
  const { triggerRef, label, chips, onClose } = props
  return (
    <PopupFrame triggerRef={triggerRef} label={label} onClose={onClose}>
      <PopupDialog className={classes.folded!} aria-label={label}>
        <ChipList label={label}>
          {chips.map(({ key, label: text, remove }) => (
            <Chip key={key} text={text} onRemove={remove} />
          ))}
        </ChipList>
      </PopupDialog>
    </PopupFrame>
  )
}
