import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { causeRuleFor } from '@/domain/cases/cause-rule'
import { isBroughtUp } from '@/domain/cases/settings'
import { CaseForm } from '@/features/cases/CaseForm'
import { LikelyList } from '@/features/cases/LikelyList'
import { isTooLong, LongTextField } from '@/features/cases/LongTextField'
import { MAX_WORDS } from '@/io/field/round-order-file'
import { z } from '@/io/zod'
import type { CaseOpening } from '@/questions/cases/case-openings'
import { listLikelySources } from '@/questions/cases/likely-sources'
import { useAnswer } from '@/store/answers/use-answer'
import { useCasePanel } from '@/store/cases/case-panel'
import { useOpened } from '@/store/chentu'
import { OPENING_FORMS } from '@/store/device/form-drafts'
import { useMinute, useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { useMapTool } from '@/store/page/map-tool'
import { useFormDraft } from '@/store/page/use-form-draft'
import { keyOf } from '@/store/view/view'
import { isMoved } from '@/store/words/case-place'
import { openingName, reasonText } from '@/store/words/case-reason'
import { countyAt } from '@/store/words/county'
import { Select } from '@/ui/controls/Select'
import form from '@/ui/form.module.css'
import panel from '@/ui/panel.module.css'
import { datasetWorker } from '@/workers/client'
import { CasePlace } from './CasePlace'
import { caseBody, enteredPlace, firstObserved, measuredWind } from './open-case'
import { enteredTime, timeNeeds } from './step-time'
import { TimeField } from './TimeField'
import { useCaseOnMap } from './use-case-on-map'
import { enteredPlaceFields, NO_PLACE, useKeptPlace } from './use-kept-place'
import { Visitors } from './Visitors'
import { WindOfHour } from './WindOfHour'

/** The most letters; a tablet gets the reason whole. */
const LONGEST = { title: 60, reason: MAX_WORDS, note: 200 }

const entered = z.object({
  ...enteredPlaceFields,
  sort: z.string(),
  title: z.string(),
  reason: z.string(),
  observed: z.string(),
  wind: z
    .object({
      ...{ fromDegrees: z.number(), metresPerSecond: z.number(), said: z.string() },
      ...{ hour: z.string().exactOptional(), station: z.string().exactOptional() },
      calmBelow: z.number().exactOptional(),
    })
    .nullable(),
  note: z.string(),
  by: z.string().nullable(),
})

/** Form that opens a case, from a proposal or by hand: what, where, when, and the wind; it shows likely sources. */
export function OpenCase({ opening }: { readonly opening: CaseOpening | 'hand' }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const today = useToday()
  const append = useLedger((state) => state.append)
  const now = useMinute()
  const { show, open } = useCasePanel()
  const setTool = useMapTool((state) => state.set)
  const on = opening === 'hand' ? null : opening
  const settings = dataset.cases
  const measured = on?.reason.of === 'exceedance' ? on.reason.wind : null
  const heading = on ? t('cases.openOf', { name: openingName(t, on) }) : t('cases.openByHand')
  const kept = useKeptPlace(
    useFormDraft<z.infer<typeof entered>>(
      { group: OPENING_FORMS, form: on?.key ?? 'hand', label: heading },
      entered,
      () => ({
        ...NO_PLACE,
        sort: on?.sort ?? settings?.sorts.find(isBroughtUp)?.id ?? '',
        title: (on ? openingName(t, on) : '').slice(0, LONGEST.title),
        reason: on ? reasonText(t, on) : '',
        observed: firstObserved(on, today),
        wind: measured && measuredWind(on, measured),
        ...{ note: '', by: null },
      }),
    ),
  )
  const { change, marked } = kept
  const { sort: sortId, title, reason, observed, typed, chosen, wind: said, note } = kept.fields
  const calmBelow = dataset.monitoring?.rose?.calmBelow
  const wind = said && { ...said, ...(calmBelow !== undefined && { calmBelow }) }
  const { position, isWrong } = enteredPlace(typed, marked ?? on?.position ?? null)
  const reportedAt = on?.position ?? null
  const isElsewhere = position !== null && isMoved(reportedAt, position)
  const reportedSource = on?.source && position && !isElsewhere ? { ...keyOf(on.source), name: on.source.name } : null
  const placeSource = chosen ?? reportedSource
  const sort = settings?.sorts.find(({ id }) => id === sortId) ?? settings?.sorts[0]
  const causes = sort ? causeRuleFor(sort, on?.reason.of === 'exceedance' ? on.reason.parameter : null) : null
  const ownKey = on?.source ? keyOf(on.source) : null
  // What trucks do does not depend on the wind: of an unlisted place, the trucks that stopped there are listed instead of
  // upwind sources; of a suspected breach, the reason names the truck.
  const visitors = on?.reason.of === 'unlisted' ? on.reason.visitors : null
  const isSearched = visitors === null && on?.reason.of !== 'breach'
  const about = JSON.stringify([position, wind, causes, isSearched])
  const found = useAnswer(
    async (worker) =>
      position && settings && isSearched
        ? worker.likelySources(position, wind, { ...settings.likely, causes }, ownKey)
        : null,
    about,
  )
  useCaseOnMap(
    position && {
      position,
      isTapped: position === marked,
      wind,
      metres: isSearched ? (settings?.likely.metres ?? null) : null,
      likely: listLikelySources(found).map(
        (each) => each.position && { ...keyOf(each), name: each.name, position: each.position },
      ),
    },
  )
  useEffect(() => () => setTool({ tool: 'pan' }), [setTool])
  if (!settings || !sort) return <p role="note">{t('cases.noSettings')}</p>
  const time = enteredTime(observed, now)
  const isDayOnly = on?.reason.of === 'reported' && observed !== '' && observed === firstObserved(on, today)
  const ofTime = timeNeeds(time, t('cases.form.observed'))
  const missing = [
    ...(title.trim() === '' ? [t('cases.form.title')] : []),
    ...(reason.trim() === '' ? [t('cases.form.reason')] : []),
    ...ofTime.missing,
  ]
  async function save() {
    // Queried again: the list beside the form may still be for an earlier wind.
    const reach = { ...settings!.likely, causes }
    const likely = position && isSearched ? await datasetWorker().likelySources(position, wind, reach, ownKey) : null
    const words = { title: title.trim(), reason: reason.trim(), note: note.trim() }
    const at = position ? countyAt(dataset, position) : ''
    const county = isElsewhere ? at || on!.county : on?.county || at
    const event = await append(
      caseBody(
        on,
        {
          sort: sort!,
          position,
          placeOf: placeSource,
          reportedAt: isElsewhere ? reportedAt : null,
          county,
          observed: time.at!,
          wind,
          ...words,
        },
        likely && { ...likely, metres: reach.metres },
      ),
      [],
      null,
    )
    show(event.id)
  }
  return (
    <>
      <h2 className={panel.title}>{heading}</h2>
      {on?.isIllustrative && <p className="quiet">{t('cases.illustrativeNote')}</p>}
      <CaseForm
        label={t('cases.open')}
        byLabel={t('cases.form.by')}
        saveLabel={t('cases.form.save')}
        missing={missing}
        wrong={[
          ...ofTime.wrong,
          ...(isWrong ? [t('cases.form.place')] : []),
          ...(isTooLong(reason, LONGEST.reason) ? [t('cases.form.reason')] : []),
          ...(isTooLong(note, LONGEST.note) ? [t('cases.form.note')] : []),
        ]}
        kept={kept}
        onSave={save}
        onCancel={() => open(null)}
      >
        <Select
          label={t('cases.form.sort')}
          labelled="above"
          value={sort.id}
          disabled={on !== null}
          options={settings.sorts.map(({ id, title }) => ({ value: id, label: inLanguage(title, i18n.language) }))}
          onChange={(sort) => change({ sort })}
        />
        <label className={form.field}>
          <span>{t('cases.form.title')}</span>
          <input
            value={title}
            aria-required
            maxLength={LONGEST.title}
            placeholder={t('cases.form.titleHelp')}
            onChange={({ target }) => change({ title: target.value })}
          />
        </label>
        <LongTextField
          label={t('cases.form.reason')}
          value={reason}
          most={LONGEST.reason}
          rows={3}
          isRequired
          // Reasons are one line in lists and papers.
          onChange={(text) => change({ reason: text.replaceAll('\n', '') })}
        />
        <TimeField
          label={t('cases.form.observed')}
          help={[
            t('cases.form.observedHelp'),
            on?.reason.of === 'exceedance' && t('cases.form.observedHour'),
            isDayOnly && t('cases.form.observedDay'),
          ]
            .filter(Boolean)
            .join(t('ui.semicolon'))}
          value={observed}
          onChange={(observed) => change({ observed })}
        />
        <CasePlace
          {...{ position, reportedAt, typed }}
          source={placeSource}
          onTyped={(typed, chosen) => change({ typed, chosen })}
        />
        {visitors && <Visitors visitors={visitors} />}
        {isSearched && (
          <>
            <WindOfHour wind={wind} onChange={(wind) => change({ wind })} />
            {found && <p className="quiet">{t('cases.likelyNumbers')}</p>}
            <LikelyList found={found} causes={causes} wind={wind} hasPlace={position !== null} />
          </>
        )}
        <LongTextField
          label={t('cases.form.note')}
          value={note}
          most={LONGEST.note}
          onChange={(note) => change({ note })}
        />
      </CaseForm>
    </>
  )
}
