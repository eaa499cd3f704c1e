import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnTest } from '@/domain/sources/view/column-test'
import { useColumnTest } from '@/features/explore/filters/use-column-test'
import type { ColumnFacts } from '@/questions/table/column-facts'
import type { TableRequest } from '@/questions/table/table-view'
import { usePromise } from '@/store/answers/use-promise'
import { useChentu } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { ScreenPart } from '@/ui/ScreenPart'
import { Skeleton } from '@/ui/states/Skeleton'
import { datasetWorker } from '@/workers/client'
import { FACET_OF_COLUMN, isFacetColumn } from './column-filters'
import { FacetFilter } from './FacetFilter'
import { RangeFilter } from './RangeFilter'
import { TextFilter } from './TextFilter'

interface Props {
  readonly request: TableRequest
  readonly name: string
  readonly heading: string
  onClose(): void
}

/**
 * Filters by one column: with the choices of the filters panel, by part of a text, by some values, or by a range of
 * numbers or days.
 */
export function ColumnFilter(props: Props) {
  return isFacetColumn(props.name) ? <ByFacet {...props} /> : <ByTest {...props} />
}

function ByTest({ request, name, heading, onClose }: Props) {
  const { test, put } = useColumnTest(name)
  const [draft, setDraft] = useState<ColumnTest | null>(test ?? null)
  return (
    <FilterDialog heading={heading} onClose={onClose} onTake={() => put(draft)} onClear={() => put(null)}>
      <TestFields request={request} name={name} test={draft ?? undefined} put={setDraft} />
    </FilterDialog>
  )
}

interface TestProps {
  readonly request: TableRequest
  readonly name: string
  readonly test: ColumnTest | undefined
  put(test: ColumnTest | null): void
}

/** The filter fields for the column's type. */
function TestFields({ request, ...rest }: TestProps) {
  const facts = usePromise<ColumnFacts>(async () => datasetWorker().columnFacts(request, rest.name), '')
  if (!facts) return <Skeleton lines={4} />
  return facts.type === 'text' ? <TextFilter facts={facts} {...rest} /> : <RangeFilter facts={facts} {...rest} />
}

function ByFacet({ name, heading, onClose }: Props) {
  const facet = FACET_OF_COLUMN[name as keyof typeof FACET_OF_COLUMN]
  const setView = useChentu((state) => state.setView)
  const [draft, setDraft] = useState<readonly string[]>(useChentu.getState().view.filters[facet])
  // Reads the current view, so that filters changed since this render are kept.
  const put = (chosen: readonly string[]) =>
    setView({ filters: { ...useChentu.getState().view.filters, [facet]: chosen } })
  return (
    <FilterDialog heading={heading} onClose={onClose} onTake={() => put(draft)} onClear={() => put([])}>
      <FacetFilter facet={facet} chosen={draft} onChoose={setDraft} />
    </FilterDialog>
  )
}

interface DialogProps {
  readonly heading: string
  readonly children: React.ReactNode
  onTake(): void
  onClear(): void
  onClose(): void
}

/** The choice is applied only when confirmed, by button or Enter, so that no half-typed number filters. */
function FilterDialog({ heading, children, onTake, onClear, onClose }: DialogProps) {
  const { t } = useTranslation()
  const form = useId()
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    onTake()
    onClose()
  }
  return (
    <Dialog
      title={t('table.filter', { column: heading })}
      onClose={onClose}
      closeLabel={t('table.cancel')}
      actions={
        <>
          <Button
            weight="quiet"
            onClick={() => {
              onClear()
              onClose()
            }}
          >
            {t('table.clear')}
          </Button>
          <Button type="submit" form={form} weight="primary">
            {t('ui.take')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit}>
        <ScreenPart>{children}</ScreenPart>
      </form>
    </Dialog>
  )
}
