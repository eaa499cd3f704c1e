import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type DraftRow, daysInClause, isRowOpen, otherDays, placeOfRow, ROW_LEFT_OUT } from '@/domain/plan/draft-rows'
import { usePlanDesk } from '@/store/plan'
import { ROWS_NUMBER, rowsToPlace } from '@/store/plan/open-decisions'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import classes from './ClauseReview.module.css'
import { useRowName } from './field-words'

/** Rows of the plan's tables that belong to no clause; each must be assigned to a clause or left out. */
export function PlanRows() {
  const { t } = useTranslation()
  const proposal = usePlanDesk((state) => state.proposal)
  const rows = rowsToPlace({ proposal })
  if (rows.length === 0) return null
  return (
    <li className={classes.clause}>
      <section aria-label={t('planReader.rows')} className={classes.opened}>
        <h3>{t('planReader.rowsCounted', { count: rows.length })}</h3>
        <p className="quiet">{t('planReader.rowsHelp')}</p>
        <ul className={classes.fields}>
          {rows.map((row) => (
            <RowLine key={row.id} row={row} />
          ))}
        </ul>
      </section>
    </li>
  )
}

function RowLine({ row }: { readonly row: DraftRow }) {
  const { t } = useTranslation()
  const { drafts, placed, placeRow, look } = usePlanDesk()
  const isCurrent = usePlanDesk((state) => state.field === row.id)
  const nameOf = useRowName()
  const head = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent && !head.current?.closest('li')?.contains(document.activeElement)) head.current?.focus()
  }, [isCurrent])
  const place = placeOfRow(row, placed, drafts)
  const decision = isRowOpen(row, placed, drafts) ? 'open' : place === ROW_LEFT_OUT ? 'dropped' : 'accepted'
  const name = nameOf(row)
  const draft = drafts.find(({ number }) => number === place)
  const said = draft ? daysInClause(row, draft) : []
  const others = otherDays(row, placed, drafts)
  const isProposed = decision === 'accepted' && !placed.has(row.id)
  return (
    <li className={classes.field} data-decision={decision} data-current={isCurrent || undefined}>
      <button
        ref={head}
        type="button"
        className={classes.head}
        data-field-head
        onFocus={() => look(ROWS_NUMBER, row.id)}
        onClick={() => look(ROWS_NUMBER, row.id)}
      >
        <span className={classes.kind}>{name}</span>
        <span className={classes.words}>
          {[
            row.what,
            row.day ?? t('planReader.noDay'),
            [...row.lead, ...row.support, ...row.carriedOutBy].join(t('ui.comma')),
          ]
            .filter((part) => part !== '')
            .join(' ')}
        </span>
        <span className={classes.decision}>{t(`planReader.decision.${decision}`)}</span>
      </button>
      <span className={classes.place}>
        <Select
          label={t('planReader.rowTo', { name })}
          labelled="hidden"
          value={place === null ? '' : String(place)}
          placeholder={t('planReader.rowOpen')}
          options={[
            ...drafts
              .filter(({ isKept }) => isKept)
              .map(({ number, title }) => ({
                value: String(number),
                label: t('planReader.earlierOf', { number, title }),
              })),
            { value: String(ROW_LEFT_OUT), label: t('planReader.rowLeft') },
          ]}
          onChange={(chosen) => placeRow(row.id, Number(chosen))}
        />
      </span>
      {place === null && <small className={classes.doubt}>{t('planReader.rowUnmatched', { name })}</small>}
      {isProposed && <small className="quiet">{t('planReader.rowProposed')}</small>}
      {row.day !== null && said.includes(row.day) && <small className="quiet">{t('planReader.rowSame')}</small>}
      {others.length > 0 && (
        <small className={classes.doubt}>
          {t('planReader.rowDiffers', { days: others.join(t('ui.comma')) })}{' '}
          <Button
            weight="quiet"
            aria-label={t('planReader.accept', { what: name })}
            onClick={() => placeRow(row.id, place!)}
          >
            {t('planReader.acceptShort')}
          </Button>
        </small>
      )}
    </li>
  )
}
