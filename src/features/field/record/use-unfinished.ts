import { useTranslation } from 'react-i18next'
import { caseDraftKey } from '@/features/field/cases/case-draft'
import { openReport } from '@/features/field/cases/shown-case'
import { useCaseTasks, useEndedTasks } from '@/features/field/cases/use-case-tasks'
import type { FoundEvent } from '@/ledger/discovery'
import { targetKey } from '@/ledger/shared-code'
import { useAnswer } from '@/store/answers/use-answer'
import { useOutcome } from '@/store/answers/use-promise'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { useLedger } from '@/store/ledger'
import { DOT } from '@/ui/dot'
import { FOUND_DRAFT } from './drafts'
import { useDropped } from './dropped'
import { type Unfinished, unfinishedDrafts } from './unfinished'
import { useChecking } from './use-checking'
import { useFinding } from './use-finding'

/** A draft for a list: what it is about, and how to go on with it. */
export interface UnfinishedEntry {
  readonly key: string
  readonly label: string
  /** Opens its form; null for a report on a case that this tablet no longer has. */
  readonly open: (() => void) | null
  /** Throws it away. @throws if the browser refuses: then it is still there. */
  drop(): Promise<void>
}

const NONE: readonly Unfinished[] = []

/** The drafts of this tablet as of when the list was opened, or one was thrown away: checks, a new source, reports on cases. */
export function useUnfinished(): readonly UnfinishedEntry[] {
  const { t } = useTranslation()
  const { count, drop } = useDropped()
  const all = useOutcome(unfinishedDrafts, '', [count]).found ?? NONE
  const names = useAnswer(
    (worker) =>
      Promise.all(
        all.map((each) =>
          each.sort === 'check' ? worker.findSource(each.source.kind, each.source.code, each.source.nth) : null,
        ),
      ),
    '',
    [all],
  )
  const { state, events } = useLedger()
  const [tasks, ended] = [useCaseTasks(), useEndedTasks().map(({ task }) => task)]
  const setView = useChentu((store) => store.setView)
  const setChecking = useChecking((store) => store.setChecking)
  const setFinding = useFinding((store) => store.setFinding)
  const setFieldTab = usePreferences((store) => store.setFieldTab)
  return all.map((each, i): UnfinishedEntry => {
    if (each.sort === 'check') {
      const { kind, code, nth } = each.source
      const key = targetKey(each.source)
      return {
        key: `${kind}/${code}/${nth ?? ''}`,
        label: names?.[i]?.name ?? state.get(key)?.target.name ?? code,
        open() {
          setChecking(key)
          setView({ selected: { kind, code, ...(nth === undefined ? {} : { nth }) } })
        },
        drop: () => drop(each.key),
      }
    }
    if (each.sort === 'case') {
      const title = [...tasks, ...ended].find(({ of }) => of.id === each.id)?.of.title
      return {
        key: `case ${each.id}`,
        label: title === undefined ? t('check.unfinishedCaseGone') : t('check.unfinishedCase', { title }),
        open:
          title === undefined
            ? null
            : () => {
                setView({ selected: null })
                openReport(each.id)
              },
        drop: () => drop(caseDraftKey(each.id)),
      }
    }
    const corrected = (events?.get(each.corrects) as FoundEvent | undefined)?.body.target.name
    const name = each.name || corrected
    return {
      key: 'found',
      label: [t(each.corrects === '' ? 'check.found' : 'spot.correcting'), name].filter(Boolean).join(DOT),
      open() {
        setFieldTab('near')
        setFinding(true)
        setView({ selected: null })
      },
      drop: () => drop(FOUND_DRAFT),
    }
  })
}
