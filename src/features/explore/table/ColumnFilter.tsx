import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { useColumnTest } from '@/features/explore/filters/use-column-test'
import type { ColumnFacts } from '@/questions/column-facts'
import type { TableColumn } from '@/questions/table-columns'
import type { TableRequest } from '@/questions/table-view'
import { usePromise } from '@/store/answers/use-promise'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { Dialog } from '@/ui/Dialog'
import { Part } from '@/ui/Part'
import { Skeleton } from '@/ui/states/Skeleton'
import { datasetWorker } from '@/workers/client'
import classes from './ColumnFilter.module.css'
import { RangeFilter } from './RangeFilter'
import { TextFilter } from './TextFilter'

interface ColumnFilterProps {
  readonly request: TableRequest
  readonly column: TableColumn
  readonly heading: string
  readonly tabIndex: number
}

/** Columns that the filters panel narrows by. */
const ELSEWHERE = ['status', 'county', 'kind', 'dataClass']

/** Narrows by one column: a part of a text, some of its values, or a range of numbers or days. */
export function ColumnFilter({ request, column, heading, tabIndex }: ColumnFilterProps) {
  const { t } = useTranslation()
  const { name } = column
  const { test, put } = useColumnTest(name)
  const [isOpen, setOpen] = useState(false)
  if (ELSEWHERE.includes(name)) return null

  const close = () => setOpen(false)
  return (
    <>
      <IconButton
        className={classes.open}
        tabIndex={tabIndex}
        data-narrows={test !== undefined}
        label={t('table.filter', { column: heading })}
        onClick={() => setOpen(true)}
      >
        <IconFilter size={14} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Dialog
          title={t('table.filter', { column: heading })}
          onClose={close}
          actions={
            <Button
              onClick={() => {
                put(null)
                close()
              }}
            >
              {t('table.clear')}
            </Button>
          }
        >
          <Part>
            <ColumnTestFields request={request} name={name} test={test} put={put} />
          </Part>
        </Dialog>
      )}
    </>
  )
}

interface ColumnTestProps {
  readonly request: TableRequest
  readonly name: string
  readonly test: ColumnTest | undefined
  put(test: ColumnTest | null): void
}

/** The fields that fit what stands in the column. */
function ColumnTestFields({ request, ...rest }: ColumnTestProps) {
  // Asked for once, as the dialog opens: what is chosen in it must not change what there is to choose from.
  const facts = usePromise<ColumnFacts>(async () => datasetWorker().columnFacts(request, rest.name), '')
  if (!facts) return <Skeleton lines={4} />
  return facts.type === 'text' ? <TextFilter facts={facts} {...rest} /> : <RangeFilter facts={facts} {...rest} />
}
