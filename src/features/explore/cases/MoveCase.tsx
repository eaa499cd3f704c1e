import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { causeRuleFor } from '@/domain/cases/cause-rule'
import { isBreachKey, monitorOfKey } from '@/domain/cases/opening-key'
import { CaseForm } from '@/features/cases/CaseForm'
import { LikelyList } from '@/features/cases/LikelyList'
import { isTooLong, LongTextField } from '@/features/cases/LongTextField'
import { z } from '@/io/zod'
import type { CaseOpened } from '@/ledger/case-bodies'
import { listLikelySources } from '@/questions/cases/likely-sources'
import { useAnswer } from '@/store/answers/use-answer'
import { type CaseOnMap, useCasePanel } from '@/store/cases/case-panel'
import type { CaseView } from '@/store/cases/case-view'
import { stepBody } from '@/store/cases/write-step'
import { useOpened } from '@/store/chentu'
import { formsOfCase } from '@/store/device/form-drafts'
import { useLedger } from '@/store/ledger'
import { useMapTool } from '@/store/page/map-tool'
import { useFormDraft } from '@/store/page/use-form-draft'
import { keyOf, sourceKey } from '@/store/view/view'
import { isMoved } from '@/store/words/case-place'
import { countyAt } from '@/store/words/county'
import { datasetWorker } from '@/workers/client'
import { CasePlace } from './CasePlace'
import { enteredPlace, searchedFacts } from './open-case'
import { enteredPlaceFields, NO_PLACE, useKeptPlace } from './use-kept-place'

const LONGEST = 200

const entered = z.object({ ...enteredPlaceFields, note: z.string(), by: z.string().nullable() })

interface Props {
  readonly of: CaseView
  /** The case as it stands. */
  readonly opened: CaseOpened
  onDone(): void
}

/** While a new place is being chosen, the map shows it, with the likely sources around it. */
function useTried(tried: CaseOnMap | null) {
  const show = useCasePanel((state) => state.try)
  const said = JSON.stringify(tried)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is the content of `tried`; compared by value
  useEffect(() => {
    show(tried)
    return () => show(null)
  }, [said, show])
}

/**
 * Form that puts the place of a case right: a step with the new place and the likely sources around it. The opening stays
 * as it was written.
 */
export function MoveCase({ of, opened, onDone }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const append = useLedger((state) => state.append)
  const setTool = useMapTool((state) => state.set)
  const label = t('cases.do.moved')
  const key = { group: formsOfCase(of.id), form: 'moved', label: `${of.title} ${label}` }
  const kept = useKeptPlace(
    useFormDraft<z.infer<typeof entered>>(key, entered, () => ({ ...NO_PLACE, note: '', by: null })),
  )
  const { typed, chosen, note } = kept.fields
  const { marked } = kept
  const { position, isWrong } = enteredPlace(typed, marked ?? opened.position)
  const isSame = position === null || (opened.position !== null && !isMoved(opened.position, position))
  const first = of.record.opening!.body
  // A case that was brought up by hand was reported nowhere else.
  const reportedAt = first.from === '' ? null : (first.reportedAt ?? first.position)
  const settings = dataset.cases
  const sort = settings?.sorts.find(({ id }) => id === opened.sort)
  const causes = sort ? causeRuleFor(sort, monitorOfKey(opened.from)?.parameter ?? null) : null
  const ownKey = opened.target ? sourceKey(opened.target) : null
  const wind = opened.wind ?? null
  // What trucks do does not depend on the wind.
  const isSearched = opened.visitors === undefined && !isBreachKey(opened.from)
  const reach = settings && isSearched ? { ...settings.likely, causes } : null
  const found = useAnswer(
    async (worker) => (position && reach && !isSame ? worker.likelySources(position, wind, reach, ownKey) : null),
    JSON.stringify([position, isSame, wind, reach, ownKey]),
  )
  useTried(
    position && !isSame
      ? {
          ...{ position, isTapped: position === marked, wind },
          metres: reach?.metres ?? null,
          likely: listLikelySources(found).map(
            (each) => each.position && { ...keyOf(each), name: each.name, position: each.position },
          ),
        }
      : null,
  )
  useEffect(() => () => setTool({ tool: 'pan' }), [setTool])
  async function save(to: NonNullable<typeof position>) {
    // Queried again: the list in the form may still be for an earlier place.
    const likely = reach && (await datasetWorker().likelySources(to, wind, reach, ownKey))
    const moved = {
      position: to,
      ...(chosen && { placeOf: chosen }),
      ...(reportedAt && isMoved(reportedAt, to) && { reportedAt }),
      county: countyAt(dataset, to) || opened.county,
      ...searchedFacts(likely && { ...likely, metres: reach.metres }),
    }
    const said = { step: 'moved', when: new Date().toISOString(), note: note.trim(), moved }
    await append(stepBody(of, of.record, said), [], null)
    onDone()
  }
  return (
    <CaseForm
      label={label}
      byLabel={t('cases.form.stepBy')}
      saveLabel={label}
      missing={[
        ...(isSame && !isWrong ? [t('cases.form.place')] : []),
        ...(note.trim() === '' ? [t('cases.form.moveWhy')] : []),
      ]}
      wrong={[
        ...(isWrong ? [t('cases.form.place')] : []),
        ...(isTooLong(note, LONGEST) ? [t('cases.form.moveWhy')] : []),
      ]}
      kept={kept}
      onSave={async () => {
        if (position) await save(position)
      }}
      onCancel={onDone}
    >
      <h3>{label}</h3>
      <p className="quiet">{t('cases.form.moveHelp')}</p>
      <CasePlace
        {...{ position, reportedAt, typed }}
        source={isSame ? (opened.placeOf ?? null) : chosen}
        onTyped={(typed, chosen) => kept.change({ typed, chosen })}
      />
      {isSame && position !== null && <small>{t('cases.form.samePlace')}</small>}
      {reach && !isSame && <LikelyList found={found} causes={causes} wind={wind} hasPlace />}
      <LongTextField
        label={t('cases.form.moveWhy')}
        value={note}
        most={LONGEST}
        onChange={(note) => kept.change({ note })}
      />
    </CaseForm>
  )
}
