import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from '@/questions/table/table-columns'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { Popup } from '@/ui/popups/Popup'
import { usePopup } from '@/ui/popups/use-popup'

const load = () => import('./ColumnsPopup')
const ColumnsPopup = lazyPart(load)

interface Props {
  readonly columns: readonly TableColumn[]
  /** Names of the hidden columns. */
  readonly left: readonly string[]
  heading(name: string): string
  onLeave(names: readonly string[]): void
}

/** Chooses which columns are shown. The first column names the row and is always shown. */
export function TableColumns({ columns, left, heading, onLeave }: Props) {
  const { t } = useTranslation()
  const { isOpen, close, triggerRef, triggerProps } = usePopup(load, 'dialog')
  return (
    <>
      <Button {...triggerProps}>
        {t('table.columns')}
        <IconChevronDown size={16} aria-hidden="true" />
      </Button>
      {isOpen && (
        <Popup>
          <ColumnsPopup
            triggerRef={triggerRef}
            label={t('table.columns')}
            columns={columns.slice(1).map(({ name }) => ({ name, label: heading(name) }))}
            left={left}
            onLeave={onLeave}
            onClose={close}
          />
        </Popup>
      )}
    </>
  )
}
