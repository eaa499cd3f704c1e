import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { fromZone } from '@/domain/geodesy/zone-grid'
import { coordinatesOf } from '@/domain/intake/recognise/find-position'
import { orderPair } from '@/domain/intake/recognise/position-cells'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useImports } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import { ComboBox } from '@/ui/controls/ComboBox'
import { Dialog } from '@/ui/Dialog'
import { lazyPart } from '@/ui/lazy-part'
import { ScreenPart } from '@/ui/ScreenPart'
import type { ItemTable } from '@/workspace/import/item-view'
import { useFieldLabel } from './field-label'
import classes from './RowEditor.module.css'

const CandidateMap = lazyPart(async () => ({ default: (await import('@/map/small-maps')).CandidateMap }))

interface Props {
  readonly id: number
  readonly file: string
  readonly table: ItemTable
  /** Row number in the file, from 1. */
  readonly row: number
  onClose(): void
}

/** The row's current position: degrees as given in the file, zone metres converted to WGS-84. Empty if it has none. */
function positionsOf(cells: readonly string[], { position, form }: ItemTable): readonly Position[] {
  const read = position && coordinatesOf(cells, position)
  const ordered = read && form && orderPair(read, form)
  if (!ordered) return []
  return [form.unit === 'metres' ? fromZone(form.zone, ...ordered.pair) : ordered.pair]
}

/** Editor for a row of a file: corrects its cells and sets its position on the map. The file is never changed. */
export function RowEditor(props: Props) {
  return (
    <ScreenPart>
      <RowDialog {...props} />
    </ScreenPart>
  )
}

function RowDialog({ id, file, table, row, onClose }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const theme = usePreferences((state) => state.theme)
  const change = useImports((state) => state.change)
  const read = useAnswer((worker) => worker.itemRow(id, row), `${id} ${row}`)
  const [edited, setEdited] = useState<readonly string[] | null>(null)
  const [placed, setPlaced] = useState<Position | null>(null)
  const cells = edited ?? read
  const { fields } = useFieldLabel(table.role)
  // In this form each point is a column, so a row has no position.
  const placeable = table.dustfall.form !== 'points' && fields.some(({ name }) => name === 'lon')

  function save() {
    if (!cells) return
    void change(id, { edits: new Map([[row, cells]]), ...(placed ? { placed: new Map([[row, placed]]) } : {}) })
    onClose()
  }

  return (
    <Dialog
      title={t('data.rowTitle', { file, row })}
      size="large"
      closedBy="closerequest"
      onClose={onClose}
      actions={
        <Button weight="primary" disabled={!cells} onClick={save}>
          {t('data.saveRow')}
        </Button>
      }
    >
      <div className={classes.body}>
        {cells && <CellFields cells={cells} table={table} onChange={setEdited} />}
        {cells && placeable && (
          <div className={classes.place}>
            <p>
              {placed
                ? t('data.placedAt', { lon: placed[0].toFixed(6), lat: placed[1].toFixed(6) })
                : t('data.placeRow')}
            </p>
            <Suspense fallback={null}>
              <CandidateMap
                className={classes.map ?? ''}
                label={t('data.placeRow')}
                dataset={dataset}
                theme={theme}
                raw={positionsOf(cells, table)}
                chosen={table.form?.unit === 'metres' ? 'wgs84' : table.chosenDatum}
                placed={placed}
                onPlace={setPlaced}
              />
            </Suspense>
          </div>
        )}
      </div>
    </Dialog>
  )
}

interface CellFieldsProps {
  readonly cells: readonly string[]
  readonly table: ItemTable
  onChange(cells: readonly string[]): void
}

/** An input for each cell of the row, labelled with its column's heading; counties are suggested. */
function CellFields({ cells, table, onChange }: CellFieldsProps) {
  const { dataset } = useOpened()
  const counties = dataset.counties.map(({ name }) => ({ value: name, label: name }))
  const { names } = table.header
  return (
    <div className={classes.cells}>
      {names.map((name, column) => {
        const label = String(name || column + 1)
        const value = cells[column] ?? ''
        const write = (text: string) => onChange(names.map((_, i) => (i === column ? text : (cells[i] ?? ''))))
        return column === table.columns.county ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are identified by position
          <ComboBox key={column} label={label} value={value} options={counties} onChange={write} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are identified by position
          <label key={column}>
            <span>{label}</span>
            <input value={value} onChange={({ target }) => write(target.value)} />
          </label>
        )
      })}
    </div>
  )
}
