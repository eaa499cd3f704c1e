import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatumCandidate } from '@/domain/intake/recognise/datum'
import type { TableEvidence } from '@/domain/intake/recognise/table-datum'
import { useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useImports } from '@/store/imports'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import type { ItemTable } from '@/workspace/import/item-view'
import { DatumOfRows, MixedRows } from './DatumRows'
import classes from './PlaceReview.module.css'

const CandidateMap = lazyPart(async () => ({ default: (await import('@/map/small-maps')).CandidateMap }))

/**
 * The table's coordinate columns and system: recognised by value range; for degrees, the three candidate
 * systems with their evidence.
 */
export function PlaceReview({ id, table }: { readonly id: number; readonly table: ItemTable }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const theme = usePreferences((state) => state.theme)
  const change = useImports((state) => state.change)
  // The new choice is shown at once, while the file is read again.
  const [asked, setAsked] = useState<DatumCandidate | null>(null)
  // Without a graphics card a map takes seconds; it is not needed if the heading names the coordinate system.
  const [shown, setShown] = useState(false)
  const { position, form, datum, header } = table
  const chosen = asked ?? table.chosenDatum
  if (!position) return <p className="quiet">{t('data.placeNone')}</p>
  const columns = Object.values(position)
    .map((column) => header.names[column] || String(column + 1))
    .join(t('ui.comma'))
  const most = Math.max(0, ...(datum?.evidence.map(({ shiftMetres }) => shiftMetres) ?? []))
  return (
    <section className={classes.place} aria-label={t('data.place')}>
      <h3>{t('data.place')}</h3>
      <p className="quiet">
        {t('data.placeColumns', { columns })}
        {form?.unit === 'metres' &&
          ` · ${t('data.zone', { zone: form.zone.number, meridian: form.zone.number * 3 })} · ${t(form.zone.prefixed ? 'data.zonePrefixed' : 'data.zonePlain')}`}
      </p>
      <DatumOfRows id={id} table={table} />
      {datum && (
        <>
          <MixedRows table={table} />
          {table.datumColumn?.isUsed && <p>{t('data.datumRows.rest')}</p>}
          <p>
            {chosen === null && datum.by === 'nothing'
              ? t('data.datumAsk', { metres: Math.round(most) })
              : t(`data.datumBy.${chosen === null || chosen === datum.decided ? datum.by : 'chosen'}`)}
          </p>
          <div className={classes.body}>
            <div className={classes.candidates} role="radiogroup" aria-label={t('data.place')}>
              {datum.evidence.map((evidence) => (
                <label key={evidence.datum} className={classes.candidate} data-datum={evidence.datum}>
                  <input
                    type="radio"
                    name={`datum-${id}`}
                    checked={chosen === evidence.datum}
                    onChange={() => {
                      setAsked(evidence.datum)
                      void change(id, { datum: evidence.datum })
                    }}
                  />
                  <b>{t(`data.datum.${evidence.datum}`)}</b>
                  <Evidence evidence={evidence} />
                </label>
              ))}
            </div>
            {datum.by === 'stated' && !shown ? (
              <Button className={classes.show} onClick={() => setShown(true)}>
                {t('data.candidateMapShow')}
              </Button>
            ) : (
              <Suspense fallback={<div className={classes.map} />}>
                <CandidateMap
                  className={classes.map ?? ''}
                  label={t('data.candidateMap')}
                  dataset={dataset}
                  theme={theme}
                  raw={table.sample}
                  chosen={chosen}
                />
              </Suspense>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function Evidence({ evidence }: { readonly evidence: TableEvidence }) {
  const { t } = useTranslation()
  const { shiftMetres, knownHits, knownRows, listHits, listRows, countyHits, countyRows, lineHits, lineRows } = evidence
  const counted = [
    knownRows > listRows && t('data.datumKnown', { hits: knownHits - listHits, rows: knownRows - listRows }),
    listRows > 0 && t('data.datumList', { hits: listHits, rows: listRows }),
    countyRows > 0 && t('data.datumCounty', { hits: countyHits, rows: countyRows }),
    lineRows > 0 && t('data.datumLine', { hits: lineHits, rows: lineRows }),
  ].filter(Boolean)
  return (
    <small>
      {t('data.datumShift', { metres: Math.round(shiftMetres) })}
      {counted.map((text) => ` · ${text}`)}
    </small>
  )
}
