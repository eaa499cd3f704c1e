import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NothingFound } from '@/features/explore/side/NothingFound'
import { useRequestedDialog } from '@/store/page/requested-dialog'
import { useAttempt } from '@/store/page/use-attempt'
import { copyText } from '@/ui/copy-text'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import { Drawer } from './Drawer'
import { EditBar } from './EditBar'
import { TableBar } from './TableBar'
import { TableGrid } from './TableGrid'
import { tabbedText } from './tabbed-text'
import { useCellEdits } from './use-cell-edits'
import { useTable } from './use-table'
import { useTableTexts } from './use-table-texts'

const MAX_COPY = 20_000
/** Maximum number of rows that a round is made of. */
const MAX_ROUND = 200

/**
 * The shown sources as a table in a drawer under the map: sortable and filterable by every column, with the selection
 * linked to the map both ways.
 */
export function TablePanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const table = useTable()
  const texts = useTableTexts(table.kind, table.all)
  const edits = useCellEdits()
  const toCell = useRef<() => void>(null)
  const [copied, setCopied] = useState<number | 'refused'>(0)
  const { problems, attempt } = useAttempt()
  const ask = useRequestedDialog((state) => state.ask)

  async function copy() {
    const { request, columns } = table
    const asked = datasetWorker().tableRows(request, 0, MAX_COPY)
    const text = asked.then((rows) =>
      tabbedText([
        columns.map(({ name }) => texts.heading(name)),
        ...rows.map(({ cells }) => columns.map((column) => texts.cell(column, cells[column.at] ?? null))),
      ]),
    )
    try {
      await copyText(text)
      setCopied((await asked).length)
    } catch {
      // If loading the rows failed, that error is reported instead.
      await text
      // Over plain HTTP there is no clipboard at all; elsewhere the user may have refused it.
      setCopied('refused')
    }
  }

  async function giveRound() {
    const rows = await datasetWorker().tableRows(table.request, 0, MAX_ROUND)
    ask({ dialog: 'round', from: rows.map(({ source }) => source) })
  }

  return (
    <Drawer label={t('table.title')} onClose={onClose}>
      <TableBar
        table={table}
        heading={texts.heading}
        onCopy={() => void attempt(copy)}
        onRound={() => void attempt(giveRound)}
        copied={copied}
        onClose={onClose}
      />
      <Refused problems={problems} />
      {table.length === 0 && <NothingFound short />}
      <TableGrid table={table} texts={texts} edits={edits} toCell={toCell} />
      <EditBar word={edits.word} onLeave={() => toCell.current?.()} />
    </Drawer>
  )
}
