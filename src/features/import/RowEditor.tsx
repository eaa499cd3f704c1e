import { Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { fromZone } from '@/domain/geodesy/zone-grid'
import { coordinatesOf } from '@/domain/intake/recognise/find-position'
import { inOrder } from '@/domain/intake/recognise/position-cells'
import { useOpened } from '@/store/chentu'
import { useImports } from '@/store/imports'
import { usePreferences } from '@/store/preferences'
import { lazyPart } from '@/ui/lazy-part'
import { datasetWorker } from '@/workers/client'
import type { ItemTable } from '@/workspace/item-view'
import classes from './RowEditor.module.css'

const CandidateMap = lazyPart(async () => ({ default: (await import('@/map/CandidateMap')).CandidateMap }))

interface Props {
  readonly id: number
  readonly file: string
  readonly table: ItemTable
  readonly row: number
  onClose(): void
}

/** Where the row lies now, in degrees as the file has them; metres of a zone are brought to WGS-84. */
function placeOf(cells: readonly string[], { position, form }: ItemTable): readonly Position[] {
  const read = position && coordinatesOf(cells, position)
  const ordered = read && form && inOrder(read, form)
  if (!ordered) return []
  return [form.unit === 'metres' ? fromZone(form.zone, ...ordered.pair) : ordered.pair]
}

/** One row of a file: its cells can be put right, and its place set on the map. The file itself is never changed. */
export function RowEditor({ id, file, table, row, onClose }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const theme = usePreferences((state) => state.theme)
  const change = useImports((state) => state.change)
  const dialog = useRef<HTMLDialogElement>(null)
  const [cells, setCells] = useState<readonly string[] | null>(null)
  const [at, setAt] = useState<Position | null>(null)
  const counties = useId()
  const { names } = table.header
  const placeable =
    table.dustfall.form !== 'points' && table.role !== 'silt-surveys' && table.role !== 'dustfall-published'

  useEffect(() => {
    dialog.current?.showModal()
    let stale = false
    void datasetWorker()
      .itemRow(id, row)
      .then((found) => !stale && setCells(found))
    return () => {
      stale = true
    }
  }, [id, row])

  function save() {
    if (!cells) return
    void change(id, { edits: new Map([[row, cells]]), ...(at ? { placed: new Map([[row, at]]) } : {}) })
    onClose()
  }

  return (
    <dialog
      ref={dialog}
      className={`dialog ${classes.dialog}`}
      onClose={onClose}
      aria-label={t('data.rowTitle', { file, row })}
    >
      <h2>{t('data.rowTitle', { file, row })}</h2>
      <div className={classes.body}>
        <div className={classes.cells}>
          <datalist id={counties}>
            {dataset.counties.map(({ code, name }) => (
              <option key={code} value={name} />
            ))}
          </datalist>
          {cells &&
            names.map((name, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is told by its place
              <label key={column}>
                <span>{name || column + 1}</span>
                <input
                  list={column === table.columns.county ? counties : undefined}
                  value={cells[column] ?? ''}
                  onChange={(event) =>
                    setCells(names.map((_, i) => (i === column ? event.target.value : (cells[i] ?? ''))))
                  }
                />
              </label>
            ))}
        </div>
        {placeable && (
          <div className={classes.place}>
            <p>{at ? t('data.placedAt', { lon: at[0].toFixed(6), lat: at[1].toFixed(6) }) : t('data.placeRow')}</p>
            <Suspense fallback={null}>
              {cells && (
                <CandidateMap
                  className={classes.map ?? ''}
                  label={t('data.placeRow')}
                  dataset={dataset}
                  theme={theme}
                  raw={placeOf(cells, table)}
                  chosen={table.form?.unit === 'metres' ? 'wgs84' : table.chosenDatum}
                  placed={at}
                  onPlace={setAt}
                />
              )}
            </Suspense>
          </div>
        )}
      </div>
      <div className="buttons">
        <button type="button" className="action" onClick={save}>
          {t('data.saveRow')}
        </button>
        <button type="button" className="action" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  )
}
